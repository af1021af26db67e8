import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openDates } from './dates.ts';

const read = openDates(shippedLexicon);
/** A Monday. */
const PUBLISHED = '2024-09-23';

function datesOf(text: string, language: ReadLanguage, published: string | undefined = PUBLISHED) {
  return read(documentOf({ text, language, published }));
}

/** `[words] value`, one an expression. */
const shown = (text: string, language: ReadLanguage, published?: string): string =>
  datesOf(text, language, published)
    .map((date) => `[${date.text}] ${date.value}`)
    .join(' ');

describe('English', () => {
  it.each([
    ['It happened on September 3, 2022.', '[September 3, 2022] 2022-09-03'],
    ['He left on Tuesday, 3 May 2022.', '[Tuesday, 3 May 2022] 2022-05-03'],
    ['The law took effect on Feb. 29, 2024.', '[Feb. 29, 2024] 2024-02-29'],
    ['They met on Aug. 7 and Oct. 12.', '[Aug. 7] 2024-08-07 [Oct. 12] 2024-10-12'],
    ['He was born on December 24.', '[December 24] 2024-12-24'],
    ['The camp closed in March 2016.', '[March 2016] 2016-03'],
    ['It grew in May, and may grow again.', '[May] 2024-05'],
    ['He spoke during a Senate hearing in 2022.', '[2022] 2022'],
    ['They paid $2022 to 2000 people.', ''],
    ['He was elected in June last year.', '[June last year] 2023-06'],
    ['The ban ended on 2022-05-10.', '[2022-05-10] 2022-05-10'],
    ['The note is dated 05/10/2022.', '[05/10/2022] 2022-05-10'],
    ['A doctrine since the 1930s.', '[the 1930s] 193'],
    ["Spies of the late '80s.", "[the late '80s] 198"],
    ['A fort of the 19th century.', '[the 19th century] 18'],
    ['Thanksgiving was quiet in 2023.', '[Thanksgiving] 2023-11-23 [2023] 2023'],
  ])('absolute: %s', (text, dates) => {
    expect(shown(text, 'en')).toBe(dates);
  });

  it.each([
    ['The minister resigned on Friday.', '[Friday] 2024-09-20'],
    ['The minister will resign on Friday.', '[Friday] 2024-09-27'],
    ['He said Friday that he will stay.', '[Friday] 2024-09-20'],
    ['They talked last Thursday night.', '[last Thursday night] 2024-09-19TNI'],
    ['The vote is due next Tuesday.', '[next Tuesday] 2024-09-24'],
    ['He came yesterday; she comes tomorrow.', '[yesterday] 2024-09-22 [tomorrow] 2024-09-24'],
    ['He called last night.', '[last night] 2024-09-22TNI'],
    ['The office opened last month.', '[last month] 2024-08'],
    ['He spoke last week, and next year she will.', '[last week] 2024-W38 [next year] 2025'],
    ['Early next year it ends.', '[Early next year] 2025'],
    ['They left two years ago.', '[two years ago] 2022'],
    ['About six weeks ago it rained.', '[About six weeks ago] 2024-W33'],
    ['Several years ago it rained.', '[Several years ago] PAST_REF'],
    ['They met over the weekend.', '[the weekend] 2024-W38-WE'],
    ['It was filmed last summer.', '[last summer] 2024-SU'],
    ['Sales fell in the third quarter of 2023.', '[the third quarter of 2023] 2023-Q3'],
    ['It was shot at 10:30 p.m. Tuesday.', '[10:30 p.m. Tuesday] 2024-09-17T22:30'],
    ['They meet by the end of this year.', '[the end of this year] 2024'],
    [
      'He resigned Thursday. A day earlier she had.',
      '[Thursday] 2024-09-19 [A day earlier] 2024-09-18',
    ],
    [
      'He fled on May 3, 2022. The next day he died.',
      '[May 3, 2022] 2022-05-03 [The next day] 2022-05-04',
    ],
  ])('relative: %s', (text, dates) => {
    expect(shown(text, 'en')).toBe(dates);
  });

  it.each([
    ['The siege lasted eight days.', '[eight days] P8D'],
    ['After more than four hours they left.', '[more than four hours] PT4H'],
    ['A two-year ban.', '[two-year] P2Y'],
    ['It took two and a half years.', '[two and a half years] P2Y6M'],
    ['Two decades of war.', '[Two decades] P20Y'],
    ['He waited for years.', '[years] PXY'],
    ['Every day, and each Tuesday.', '[Every day] P1D [each Tuesday] XXXX-WXX-2'],
    ['It is now clear; recently it was not.', '[now] PRESENT_REF [recently] PAST_REF'],
    ['A man 37 years old and a 6-year-old boy.', ''],
  ])('lengths, repetitions, vague times: %s', (text, dates) => {
    expect(shown(text, 'en')).toBe(dates);
  });
});

