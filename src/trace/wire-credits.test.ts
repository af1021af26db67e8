import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WIRE_STRENGTHS } from '../domain/trace.ts';
import { AGENCIES } from './agencies.ts';
import { creditWords } from './credits.ts';
import { AGENCY_TABLE, wireCredits } from './wire-credits.ts';

/** `house strength: words of the credit`, one for each credit. */
const credits = (text: string): string[] =>
  wireCredits(creditWords(text), AGENCY_TABLE).map(
    ({ house, strength, span }) => `${house} ${strength}: ${text.slice(span.begin, span.end)}`,
  );
const credit = (text: string): string | undefined => credits(text)[0];

/** Sentences of no meaning, before and behind a credit. */
const BODY = 'The council met on Monday. Nobody came.';

describe('a dateline', () => {
  it.each([
    ['HELSINKI (AP) — The council met.', 'ap dateline: HELSINKI (AP)'],
    ['GLASGOW, Scotland (AP) -- The council met.', 'ap dateline: GLASGOW, Scotland (AP)'],
    ['LONDON, Jan 1 (Reuters) - The council met.', 'reuters dateline: LONDON, Jan 1 (Reuters)'],
    ['Madrid, 12 may (EFE).- El consejo.', 'efe dateline: Madrid, 12 may (EFE)'],
    [
      'Ciudad de México, 12 May. (Notimex).- El',
      'notimex dateline: Ciudad de México, 12 May. (Notimex)',
    ],
    ['MADRID, 3 Ene. (EUROPA PRESS) - El', 'europapress dateline: MADRID, 3 Ene. (EUROPA PRESS)'],
    ['París, 4 de junio (AFP) – El', 'afp dateline: París, 4 de junio (AFP)'],
    ['(EFE).- El consejo.', 'efe dateline: (EFE)'],
    ['Caracas (Efe).- El consejo.', 'efe dateline: Caracas (Efe)'],
    ['Washington (AFP / EFE) - El consejo.', 'afp dateline: Washington (AFP / EFE)'],
    ['МОСКВА, 1 янв — РИА Новости. Совет', 'ria dateline: МОСКВА, 1 янв — РИА Новости'],
    ['МОСКВА, 1 января. /ТАСС/. Совет', 'tass dateline: МОСКВА, 1 января. /ТАСС/'],
    ['Москва. 1 января. INTERFAX.RU - Совет', 'interfax dateline: Москва. 1 января. INTERFAX'],
    ['Reuters. – La liga', 'reuters dateline: Reuters'],
    ['Headline\nBy Jane Roe\nROME (Reuters) - The', 'reuters dateline: ROME (Reuters)'],
    ['![Photo](http://a.example/x.jpg)Bagdad. (AFP) - El', 'afp dateline: Bagdad. (AFP)'],
  ])('%s', (text, expected) => {
    expect(credit(text)).toBe(expected);
  });

  it.each([
    'The agency Associated Press (AP) - a cooperative - met.',
    'according to people familiar with it (AP) - it met',
    'Caracas, Efe sonríe - y',
    'Sputnik - a rocket of the fifties',
    'the index (AP) fell',
  ])('is not %j', (text) => {
    expect(credits(text).filter((found) => found.includes('dateline'))).toEqual([]);
  });
});

