/**
 * Words by check turned round into postings by term: a counting sort in two passes over the entries.
 * O(entries + terms).
 */
import { FIELDS } from './claim-text.ts';

/** Weights of a word by the field it stands in, and how far a long field counts less. */
const FIELD_WEIGHTS = { claim: 1, title: 1.2, subtitle: 0.45, body: 0.3 };
const FIELD_LENGTHS = { claim: 0.6, title: 0.4, subtitle: 0.6, body: 0.7 };

export interface Entries {
  readonly terms: number;
  /** Term number × fields + field, check by check. */
  readonly entries: Uint32Array;
  /** How often the term stands in that field. */
  readonly counts: Uint32Array;
  /** Where each check's entries end. */
  readonly ends: Uint32Array;
  /** Words of each field, one column a field, one number a check. */
  readonly lengths: readonly Uint32Array[];
}

export interface Postings {
  readonly postings: Uint32Array;
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

/** The columns of those names in `ClaimIndex`. */
export function invert({ terms, entries, counts, ends, lengths }: Entries): Postings {
  const norms = lengths.map((column, f) => normsOf(column, FIELDS[f]!));
  const last = new Int32Array(terms).fill(-1);
  const postings = new Uint32Array(terms + 1);
  eachEntry(ends, (row, e) => {
    const term = Math.floor(entries[e]! / FIELDS.length);
    if (last[term] !== row) postings[term + 1]!++;
    last[term] = row;
  });
  for (let t = 0; t < terms; t++) postings[t + 1]! += postings[t]!;
  const next = postings.slice();
  const rows = new Uint32Array(postings[terms]!);
  const weights = new Float32Array(rows.length);
  last.fill(-1);
  eachEntry(ends, (row, e) => {
    const term = Math.floor(entries[e]! / FIELDS.length);
    if (last[term] !== row) rows[next[term]!++] = row;
    last[term] = row;
    weights[next[term]! - 1]! += counts[e]! * norms[entries[e]! % FIELDS.length]![row]!;
  });
  return { postings, rows, weights };
}

function eachEntry(ends: Uint32Array, visit: (row: number, entry: number) => void): void {
  for (let row = 0, e = 0; row < ends.length; row++) {
    for (; e < ends[row]!; e++) visit(row, e);
  }
}

/** What one word of a field counts in each check. */
function normsOf(lengths: Uint32Array, field: (typeof FIELDS)[number]): Float32Array {
  let sum = 0;
  let holders = 0;
  for (const length of lengths) {
    sum += length;
    if (length > 0) holders++;
  }
  const mean = sum / Math.max(1, holders);
  const b = FIELD_LENGTHS[field];
  return Float32Array.from(lengths, (length) =>
    length === 0 ? 0 : FIELD_WEIGHTS[field] / (1 - b + (b * length) / mean),
  );
}