describe('Spanish', () => {
  it.each([
    ['Se firmó el martes 10 de mayo de 2023.', '[el martes 10 de mayo de 2023] 2023-05-10'],
    ['Rige desde el 1 de noviembre.', '[el 1 de noviembre] 2024-11-01'],
    ['Cayó el 1º de enero de 2019.', '[el 1º de enero de 2019] 2019-01-01'],
    [
      'Fue el 24 y 25 de noviembre de 2022.',
      '[el 24] 2022-11-24 [25 de noviembre de 2022] 2022-11-25',
    ],
    ['A principios de 2022 llegó.', '[A principios de 2022] 2022'],
    ['Dejó el cargo en octubre de 2015.', '[octubre de 2015] 2015-10'],
    ['La década de los noventa y los años 80.', '[La década de los noventa] 199 [los años 80] 198'],
    ['En el siglo XIX.', '[el siglo XIX] 18'],
    ['La marcha en la Plaza de Mayo y la avenida 9 de Julio.', ''],
    ['Julio Pérez llegó con Domingo.', ''],
    ['Un hombre de 37 años, de apellido Sosa.', ''],
    ['Unas 2000 personas marcharon en 2000.', '[2000] 2000'],
  ])('absolute: %s', (text, dates) => {
    expect(shown(text, 'es')).toBe(dates);
  });

  it.each([
    ['El canciller viajó el viernes.', '[el viernes] 2024-09-20'],
    ['El canciller viajará el viernes.', '[el viernes] 2024-09-27'],
    ['Lo dijo el jueves pasado por la noche.', '[el jueves pasado por la noche] 2024-09-19TNI'],
    ['Lo anunció este viernes.', '[este viernes] 2024-09-20'],
    ['El próximo lunes vota.', '[El próximo lunes] 2024-09-30'],
    ['Hace tres días llegó.', '[Hace tres días] 2024-09-20'],
    ['Hace dos años eran 25.', '[Hace dos años] 2022'],
    ['El mes pasado y la semana pasada.', '[El mes pasado] 2024-08 [la semana pasada] 2024-W38'],
    [
      'El año que viene y a finales del año pasado.',
      '[El año que viene] 2025 [a finales del año pasado] 2023',
    ],
    ['Once llegaron en lo que va de año.', '[en lo que va de año] 2024'],
    [
      'Ayer por la tarde, mañana por la mañana.',
      '[Ayer por la tarde] 2024-09-22TAF [mañana por la mañana] 2024-09-24TMO',
    ],
    ['Cayó en la mañana gris.', ''],
    ['Vendrá dentro de dos semanas.', '[dentro de dos semanas] 2024-W41'],
    ['Anoche, a las 22.30 horas.', '[Anoche] 2024-09-22TNI [las 22.30 horas] 2024-09-23T22:30'],
    [
      'Viajó el lunes. Un día antes había hablado.',
      '[el lunes] 2024-09-23 [Un día antes] 2024-09-22',
    ],
    ['Prevé abrir otro en octubre.', '[octubre] 2024-10'],
    ['El primer semestre del año pasado.', '[El primer semestre del año pasado] 2023-H1'],
    ['Este fin de semana llovió.', '[Este fin de semana] 2024-W38-WE'],
  ])('relative: %s', (text, dates) => {
    expect(shown(text, 'es')).toBe(dates);
  });

  it.each([
    ['Les dio 72 horas.', '[72 horas] PT72H'],
    ['Duró un año y medio.', '[un año y medio] P1Y6M'],
    [
      'Tras media hora y treinta y cinco minutos.',
      '[media hora] PT30M [treinta y cinco minutos] PT35M',
    ],
    ['Cada martes y todos los días.', '[Cada martes] XXXX-WXX-2 [todos los días] P1D'],
    ['Ahora y recientemente.', '[Ahora] PRESENT_REF [recientemente] PAST_REF'],
    [
      'En los últimos años, en los últimos tres años.',
      '[los últimos años] PAST_REF [los últimos tres años] P3Y',
    ],
  ])('lengths, repetitions, vague times: %s', (text, dates) => {
    expect(shown(text, 'es')).toBe(dates);
  });
});