describe('a credit line', () => {
  it.each([
    ['Headline\nBy The Associated Press\nThe council', 'ap byline: Associated Press'],
    ['Headline\nAssociated Press Monday, July 16, 2018\nThe', 'ap byline: Associated Press'],
    ['By JANE ROE, AP Diplomatic Writer\nThe council', 'ap byline: By JANE ROE, AP'],
    [
      'By JANE ROE and JOHN DOE Associated Press\nThe',
      'ap byline: By JANE ROE and JOHN DOE Associated Press',
    ],
    [`${BODY}\n(Con información de Afp)`, 'afp byline: Con información de Afp'],
    [`${BODY} Con información de EFE y Reuters.`, 'efe byline: Con información de EFE'],
    [`${BODY}\nFuente: EFE`, 'efe byline: Fuente: EFE'],
    [`${BODY}\nSource: Reuters`, 'reuters byline: Source: Reuters'],
    [`${BODY}\nИсточник: ТАСС`, 'tass byline: Источник: ТАСС'],
    ['Agencia EFE\nEl consejo se reunió.', 'efe byline: Agencia EFE'],
    ['EFE / Reuters\nEl consejo se reunió.', 'efe byline: EFE'],
    [`${BODY} (AFP)`, 'afp byline: AFP'],
    [`${BODY} Ap`, 'ap byline: Ap'],
    ['**Совет собрался в понедельник, никто не пришёл, — ТАСС.**\n\nЕщё', 'tass byline: ТАСС'],
    ['Совет собрался в понедельник, никто не пришёл** — Reuters', 'reuters byline: Reuters'],
    [
      `${BODY} © 2018 The Associated Press. All rights reserved.`,
      'ap byline: © 2018 The Associated Press',
    ],
    [
      `${BODY}\nAssociated Press writer Jane Roe in Rome contributed to this report.`,
      'ap byline: Associated Press',
    ],
  ])('%s', (text, expected) => {
    expect(credit(text)).toBe(expected);
  });

  it('names every agency of a list', () => {
    expect(credits(`${BODY} Con información de EFE, AFP y Reuters.`)).toHaveLength(3);
  });

  it.each([
    'Foto: EFE',
    'El consejo. Foto Ap',
    '(Evan Vucci/AP)',
    'Evan Vucci — AP',
    'Photo: Mikhail Klimentyev, AP',
    'Jonathan Roe / AFP / Getty Images',
    '![El consejo. Reuters](http://a.example/x.jpg)El consejo',
    'Фото: ТАСС',
    'the council. (July 13) AP',
  ])('is not the credit of a picture: %j', (text) => {
    expect(credits(text)).toEqual([]);
  });
});

describe('a citation', () => {
  it.each([
    ['It met, according to Reuters.', 'reuters cited: according to Reuters'],
    ['It met, according to the Interfax news agency.', 'interfax cited: according to the Interfax'],
    ['It met, the Associated Press reported.', 'ap cited: Associated Press reported'],
    ['It met, Reuters said on Monday.', 'reuters cited: Reuters said'],
    ['Se reunió, informó EFE.', 'efe cited: informó EFE'],
    [
      'Se reunió, reportó la agencia china de noticias Xinhua.',
      'xinhua cited: reportó la agencia china de noticias Xinhua',
    ],
    ['Según la agencia Efe, se reunió.', 'efe cited: Según la agencia Efe'],
    ['La agencia Interfax indicó que se reunió.', 'interfax cited: Interfax indicó'],
    ['Совет собрался, сообщает ТАСС.', 'tass cited: сообщает ТАСС'],
    [
      'Совет собрался, передаёт агентство «Рейтер» утром.',
      'reuters cited: передаёт агентство «Рейтер',
    ],
    [
      'Совет собрался, передает корреспондент РИА Новости',
      'ria cited: передает корреспондент РИА Новости',
    ],
    [
      'Как сообщили в совете, со ссылкой на «Интерфакс»',
      'interfax cited: со ссылкой на «Интерфакс',
    ],
    ['Совет собрался, сообщил Reuters.', 'reuters cited: сообщил Reuters'],
    ['⚡️Reuters: Совет собрался', 'reuters cited: Reuters:'],
    ['По данным Bloomberg, совет собрался', 'bloomberg cited: По данным Bloomberg'],
  ])('%s', (text, expected) => {
    expect(credit(text)).toBe(expected);
  });

  it.each([
    ['Nobody came, one of them told Reuters.', 'reuters via: told Reuters'],
    ['“Nadie vino”, dijo a la AFP Juana Pérez.', 'afp via: dijo a la AFP'],
    ['Según dijo a la AFP Juana, nadie vino.', 'afp via: dijo a la AFP'],
    ['Никто не пришёл, сообщил РИА Новости источник', 'ria via: сообщил РИА Новости'],
    ['Об этом РИА Новости рассказал глава совета.', 'ria via: Об этом РИА Новости'],
    ['Никто не пришёл, сообщили «Интерфаксу» в совете', 'interfax via: сообщили «Интерфаксу'],
    ['в интервью ТАСС', 'tass via: в интервью ТАСС'],
  ])('is weaker where something was said to the agency: %s', (text, expected) => {
    expect(credit(text)).toBe(expected);
  });

  it.each([
    'A Reuters reporter was injured.',
    'Un fotógrafo de EFE resultó herido.',
    'Корреспонденты и журналист ТАСС пострадали.',
    'AP Moller reported a profit.',
    'According to AP Moller, it rose.',
    'The AP-7 was closed, and so was the EPA-EFE office.',
    'el senador (PMDB-AP)',
    'La Ría, dijo Ría, según Ria y dijo a Ap',
    'ap efe ansa ria',
    'Sputnik V was approved, according to Sputnik V makers',
    'Michael Bloomberg reported that he would run',
    'according to PTI leaders',
    'The minister said: "According to Reuters, nobody came."',
    '«По данным Reuters, никто не пришёл», — сказал он',
    'Reuters lost two people. He works for AFP.',
  ])('is not a mere mention: %j', (text) => {
    expect(credits(text)).toEqual([]);
  });
});

