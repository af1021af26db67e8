import { describe, expect, test } from 'vitest';
import { explainPair } from './explain.ts';
import {
  composeLexicons,
  LEXICON_MAGIC,
  LEXICON_VERSION,
  readLexicon,
  supplementLexicon,
  translationsOf,
} from './lexicon.ts';
import { sealModel } from './model-file.ts';
import { openShelf } from './shelf.ts';

type Link = readonly [left: number, right: number, forward: number, backward: number];

/** A lexicon file written the plain way: no shared beginnings, numbers below 128. */
function fileOf(
  languages: string,
  left: readonly string[],
  right: readonly string[],
  links: readonly Link[],
): Uint8Array {
  const encoder = new TextEncoder();
  const out = [...encoder.encode(languages), 100];
  for (const stems of [left, right]) {
    out.push(stems.length);
    for (const name of stems) {
      const bytes = encoder.encode(name);
      out.push(0, bytes.length, ...bytes);
    }
    // A frequency of 9 units in 100: 12 × log2(10) ≈ 40.
    for (let i = 0; i < stems.length; i++) out.push(40);
  }
  out.push(links.length);
  left.forEach((_, l) => {
    const row = links.filter(([from]) => from === l);
    out.push(row.length);
    let last = 0;
    for (const [, r, forward, backward] of row) {
      out.push(r - last, forward, backward);
      last = r;
    }
  });
  return sealModel(LEXICON_MAGIC, LEXICON_VERSION, Uint8Array.from(out));
}

const EN_ES = fileOf(
  'enes',
  ['embass', 'government', 'sanction'],
  ['embajad', 'gobiern', 'sanc'],
  [
    [0, 0, 255, 204],
    [1, 1, 204, 255],
    [2, 1, 51, 0],
    [2, 2, 204, 255],
  ],
);
const EN_RU = fileOf(
  'enru',
  ['government', 'sanction'],
  ['правительств', 'санкц'],
  [
    [0, 0, 255, 255],
    [1, 1, 153, 204],
  ],
);

describe('readLexicon', () => {
  test('reads both directions, best translation first', () => {
    const { forward, backward } = readLexicon(EN_ES);
    expect(translationsOf(forward, 'Sanctions')).toEqual([
      { stem: 'sanc', probability: expect.closeTo(0.8) },
      { stem: 'gobiern', probability: expect.closeTo(0.2) },
    ]);
    expect(translationsOf(backward, 'gobierno').map((entry) => entry.stem)).toEqual(['government']);
    expect(translationsOf(forward, 'unheard')).toEqual([]);
    expect(forward.source.idf[0]).toBeCloseTo(Math.log(100 / 9), 1);
  });

  test('refuses damage with a message', () => {
    const damaged = EN_ES.slice();
    damaged[40]! ^= 1;
    expect(() => readLexicon(damaged)).toThrow('damaged');
    expect(() => readLexicon(new Uint8Array(0))).toThrow('too few');
    const seal = (payload: Uint8Array) => sealModel(LEXICON_MAGIC, LEXICON_VERSION, payload);
    const payload = EN_ES.slice(16);
    expect(() => readLexicon(seal(payload.slice(0, 30)))).toThrow('ends at byte');
    expect(() => readLexicon(seal(Uint8Array.of(...payload, 0)))).toThrow('1 bytes too many');
    const astray = fileOf('enes', ['a'], ['b'], [[0, 5, 9, 9]]);
    expect(() => readLexicon(astray)).toThrow('a link points outside');
  });
});

describe('composeLexicons', () => {
  const esEn = readLexicon(EN_ES).backward;
  const enRu = readLexicon(EN_RU).forward;

  test('multiplies along the way and sums over ways', () => {
    const esRu = composeLexicons(esEn, enRu);
    expect(translationsOf(esRu, 'sanciones')).toEqual([
      { stem: 'санкц', probability: expect.closeTo(0.6) },
    ]);
    expect(translationsOf(esRu, 'embajada')).toEqual([]);
  });

  test('refuses a gap', () => {
    expect(() => composeLexicons(enRu, esEn)).toThrow('middle languages differ');
  });
});

describe('supplementLexicon', () => {
  test('asks the second only where the first knows nothing', () => {
    const first = readLexicon(fileOf('enes', ['embass'], ['mision'], [[0, 0, 255, 255]])).forward;
    const both = supplementLexicon(first, readLexicon(EN_ES).forward);
    expect(translationsOf(both, 'embassy').map((entry) => entry.stem)).toEqual(['mision']);
    expect(translationsOf(both, 'sanction')[0]?.stem).toBe('sanc');
    expect(() => supplementLexicon(first, readLexicon(EN_RU).forward)).toThrow('cannot join');
  });
});

describe('openShelf', () => {
  const shelf = openShelf([EN_ES, EN_RU]);

  test('finds the way between any two languages, and says where there is none', () => {
    expect([...shelf.languages].sort()).toEqual(['en', 'es', 'ru']);
    expect(translationsOf(shelf.between('es', 'ru')!, 'gobierno')[0]?.stem).toBe('правительств');
    expect(translationsOf(shelf.between('ru', 'es')!, 'санкций')[0]?.stem).toBe('sanc');
    expect(shelf.between('es', 'fr')).toBeUndefined();
  });
});

describe('explainPair', () => {
  const shelf = openShelf([EN_ES, EN_RU]);
  const lexicons = { forward: shelf.between('es', 'ru'), backward: shelf.between('ru', 'es') };
  const a = { text: 'El gobierno de Sheinbaum anunció 1.500 sanciones', language: 'es' };
  const b = { text: 'Правительство Шейнбаум объявило 1 500 санкций', language: 'ru' };

  test('matches by number, lexicon and sound, with places', () => {
    const evidence = explainPair(a, b, lexicons);
    expect(
      evidence.matches.map((match) => [
        a.text.slice(match.a.begin, match.a.end),
        b.text.slice(match.b.begin, match.b.end),
        match.kind,
      ]),
    ).toEqual([
      ['gobierno', 'Правительство', 'translation'],
      ['Sheinbaum', 'Шейнбаум', 'sound'],
      ['1.500', '1 500', 'number'],
      ['sanciones', 'санкций', 'translation'],
    ]);
    expect(evidence.numbers).toEqual({ a: 1, b: 1, shared: 1 });
    expect(evidence.coverageB).toBeGreaterThan(0.6);
  });

  test('covers nothing of what is unrelated or empty', () => {
    const other = { text: 'Погода завтра', language: 'ru' };
    expect(explainPair(a, other, lexicons)).toMatchObject({ matches: [], coverageA: 0 });
    expect(explainPair({ ...a, text: '' }, b, lexicons).coverageB).toBe(0);
  });
});
