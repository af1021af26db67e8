import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../text/stem.ts';
import { candidatesOf } from './candidates.ts';
import { buildClaimIndex } from './claim-index.ts';
import type { ClaimText } from './claim-text.ts';
import { matchClaim } from './match-claim.ts';
import { termOf } from './term-table.ts';

/** Invented checks. */
const CHECKS: readonly ClaimText[] = [
  ['bees', 'A beekeeper in Norland sold 6,600 jars of glowing honey'],
  ['harbour', 'The harbour of Westvale was closed by order of Mayor Ilsa Brandt'],
  ['vaccine', 'A vaccine against hay fever turns hair green'],
  ['bridge', 'The bridge at Karlow cost 40 million and was never opened'],
  ['fires', 'Photographs show the Australian fires from a weather balloon'],
  ['school', 'Schools in Norland must teach chess on Fridays'],
  ['whale', 'A whale was seen in the river under the bridge of Westvale'],
  ['mill', 'Wild fires burned a mill in Ostmark'],
  ['cricket', 'An Australian cricketer was fined'],
  ['tax', 'Norland taxes bicycles twice a year'],
].map(([id, claim]) => ({ id: id!, claim: claim!, language: 'en' }));
const INDEX = buildClaimIndex(CHECKS);
const first = (text: string, language = 'en') =>
  matchClaim(INDEX, text, { language, atLeast: 0 })[0]?.id;

describe('matchClaim', () => {
  it('finds a claim in other words, and explains it by parts', () => {
    const [best] = matchClaim(INDEX, 'Norland beekeepers are selling jars of honey that glows', {
      language: 'en',
    });
    expect(best?.id).toBe('bees');
    expect(best?.parts.covered).toBeGreaterThan(0.3);
    expect(best?.parts.meaning).toBe(0);
  });

  it('reads posts: hashtags with and without joints, handles, addresses, signatures', () => {
    expect(first('wow #AustralianFires https://x.example/bridge-karlow')).toBe('fires');
    expect(first('wow #australianfires')).toBe('fires');
    expect(first('@IlsaBrandt did this')).toBe('harbour');
    expect(first('Look at that pic.twitter.com/whale — Karlow (@k) May 1, 2020')).toBe('bridge');
  });

  it('puts one slip of a letter right where several checks know the word', () => {
    expect(first('Norlamd bycicle, bicycles')).toBe('tax');
  });

  it('reads digits that stand for letters', () => {
    expect(first('h0n3y')).toBe('bees');
    expect(first('b1cycl35 and h4ppy')).toBe('tax');
    expect(first('2019 4 33')).toBeUndefined();
  });

  it('prefers its own language, and knows a name by its sound in others', () => {
    const both = buildClaimIndex([
      { id: 'ru', claim: 'Порт города Вествейл закрыт на ремонт', language: 'ru' },
      { id: 'en', claim: 'Westvale has a new mayor', language: 'en' },
    ]);
    const options = { language: 'en', translate: () => [], atLeast: 0 };
    expect(matchClaim(both, 'Look at Westvale', options).map(({ id }) => id)).toEqual(['en', 'ru']);
  });

  it('reads a number whatever separates its digits', () => {
    expect(first('6600')).toBe('bees');
    expect(first('6 600 или 6.600')).toBe('bees');
  });

  it('finds a claim in another language by translation', () => {
    const translate = (word: string) =>
      ({ пчеловод: ['beekeeper'], меда: ['honey'] })[word]?.map((name) => ({
        stem: stem(name, 'en'),
        strength: 1,
      })) ?? [];
    const options = { language: 'ru', translate, atLeast: 0 };
    expect(matchClaim(INDEX, 'пчеловод и банки меда', options)[0]?.id).toBe('bees');
    expect(first('пчеловод и банки меда', 'ru')).toBeUndefined();
  });

  it('lets an encoder decide between claims with equal words', () => {
    const encode = (texts: readonly string[]) =>
      Float32Array.from(texts.flatMap((text) => (/whale|seen/.test(text) ? [1, 0] : [0, 1])));
    const [best] = matchClaim(INDEX, 'Seen under the bridge', { language: 'en', encode });
    expect([best?.id, best?.parts.meaning]).toEqual(['whale', 1]);
  });

  it('answers none where little is shared or nothing can be', () => {
    expect(
      matchClaim(INDEX, 'Parliament of Ostmark debates a budget for ferries under snow'),
    ).toEqual([]);
    expect(matchClaim(INDEX, '')).toEqual([]);
    expect(matchClaim(buildClaimIndex([]), 'honey', { atLeast: 0 })).toEqual([]);
  });

  it('takes hostile texts in linear time', () => {
    for (const text of ['bridge '.repeat(200_000), '#a'.repeat(300_000), 'x'.repeat(1_000_000)]) {
      expect(matchClaim(INDEX, text, { language: 'en' }).length).toBeLessThanOrEqual(CHECKS.length);
    }
  });
});

const WORDS = ['ant', 'bee', 'cat', 'dog', 'elk', 'fox'] as const;
const NONE = new Map();
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 });

describe('candidatesOf', () => {
  it('ranks one field as a naive BM25 does', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), sentence, (docs, words) => {
        const index = buildClaimIndex(docs.map((doc, i) => ({ id: `${i}`, claim: doc.join(' ') })));
        const asked = new Set(words);
        const terms = new Map(
          [...asked].flatMap((word) => {
            const term = termOf(index, word);
            return term === undefined ? [] : [[term, 1] as const];
          }),
        );
        const { rows, scores } = candidatesOf(index, { terms, translated: NONE }, 50);
        const naive = docs.map((doc) => naiveBm25(docs, doc, asked));
        expect(rows.length).toBe(naive.filter((score) => score > 0).length);
        rows.forEach((row, i) => {
          expect(scores[i]).toBeCloseTo(naive[row]!, 4);
          if (i > 0) expect(scores[i]!).toBeLessThanOrEqual(scores[i - 1]!);
        });
      }),
    );
  });

  it('keeps the best of many', () => {
    const docs = Array.from({ length: 40 }, (_, i) => `ant ${'bee '.repeat(i)}`);
    const index = buildClaimIndex(docs.map((claim, i) => ({ id: `${i}`, claim })));
    const terms = new Map([[termOf(index, 'ant')!, 1]]);
    expect([...candidatesOf(index, { terms, translated: NONE }, 3).rows]).toEqual([0, 1, 2]);
  });
});

/** The twin: k1 = 1.2, b = .6, by definition. */
function naiveBm25(docs: readonly string[][], doc: readonly string[], asked: Set<string>): number {
  const mean = docs.reduce((sum, { length }) => sum + length, 0) / docs.length;
  let score = 0;
  for (const word of asked) {
    const holders = docs.filter((other) => other.includes(word)).length;
    const count = doc.filter((other) => other === word).length;
    const w = count / (1 - 0.6 + (0.6 * doc.length) / mean);
    score +=
      Math.log(1 + (docs.length - holders + 0.5) / (holders + 0.5)) * ((2.2 * w) / (1.2 + w));
  }
  return score;
}
