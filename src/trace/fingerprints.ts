/**
 * Winnowed word n-gram fingerprints: which few hashes of a text are kept to be looked up.
 *
 * Every run of `GRAM` words is hashed to 48 bits; of every `WINDOW` consecutive hashes the smallest
 * is kept (the rightmost of equals). Two texts that share `GRAM + WINDOW - 1` = 8 words in a row
 * share at least one kept hash: that is a guarantee, not a likelihood. About 2 / (WINDOW + 1) = 40 %
 * of the positions are kept. Texts of up to `SHORT` words keep every hash, since a shared run in a
 * headline or a post may be shorter than 8 words. Linear time, no allocation.
 *
 * Schleimer, Wilkerson, Aiken: Winnowing. SIGMOD 2003, https://doi.org/10.1145/872757.872770
 */
import type { Tokens } from '../text/tokens.ts';

/** Words in a fingerprint. */
export const GRAM = 5;
/** Consecutive fingerprints of which one is kept. */
export const WINDOW = 4;
/** Up to this many words every fingerprint is kept. */
export const SHORT = 64;

/** The kept fingerprints of one text; only the first `count` entries are valid. */
export class Fingerprints {
  count = 0;
  /** Upper 32 bits, the sort key of a segment. */
  hashes: Uint32Array = new Uint32Array(1024);
  /** Lower 16 bits, which make a chance collision one in 2^48. */
  tails: Uint16Array = new Uint16Array(1024);
  /** Index of the first of the `GRAM` words. */
  positions: Int32Array = new Int32Array(1024);
  private high: Uint32Array = new Uint32Array(1024);
  private low: Uint16Array = new Uint16Array(1024);

  /** Reads the words and keeps their fingerprints. Overwrites what was read before. */
  read(tokens: Tokens): this {
    const grams = tokens.count - GRAM + 1;
    this.count = 0;
    if (grams <= 0) return this;
    if (this.hashes.length < grams) this.grow(grams);
    this.hashGrams(tokens.ids, grams);
    if (tokens.count <= SHORT) for (let i = 0; i < grams; i++) this.keep(i);
    else this.winnow(grams);
    return this;
  }

  private hashGrams(ids: Int32Array, grams: number): void {
    const { high, low } = this;
    for (let i = 0; i < grams; i++) {
      let h = 0;
      let l = 0x2545f491 | 0;
      for (let j = i; j < i + GRAM; j++) {
        const id = ids[j]!;
        h = Math.imul(h ^ id, 0x9e3779b1);
        h ^= h >>> 15;
        l = Math.imul(l, 0x01000193) ^ id;
      }
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
      high[i] = h ^ (h >>> 16);
      low[i] = (l ^ (l >>> 16)) & 0xffff;
    }
  }

  /** Robust winnowing: a minimum that is still in the window is not taken again. */
  private winnow(grams: number): void {
    const { high } = this;
    let least = -1;
    for (let end = WINDOW - 1; end < grams; end++) {
      const begin = end - WINDOW + 1;
      if (least < begin) {
        least = begin;
        for (let i = begin + 1; i <= end; i++) if (high[i]! <= high[least]!) least = i;
        this.keep(least);
      } else if (high[end]! <= high[least]!) {
        least = end;
        this.keep(least);
      }
    }
  }

  private keep(position: number): void {
    const at = this.count++;
    this.hashes[at] = this.high[position]!;
    this.tails[at] = this.low[position]!;
    this.positions[at] = position;
  }

  private grow(grams: number): void {
    const size = Math.max(grams, this.hashes.length * 2);
    this.hashes = new Uint32Array(size);
    this.tails = new Uint16Array(size);
    this.positions = new Int32Array(size);
    this.high = new Uint32Array(size);
    this.low = new Uint16Array(size);
  }
}
