import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mention, READ_LANGUAGES, type ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openMentions } from './mentions.ts';

const read = openMentions(shippedLexicon, shippedWeights);
const mentionsIn = (text: string, language: ReadLanguage) => read(documentOf({ text, language }));

/** A mention as `kind/form text -> name state`. */
function written({ kind, form, text, name, state }: Mention): string {
  return `${kind}/${form} ${text} -> ${name} ${state ?? '-'}`;
}

function listOf(text: string, language: ReadLanguage): string[] {
  return mentionsIn(text, language).map(written);
}

// All invented: no one said any of this.
describe('openMentions in English', () => {
  it('tells persons, bodies, offices and states apart', () => {
    const found = listOf(
      'CIA Director Harold Pym met Mexican President Alma Ruiz in Mexico City. Pym said Moscow was not pleased, and the Kremlin denied it.',
      'en',
    );
    expect(found).toEqual([
      'organisation/abbreviation CIA -> CIA US',
      'office/name Director -> CIA Director US',
      'person/name Harold Pym -> Harold Pym -',
      'state/demonym Mexican -> Mexican MX',
      'office/name President -> Mexican President MX',
      'person/name Alma Ruiz -> Alma Ruiz -',
      'place/name Mexico City -> Mexico City MX',
      'person/name Pym -> Harold Pym -',
      'state/metonym Moscow -> Moscow RU',
      'state/metonym Kremlin -> Kremlin RU',
    ]);
  });

  it('takes London for a person where the article does, and for the place where it is one', () => {
    const found = listOf(
      '"They are many," said Douglas London, a former officer, during a talk in London.',
      'en',
    );
    expect(found).toEqual([
      'person/name Douglas London -> Douglas London -',
      'place/name London -> London GB',
    ]);
  });

  it('learns an abbreviation in brackets', () => {
    const found = listOf(
      'Alma Maria Lopez Ortiz (AMLO) opposed it. Relations with AMLO have soured.',
      'en',
    );
    expect(found).toContain('person/abbreviation AMLO -> Alma Maria Lopez Ortiz -');
    expect(found.filter((one) => one.includes('AMLO'))).toHaveLength(2);
  });

  it('reads US only in capitals', () => {
    expect(listOf('He told us that the US and U.S. officials knew.', 'en')).toEqual([
      'state/abbreviation US -> US US',
      'state/abbreviation U.S. -> US US',
    ]);
  });

  it('leaves a general word for a post in the plural', () => {
    const kinds = mentionsIn('The ministers met the ambassador to Mexico.', 'en');
    expect(kinds.map(written)).toEqual([
      'office/name ambassador -> ambassador to Mexico -',
      'state/name Mexico -> Mexico MX',
    ]);
  });
});

describe('openMentions in Spanish', () => {
  it('reads demonyms with gender and number, seats and offices', () => {
    const found = listOf(
      'La portavoz rusa, Marina Orlova, dijo que la Casa Blanca y el Kremlin no hablaron. Orlova viajó a Bogotá. Los diplomáticos noruegos esperan en Noruega.',
      'es',
    );
    expect(found).toEqual([
      'office/name portavoz -> portavoz rusa RU',
      'state/demonym rusa -> rusa RU',
      'person/name Marina Orlova -> Marina Orlova -',
      'state/metonym Casa Blanca -> Casa Blanca US',
      'state/metonym Kremlin -> Kremlin RU',
      'person/name Orlova -> Marina Orlova -',
      'place/name Bogotá -> Bogotá CO',
      'state/demonym noruegos -> Noruega NO',
      'state/name Noruega -> Noruega NO',
    ]);
  });

  it('reads abbreviations of states with dots and spaces', () => {
    const found = mentionsIn('El embajador de EE. UU. en México se fue.', 'es');
    expect(found.map(({ state }) => state)).toEqual(['US', 'US', 'MX']);
    expect(found[1]!.text).toBe('EE. UU.');
  });
});

describe('openMentions in Russian', () => {
  it('folds case endings', () => {
    const found = mentionsIn(
      'Посол России в Мексике Николай Софронов приехал в Москву. Софронова встретили.',
      'ru',
    );
    expect(found.map(written)).toEqual([
      'office/name Посол -> Посол России в Мексике RU',
      'state/name России -> России RU',
      'state/name Мексике -> Мексике MX',
      'person/name Николай Софронов -> Николай Софронов -',
      'place/name Москву -> Москву RU',
      'person/name Софронова -> Николай Софронов -',
    ]);
  });

  it('knows a body and its state', () => {
    const found = mentionsIn('В ЦРУ и Госдепе молчат, Вашингтон не ответил.', 'ru');
    expect(found.map(({ entity, state }) => [entity, state])).toEqual([
      ['organisation:cia', 'US'],
      ['organisation:state-department', 'US'],
      ['state:US', 'US'],
    ]);
  });
});

describe('entities', () => {
  it('are one in three languages', () => {
    const entities = [
      mentionsIn('Claudia Sheinbaum met the GRU in Moscow, Russia.', 'en'),
      mentionsIn('Claudia Sheinbaum habló con el GRU en Moscú, Rusia.', 'es'),
      mentionsIn('Клаудия Шейнбаум говорила с ГРУ в Москве, в России.', 'ru'),
    ].map((found) => found.map(({ entity }) => entity));
    expect(entities[0]).toHaveLength(4);
    expect(entities[1]).toEqual(entities[0]);
    expect(entities[2]).toEqual(entities[0]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'Moscow',
      'Путин',
      'said',
      'EE. UU.',
      '(AMLO)',
      '"',
      ',',
      '.',
      '\n',
      'de',
      'Ana',
      'США',
      '7',
    ],
  );

  it('yields mentions in order that stand where they say, without overlaps', () => {
    const language = fc.constantFrom(...READ_LANGUAGES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), language, (pieces, lang) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const mention of mentionsIn(text, lang)) {
          expect(mention.span.begin).toBeGreaterThanOrEqual(end);
          expect(text.slice(mention.span.begin, mention.span.end)).toBe(mention.text);
          expect(mention.name).not.toBe('');
          expect(mention.entity).toMatch(/^[a-z]+:./);
          end = mention.span.end;
        }
      }),
    );
  });

  it.each([
    ['one name repeated', 'Moscow '.repeat(40_000)],
    ['capitals without an end', 'Aa Bb Cc '.repeat(15_000)],
    ['no white space', 'Ab'.repeat(100_000)],
    ['brackets', 'Aa Bb (AB) '.repeat(10_000)],
  ])('is read in linear time: %s', (_, text) => {
    expect(Array.isArray(mentionsIn(text, 'en'))).toBe(true);
  });
});
