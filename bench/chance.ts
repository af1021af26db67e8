/**
 * Seeded chance: streams of numbers that depend on nothing but their keys, so that row 900,000 of a
 * corpus can be made without the rows before it.
 *
 * The mixer is MurmurHash3's finalizer (Austin Appleby, public domain), the stream sfc32 of 128 bits
 * (Chris Doty-Humphrey, PractRand, public domain). A stream of 32 bits (mulberry32) was tried and
 * lost: all its streams lie on one cycle, so that among 100,000 articles some 500 pairs shared
 * hundreds of words by overlap alone. Not for secrets.
 */

/** A stream of numbers in [0, 1). */
export type Chance = () => number;

/** The stream that belongs to these keys (integers). */
export function chanceOf(...keys: readonly number[]): Chance {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  for (const key of keys) {
    a = mix(a ^ key);
    b = mix(b + a);
    c = mix(c ^ b);
  }
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The generator's own recommendation: the first dozen still show the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A whole number in [low, high]. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1));
}
