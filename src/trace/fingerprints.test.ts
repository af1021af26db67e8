import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tokens } from '../text/tokens.ts';
import { Fingerprints, GRAM, SHORT, WINDOW } from './fingerprints.ts';

const GUARANTEED = GRAM + WINDOW - 1;

function tokens(ids: readonly number[]): Tokens {
  const none = new Int32Array(ids.length);
  return { count: ids.length, ids: Int32Array.from(ids), begins: none, ends: none };
}

interface Kept {
  readonly hash: number;
  readonly tail: number;
  readonly position: number;
}

function keptOf(ids: readonly number[], prints = new Fingerprints()): Kept[] {
  const { count, hashes, tails, positions } = prints.read(tokens(ids));
  return Array.from({ length: count }, (_, i) => ({
    hash: hashes[i]!,
    tail: tails[i]!,
    position: positions[i]!,
  }));
}

/** The naive twin: every gram hashed alone; of every window the rightmost of the least. */
function winnowed(ids: readonly number[]): Kept[] {
  const grams = ids
    .slice(0, Math.max(0, ids.length - GRAM + 1))
    .map((_, i) => ({ ...keptOf(ids.slice(i, i + GRAM))[0]!, position: i }));
  if (ids.length <= SHORT) return grams;
  const kept = new Set<Kept>();
  for (let i = 0; i + WINDOW <= grams.length; i++) {
    kept.add(grams.slice(i, i + WINDOW).reduce((least, g) => (g.hash <= least.hash ? g : least)));
  }
  return [...kept];
}

const word = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer());
/** Also monotonous ones, whose windows hold equal hashes. */
const words = (minLength: number, maxLength: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    fc.array(word, { minLength, maxLength, size: 'max' }),
    fc
      .tuple(fc.integer(), fc.integer())
      .chain(([x, y]) =>
        fc.array(fc.constantFrom(x, x, x, x, x, x, y), { minLength, maxLength, size: 'max' }),
      ),
  );

describe('Fingerprints', () => {
  it('keeps what naive winnowing keeps, in order, also when reused', () => {
    const prints = new Fingerprints();
    prints.read(tokens(Array.from({ length: 3000 }, (_, i) => i % 7)));
    fc.assert(
      fc.property(words(0, 200), (ids) => {
        expect(keptOf(ids, prints)).toEqual(winnowed(ids));
      }),
    );
  });

  it('keeps a common fingerprint of any two texts that share a run of 8 words', () => {
    const side = words(0, 120);
    fc.assert(
      fc.property(side, side, words(GUARANTEED, 12), side, side, (a, c, run, b, d) => {
        const left = new Set(keptOf([...a, ...run, ...c]).map((k) => `${k.hash} ${k.tail}`));
        const shared = keptOf([...b, ...run, ...d])
          .filter((k) => left.has(`${k.hash} ${k.tail}`))
          .map((k) => k.position);
        expect(shared).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every fingerprint of a text of up to 64 words', () => {
    const ids = Array.from({ length: SHORT }, (_, i) => i);
    expect(keptOf(ids).map((k) => k.position)).toEqual(ids.slice(0, SHORT - GRAM + 1));
    expect(keptOf([...ids, 64]).length).toBeLessThan(SHORT - GRAM + 1);
  });

  it('keeps two fifths of the positions of a long text', () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => Math.imul(i, 0x2c1b3c6d) ^ (i << 7));
    expect(keptOf(ids).length / ids.length).toBeCloseTo(2 / (WINDOW + 1), 1);
  });

  it('has nothing to keep of fewer than 5 words', () => {
    for (let length = 0; length < GRAM; length++) {
      expect(keptOf(new Array<number>(length).fill(1))).toEqual([]);
    }
    expect(keptOf([1, 2, 3, 4, 5])).toHaveLength(1);
  });

  it('tells word orders and neighbouring words apart', () => {
    const hashes = [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 4, 5],
      [1, 2, 3, 5, 4],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1],
      [1, 0, 0, 0, 0],
    ].map((ids) => keptOf(ids)[0]!.hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
