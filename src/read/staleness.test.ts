import { describe, expect, it } from 'vitest';
import type { Attribution } from '../domain/reading.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../domain/reading.ts';
import { shippedLexicon } from '../pipeline/reading-data.ts';
import { statement, tagged } from './counts/counting.fixture.ts';
import { openDates } from './dates/dates.ts';
import { stalenessSchema } from './staleness/stale-lexicon.ts';
import { openStaleness } from './staleness.ts';

const staleness = openStaleness(shippedLexicon);
const datesOf = openDates(shippedLexicon);

function cuesIn(
  language: ReadLanguage,
  text: string,
  attributions: readonly Attribution[] = [],
): string[] {
  const document = tagged(language, text);
  const cues = staleness(document, datesOf(document), attributions);
  for (const { span, text: words } of cues) expect(text.slice(span.begin, span.end)).toBe(words);
  return cues.map(({ kind, text: words }) => `${kind}: ${words}`);
}

/** Sentences of our own, with all signs in them. */
const SENTENCES: readonly (readonly [ReadLanguage, string, ...string[]])[] = [
  [
    'en',
    'The clip, first aired in 2015, has resurfaced.',
    'old-date: 2015',
    'recirculated: resurfaced',
  ],
  ['en', 'An old photograph is circulating again.', 'recirculated: circulating again'],
  ['en', 'The clip is old. It is being shared again.', 'recirculated: shared again'],
  ['en', 'The clip is a fake. It was filmed in 2018.', 'old-date: 2018'],
  ['en', 'It showed a file picture from 2012.', 'archive: file picture', 'old-date: 2012'],
  [
    'en',
    'The broadcaster used archive footage of a 2014 march.',
    'archive: archive footage',
    'old-date: 2014',
  ],
  ['en', 'The claim cites figures from 2016.', 'old-date: 2016'],
  ['en', 'The claim cites a 2016 report.', 'old-date: 2016'],
  ['en', 'The then defence minister agreed.', 'former-role: then defence minister'],
  [
    'en',
    'A former senior CIA operations officer agreed.',
    'former-role: former senior CIA operations officer',
  ],
  [
    'en',
    'The ex-minister and a retired Danish ambassador agreed.',
    'former-role: ex-minister',
    'former-role: retired Danish ambassador',
  ],
  ['en', 'She no longer serves as consul.', 'former-role: no longer serves'],
  ['en', 'She no longer holds that opinion.'],
  ['en', 'The clip has gone viral once more.', 'recirculated: viral once more'],
  [
    'en',
    'An interview given by the man who was then in charge of the port is doing the rounds again.',
    'recirculated: rounds again',
  ],
  ['en', 'The argument was made in a paper presented in Ghent in 2019.', 'old-date: 2019'],
  ['es', 'La entrevista fue concedida en 2015.', 'old-date: 2015'],
  ['es', 'La entrevista recorre de nuevo las redes.', 'recirculated: recorre de nuevo'],
  ['es', 'Habló el otrora ministro de Defensa.', 'former-role: otrora ministro'],
  ['en', 'Sales have grown since 2015, and the firm spread its risks again.'],
  ['en', 'The road was resurfaced in 2015.'],
  ['en', 'The former factory then closed its file on the matter in 2019.'],
  ['en', 'A photo taken last week is circulating.'],
  ['en', 'He then told the minister.'],
  [
    'es',
    'El vídeo, grabado en 2019, volvió a circular.',
    'old-date: 2019',
    'recirculated: volvió a circular',
  ],
  ['es', 'La frase se comparte otra vez.', 'recirculated: comparte otra vez'],
  ['es', 'La foto de archivo es de 2013.', 'archive: foto de archivo', 'old-date: 2013'],
  [
    'es',
    'El exembajador y el general retirado callaron.',
    'former-role: exembajador',
    'former-role: general retirado',
  ],
  [
    'es',
    'La antigua ministra habló con el entonces cónsul.',
    'former-role: antigua ministra',
    'former-role: entonces cónsul',
  ],
  ['es', 'Dejó el cargo en 2015.', 'former-role: Dejó el cargo'],
  ['es', 'El volcán volvió a entrar en erupción.'],
  ['es', 'El experto examinó el exceso de 2015.'],
  [
    'ru',
    'Ролик, снятый в 2019 году, вновь расходится по сетям.',
    'old-date: 2019 году',
    'recirculated: вновь расходится',
  ],
  [
    'ru',
    'Телеканал показал архивные кадры марша 2014 года.',
    'archive: архивные кадры',
    'old-date: 2014 года',
  ],
  [
    'ru',
    'Экс-министр и бывший посол промолчали.',
    'former-role: Экс-министр',
    'former-role: бывший посол',
  ],
  ['ru', 'Генерал в отставке промолчал.', 'former-role: Генерал в отставке'],
  ['ru', 'Он больше не занимает эту должность.', 'former-role: больше не занимает'],
  ['ru', 'Завод снова открылся, продажи выросли с 2015 года.'],
];

