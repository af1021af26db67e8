import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords, type Links, type WordIds } from './model1.ts';

/** Sentences as the trainer reads them: word numbers from 1 up, one run after the other. */
function wordIds(sentences: readonly (readonly number[])[], vocabulary: number): WordIds {
  const starts = [0];
  for (const sentence of sentences) starts.push(starts.at(-1)! + sentence.length);
  return { starts: Int32Array.from(starts), ids: Int32Array.from(sentences.flat()), vocabulary };
}

/** IBM Model 1 as in the textbook: t(right | left), uniform at first; word 0 is the empty one. */
function naive(
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
  iterations: number,
): Map<string, number> {
  const sources = left.map((words) => [0, ...words]);
  let t = new Map<string, number>();
  sources.forEach((words, s) => {
    for (const e of words) for (const f of right[s]!) t.set(`${e} ${f}`, 1);
  });
  for (let n = 0; n < iterations; n++) {
    const counts = new Map<string, number>();
    const totals = new Map<number, number>();
    sources.forEach((words, s) => {
      for (const f of right[s]!) {
        const norm = words.reduce((sum, e) => sum + t.get(`${e} ${f}`)!, 0);
        for (const e of words) {
          const share = t.get(`${e} ${f}`)! / norm;
          counts.set(`${e} ${f}`, (counts.get(`${e} ${f}`) ?? 0) + share);
          totals.set(e, (totals.get(e) ?? 0) + share);
        }
      }
    });
    t = new Map([...counts].map(([key, c]) => [key, c / totals.get(Number(key.split(' ')[0]))!]));
  }
  return t;
}

const asMap = ({ left, right, forward, size }: Links): Map<string, number> =>
  new Map(Array.from({ length: size }, (_, k) => [`${left[k]} ${right[k]}`, forward[k]!]));

describe('alignWords', () => {
  it('learns from three phrases which word is which', () => {
    // 1 the, 2 house, 3 book, 4 a; 1 la, 2 casa, 3 el, 4 libro, 5 un
    const [the, house, book, a] = [1, 2, 3, 4];
    const phrases = [
      [the, house],
      [the, book],
      [a, book],
    ];
    const spanish = [
      [1, 2],
      [3, 4],
      [5, 4],
    ];
    const links = asMap(alignWords(wordIds(phrases, 5), wordIds(spanish, 6), 8));
    expect(links.get(`${book} 4`)).toBeGreaterThan(0.7);
    expect(links.get(`${book} 4`)).toBeGreaterThan(links.get(`${book} 3`)!);
  });

  it('gives the probabilities of the textbook', () => {
    const sentence = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    const pairs = fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pairs, (bitext) => {
        const left = bitext.map(([words]) => words);
        const right = bitext.map(([, words]) => words);
        const found = asMap(alignWords(wordIds(left, 6), wordIds(right, 6), 3));
        for (const [key, p] of naive(left, right, 3)) expect(found.get(key)).toBeCloseTo(p, 3);
      }),
      { numRuns: 30 },
    );
  });
});