describe('wireCredits', () => {
  it('keeps the strongest credit of each agency, and the first of these', () => {
    const text =
      'It met, told Reuters. It met, according to Reuters. ROME (Reuters) - A.\nOSLO (Reuters) - B.';
    expect(credits(text)).toEqual(['reuters dateline: ROME (Reuters)']);
    const two = 'A, according to AFP. B, Reuters reported. C, according to AFP.';
    expect(credits(two)).toEqual([
      'afp cited: according to AFP',
      'reuters cited: Reuters reported',
    ]);
  });

  it('says whether the text treats the house as an agency', () => {
    const asAgency = (text: string): boolean | undefined =>
      wireCredits(creditWords(text), AGENCY_TABLE)[0]?.asAgency;
    expect(asAgency('according to Reuters.')).toBe(false);
    expect(asAgency('according to Reuters. The news agency Reuters met.')).toBe(false);
    expect(asAgency('told Reuters. It met, according to the news agency Reuters.')).toBe(true);
    expect(asAgency('ROME (Reuters) - A.')).toBe(true);
  });

  it('finds spans that lie in the text and hold the name, in any text', () => {
    const names = AGENCIES.flatMap((agency) => agency.names);
    const piece = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(
        ...' \n ( ) — - , . : / " « » “ ” ROME, 12 may según сообщает told according to the agencia by'.split(
          ' ',
        ),
        ' ',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(' ', ''), (pieces, glue) => {
        const text = pieces.join(glue);
        const found = wireCredits(creditWords(text), AGENCY_TABLE);
        const houses = found.map(({ house }) => house);
        expect(new Set(houses).size).toBe(houses.length);
        let last = 0;
        for (const { house, strength, span } of found) {
          expect(span.begin).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.begin;
          const words =
            text
              .slice(span.begin, span.end)
              .match(/[\p{L}\p{N}]+/gu)
              ?.join('') ?? '';
          const agency = AGENCIES.find(({ id }) => id === house)!;
          const bare = agency.names.map((name) =>
            name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase(),
          );
          expect(bare.some((name) => words.toLowerCase().includes(name))).toBe(true);
          expect(WIRE_STRENGTHS).toContain(strength);
        }
      }),
    );
  });

  it.each([
    ['one name a hundred thousand times', 'AP '.repeat(100_000)],
    ['without white space', 'AP,'.repeat(100_000)],
    ['datelines without end', 'ROME, A B C D E F (AP) '.repeat(30_000)],
    ['cues without a name', 'según la agencia de la agencia '.repeat(50_000)],
    ['hyphens and capitals', `${'A-'.repeat(300_000)}(AP) -`],
    ['quotes that never close', '“"« AP '.repeat(60_000)],
    ['one line of capitals', `By ${'A B, '.repeat(200_000)}AP`],
  ])('reads %s', (_what, text) => {
    expect(wireCredits(creditWords(text), AGENCY_TABLE).length).toBeLessThanOrEqual(1);
  });
});
