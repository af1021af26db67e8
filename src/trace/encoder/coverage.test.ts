import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundSkeleton } from '../../text/transliterate.ts';
import { coverages } from './coverage.ts';
import { readPassages } from './passages.ts';

/** How strongly two stems are linked by the definition, without a lexicon. */
function strength(x: string, y: string): number {
  if (x === y) return 1;
  const [p, q] = [x, y].map((name) => (/^\d/.test(name) ? '' : soundSkeleton(name))) as [
    string,
    string,
  ];
  if (p.length < 4 || q.length < 4) return 0;
  const bigrams = (text: string) =>
    new Set([...text].slice(1).map((_, at) => text.slice(at, at + 2)));
  const [bp, bq] = [bigrams(p), bigrams(q)];
  const shared = [...bp].filter((bigram) => bq.has(bigram)).length;
  const dice = (2 * shared) / (bp.size + bq.size);
  return dice >= 0.6 ? dice : 0;
}

describe('coverages', () => {
  test('equals the definition', () => {
    const word = fc.constantFrom(
      'Путин',
      'Putin',
      'Putins',
      'Берлин',
      'Berlin',
      'mesa',
      '1990',
      '7',
    );
    const list = fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const a = readPassages(
          left.map((words) => words.join(' ')),
          'xx',
          undefined,
        );
        const b = readPassages(
          right.map((words) => words.join(' ')),
          'yy',
          undefined,
        );
        const { ofA, ofB } = coverages(a, b, undefined);
        const fold = (words: string[]) => [...new Set(words.map((name) => name.toLowerCase()))];
        left.forEach((x, i) => {
          right.forEach((y, j) => {
            const [p, q] = [fold(x), fold(y)];
            const share = (own: string[], other: string[]) => {
              const best = own.map((s) => Math.max(0, ...other.map((t) => strength(s, t))));
              return own.length === 0 ? 0 : best.reduce((sum, value) => sum + value) / own.length;
            };
            expect(ofA[i * right.length + j]).toBeCloseTo(share(p, q), 5);
            expect(ofB[i * right.length + j]).toBeCloseTo(share(q, p), 5);
          });
        });
      }),
    );
  });

  test('sees what is missing on one side only', () => {
    const a = readPassages(['Vladimir Putin'], 'es', undefined);
    const b = readPassages(['Владимир Путин 24 августа'], 'ru', undefined);
    const { ofA, ofB } = coverages(a, b, undefined);
    expect(ofA[0]).toBeGreaterThan(0.9);
    expect(ofB[0]).toBeLessThan(0.5);
  });
});