describe('Russian', () => {
  it.each([
    ['Договор подписан 10 мая 2023 года.', '[10 мая 2023 года] 2023-05-10'],
    ['Так было в 2022 году и с 2014 года.', '[2022 году] 2022 [2014 года] 2014'],
    ['В марте 2016 года он уехал.', '[марте 2016 года] 2016-03'],
    ['В начале 2022 г. и в конце мая.', '[начале 2022 г.] 2022 [конце мая] 2024-05'],
    ['Война 2014–2015 годов.', '[2014] 2014 [2015 годов] 2015'],
    ['В 1990-е и в 80-х годах.', '[1990-е] 199 [80-х годах] 198'],
    ['В XX веке и в 19-м веке.', '[XX веке] 19 [19-м веке] 18'],
    ['Письмо от 01.02.2024.', '[01.02.2024] 2024-02-01'],
    ['Пришли 2000 человек.', ''],
    ['В возрасте 37 лет; ему было 52 года.', ''],
  ])('absolute: %s', (text, dates) => {
    expect(shown(text, 'ru')).toBe(dates);
  });

  it.each([
    ['Норвегия в пятницу выслала двоих.', '[пятницу] 2024-09-20'],
    ['Министр прибудет в пятницу.', '[пятницу] 2024-09-27'],
    ['В минувший вторник он вернулся.', '[минувший вторник] 2024-09-17'],
    ['В сентябре он уехал, в декабре вернулся.', '[сентябре] 2024-09 [декабре] 2023-12'],
    ['Он приехал три года назад.', '[три года назад] 2021'],
    [
      'Год назад, неделю назад, полгода назад.',
      '[Год назад] 2023 [неделю назад] 2024-W38 [полгода назад] 2024-03',
    ],
    ['На прошлой неделе и в прошлом месяце.', '[прошлой неделе] 2024-W38 [прошлом месяце] 2024-08'],
    ['В мае прошлого года он умер.', '[мае прошлого года] 2023-05'],
    ['Вчера вечером и завтра.', '[Вчера вечером] 2024-09-22TEV [завтра] 2024-09-24'],
    ['Летом 2022 года, прошлой осенью.', '[Летом 2022 года] 2022-SU [прошлой осенью] 2023-FA'],
    ['Лимит вступает в силу 1 ноября.', '[1 ноября] 2024-11-01'],
    ['Утром 4 марта 2019 года он ушёл.', '[Утром 4 марта 2019 года] 2019-03-04TMO'],
    [
      'В понедельник она уехала. Накануне она молчала.',
      '[понедельник] 2024-09-23 [Накануне] 2024-09-22',
    ],
    ['Через два дня он прилетит.', '[Через два дня] 2024-09-25'],
    ['Во втором квартале 2023 года.', '[втором квартале 2023 года] 2023-Q2'],
    ['В окружающей среде.', ''],
  ])('relative: %s', (text, dates) => {
    expect(shown(text, 'ru')).toBe(dates);
  });

  it.each([
    ['В течение нескольких часов.', '[нескольких часов] PTXH'],
    ['Полтора года и двадцать один день.', '[Полтора года] P1Y6M [двадцать один день] P21D'],
    [
      'За последние три года, более десяти лет.',
      '[последние три года] P3Y [более десяти лет] P10Y',
    ],
    ['Каждый вторник, ежедневно.', '[Каждый вторник] XXXX-WXX-2 [ежедневно] P1D'],
    [
      'Сейчас, недавно, в последние годы.',
      '[Сейчас] PRESENT_REF [недавно] PAST_REF [последние годы] PAST_REF',
    ],
  ])('lengths, repetitions, vague times: %s', (text, dates) => {
    expect(shown(text, 'ru')).toBe(dates);
  });
});

