/**
 * Counts of pairs of rows, in memory bounded by the pairs that differ.
 *
 * A pair and a weight are one double: two rows of 25 bits and a code of two bits. Pairs are kept in
 * `PARTS` columns by their first row. When a column has doubled it is sorted and equal pairs are
 * added up in place; a weight is not counted beyond `ENOUGH`, so that adding up early loses nothing.
 * n additions of d different pairs: O(n log d) time, at most 16 d bytes and a little.
 */
import { F64Column, U32Column } from './columns.ts';

/** Rows are 25 bits within a pair key, so that two rows and a weight fit a double. */
export const ROW_LIMIT = 2 ** 25;
/** Weight from which on a pair counts as found. The code 3 stands for it: one less than the weight. */
export const ENOUGH = 4;
const CODES = 4;
const PARTS = 64;
/** A column is added up from this many keys on. */
const LEAST_KEYS = 1 << 15;

/** Two-phase life: `add` pairs in any order, then `found()` once. */
export class PairCounts {
  private readonly parts: { readonly keys: F64Column; limit: number }[];
  private readonly rowsPerPart: number;

  /** For rows below `rows`. */
  constructor(rows: number) {
    this.rowsPerPart = Math.max(1, Math.ceil(rows / PARTS));
    this.parts = Array.from({ length: PARTS }, () => ({
      keys: new F64Column(1024),
      limit: LEAST_KEYS,
    }));
  }

  /** Adds `weight` (1 to `ENOUGH`) to the pair of rows `a < b`. */
  add(a: number, b: number, weight: number): void {
    const part = this.parts[Math.floor(a / this.rowsPerPart)]!;
    part.keys.push((a * ROW_LIMIT + b) * CODES + weight - 1);
    if (part.keys.length < part.limit) return;
    addUp(part.keys);
    part.limit = Math.max(LEAST_KEYS, part.keys.length * 2);
  }

  /** The pairs of at least `ENOUGH` weight as parallel columns, sorted by a, then b. */
  found(): { a: Uint32Array; b: Uint32Array } {
    const a = new U32Column(1024);
    const b = new U32Column(1024);
    for (const { keys } of this.parts) {
      addUp(keys);
      for (const key of keys.view()) {
        if (key % CODES !== ENOUGH - 1) continue;
        const pair = Math.floor(key / CODES);
        a.push(Math.floor(pair / ROW_LIMIT));
        b.push(pair % ROW_LIMIT);
      }
      keys.clear();
    }
    return { a: a.view(), b: b.view() };
  }
}

/** Sorts the keys and makes one of all keys of a pair. */
function addUp(column: F64Column): void {
  const keys = column.view().sort();
  let kept = 0;
  for (let i = 0; i < keys.length; ) {
    const pair = Math.floor(keys[i]! / CODES);
    let sum = 0;
    for (; i < keys.length && Math.floor(keys[i]! / CODES) === pair; i++) {
      sum += (keys[i]! % CODES) + 1;
    }
    keys[kept++] = pair * CODES + Math.min(ENOUGH, sum) - 1;
  }
  column.length = kept;
}