describe('openStaleness', () => {
  it.each(SENTENCES)('%s: %s', (language, text, ...cues) => {
    expect(cuesIn(language as ReadLanguage, text!)).toEqual(cues);
  });

  it('takes the date of a statement, unless the statement tells of it', () => {
    const text = 'In March 2016 the envoy said that the base closed in 2014.';
    const said = statement(text, 'that the base closed in 2014', 'says');
    expect(cuesIn('en', text)).toEqual([]);
    expect(cuesIn('en', text, [{ ...said, uttered: 0 }])).toEqual(['old-date: March 2016']);
    expect(cuesIn('en', text, [{ ...said, uttered: 1 }])).toEqual([]);
  });

  it('takes no date of less than a year, of a century ago, or of a deed', () => {
    const text = (year: string) => `In ${year} the envoy said that all was well.`;
    const said = (year: string) => [
      { ...statement(text(year), 'all was well', 'says'), uttered: 0 },
    ];
    const kinds = (year: string) => cuesIn('en', text(year), said(year));
    expect(kinds('2023')).toEqual([]);
    expect(kinds('2022')).toEqual(['old-date: 2022']);
    expect(kinds('1812')).toEqual([]);
    const election = 'The envoy said after the 2010 election that all was well.';
    const after = { ...statement(election, 'all was well', 'says'), uttered: 0 };
    expect(cuesIn('en', election, [after])).toEqual([]);
  });

  it('takes the former roles of speakers once', () => {
    const text = 'Ada Vik, the former head of the mission, said that all was well.';
    const begin = text.indexOf('the former');
    const end = text.indexOf(', said');
    const role = { span: { begin, end }, text: text.slice(begin, end), former: true };
    const said = { ...statement(text, 'all was well', 'says'), role };
    expect(cuesIn('en', text, [said])).toEqual(['former-role: the former head of the mission']);
  });

  it('takes no role that the text does not call a former one', () => {
    const text = 'Ada Vik, who led the mission until 2020, said that all was well.';
    const begin = text.indexOf('who led');
    const end = text.indexOf(' until');
    const role = { span: { begin, end }, text: text.slice(begin, end), former: true };
    const said = { ...statement(text, 'all was well', 'says'), role };
    expect(cuesIn('en', text, [said])).toEqual([]);
  });

  it('tells no date old where the day of publication is not known', () => {
    const document = { ...tagged('en', 'The clip was filmed in 2012.'), published: undefined };
    expect(staleness(document, datesOf(document), [])).toEqual([]);
  });

  it.each(READ_LANGUAGES)('has lists that are what it asks for: %s', (language) => {
    expect(stalenessSchema.safeParse(shippedLexicon('staleness', language)).error).toBeUndefined();
  });

  it('says which list is wrong and where', () => {
    const wrong = openStaleness((kind, language) =>
      kind === 'staleness' ? { former: [] } : shippedLexicon(kind, language),
    );
    expect(() => wrong(tagged('en', 'A former envoy.'), [], [])).toThrow(
      /^lexicon staleness\.en, at former/,
    );
  });
});