describe('openDates', () => {
  it('tells the days, and what they rest on', () => {
    const [friday, year, length] = datesOf('Friday, in 2022, for two days.', 'en');
    expect(friday).toMatchObject({
      basis: 'relative',
      days: { first: '2024-09-20', last: '2024-09-20' },
    });
    expect(year).toMatchObject({
      basis: 'absolute',
      days: { first: '2022-01-01', last: '2022-12-31' },
    });
    expect(length).toMatchObject({ type: 'DURATION', basis: 'absolute', days: undefined });
  });

  it.each([
    ['en', 'He left on Friday, last week, in May, on May 3, two years ago and in 2022.'],
    ['es', 'Se fue el viernes, la semana pasada, en mayo, el 3 de mayo, hace dos años y en 2022.'],
    ['ru', 'Он уехал в пятницу, на прошлой неделе, в мае, 3 мая, два года назад и в 2022 году.'],
  ] as const)(
    'leaves relative dates unresolved without a day of publication: %s',
    (language, text) => {
      const dates = read(documentOf({ text, language }));
      expect(dates.map(({ value }) => value)).toEqual([
        ...['XXXX-WXX-5', 'XXXX-WXX', 'XXXX-05', 'XXXX-05-03', 'XXXX', '2022'],
      ]);
      for (const { basis, days } of dates.slice(0, -1)) {
        expect([basis, days]).toEqual(['unresolved', undefined]);
      }
    },
  );

  it('makes nothing of days that no calendar has', () => {
    expect(shown('On February 30, 2022 and 99999999 years ago.', 'en')).not.toMatch(
      /2022-02-30|NaN/,
    );
    expect(shown('99999999 days ago', 'en')).toBe('[99999999 days] P99999999D');
  });

  it('joins no words of two sentences', () => {
    expect(shown('It ended last.\nFriday came.', 'en')).toBe('[Friday] 2024-09-20');
  });

  it('finds spans in order that say what they hold, in any text', () => {
    const word = fc.constantFrom(
      ...'may May 1990 12 the last a year ago two-year 5 de mayo el martes hace tres días 10.05.2023'.split(
        ' ',
      ),
      ...'в году 2022 назад три года - / : . , 1st ’80s p.m. 10:30 января прошлой неделе 😀 İstanbul'.split(
        ' ',
      ),
    );
    const text = fc
      .array(fc.oneof(word, fc.string()), { maxLength: 40 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'es', 'ru'), (written, language) => {
        let last = 0;
        for (const { span, text: held, type, value } of datesOf(written, language)) {
          expect(span.begin).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.begin);
          expect(written.slice(span.begin, span.end)).toBe(held);
          expect(value).toMatch(type === 'DURATION' ? /^PT?[\dX]/ : /^[\dXP]/);
          expect(value).not.toMatch(/NaN|undefined/);
          last = span.end;
        }
      }),
    );
  });

  it.each(['may ', 'a year ', '1990 ', 'the last ', '5 de mayo de ', 'два года назад ', '-', '1/'])(
    'reads a text of nothing but "%s", two hundred thousand letters long',
    (piece) => {
      const text = piece.repeat(200_000 / piece.length);
      for (const language of ['en', 'es', 'ru'] as const) {
        expect(datesOf(text, language).length).toBeLessThanOrEqual(200_000);
      }
    },
  );
});
