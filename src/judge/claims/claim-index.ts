/**
 * An inverted index of fact-checks: BM25F over claim, title, subtitle and body (S. Robertson,
 * H. Zaragoza and M. Taylor, *Simple BM25 Extension to Multiple Weighted Fields*, CIKM 2004,
 * https://doi.org/10.1145/1031171.1031181).
 *
 * Columns only: for each term its postings, for each check its words in order. Two passes: checks
 * are read one by one into growing columns, then a counting sort turns them round. O(words) in all.
 * Memory: 8 bytes a distinct word of a check, 4 a word of claim, title and subtitle, and the
 * vocabulary; what the caller streams in is not kept but for the strings of claim and title.
 */

import { termsOf } from './claim-terms.ts';
import { type ClaimText, FIELDS } from './claim-text.ts';
import { GrowingInts } from './growing.ts';

/** Words read of each field: a body's first words say what is checked. */
const MOST_WORDS = { claim: 120, title: 40, subtitle: 120, body: 150 } as const;
/** Weights of a word by the field it stands in, and how far a long field counts less. */
const FIELD_WEIGHTS = { claim: 1, title: 1.2, subtitle: 0.45, body: 0.3 };
const FIELD_LENGTHS = { claim: 0.6, title: 0.4, subtitle: 0.6, body: 0.7 };

export interface ClaimIndex {
  readonly size: number;
  readonly ids: readonly string[];
  readonly claims: readonly string[];
  readonly titles: readonly string[];
  /** Number into `languages`, one a check. */
  readonly languageOf: Uint8Array;
  readonly languages: readonly string[];
  /** Term key to term number. */
  readonly terms: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  /** Postings of term t: `postings[t] … postings[t + 1]`. */
  readonly postings: Uint32Array;
  readonly rows: Uint32Array;
  /** BM25F's weighted, length-normalised frequencies. */
  readonly weights: Float32Array;
  /** Words of each check in order, without the body: `words[r] … words[r + 1]` of `sequence`. */
  readonly words: Uint32Array;
  readonly sequence: Uint32Array;
}

/** Reads all checks, which may be a stream, into an index. A later check with a known id stands beside it. */
export function buildClaimIndex(checks: Iterable<ClaimText>): ClaimIndex {
  const builder = new IndexBuilder();
  for (const check of checks) builder.add(check);
  return builder.finish();
}

/** A field's end in `sequence` is marked, so that no phrase is seen across it. */
export const FIELD_END = 0;

class IndexBuilder {
  private readonly terms = new Map<string, number>([['', FIELD_END]]);
  private readonly ids: string[] = [];
  private readonly claims: string[] = [];
  private readonly titles: string[] = [];
  private readonly languages: string[] = [];
  private readonly languageOf: number[] = [];
  /** Row-major triples: term and field packed, count. */
  private readonly entries = new GrowingInts();
  private readonly counts = new GrowingInts();
  private readonly entryEnds = new GrowingInts();
  private readonly sequence = new GrowingInts();
  private readonly words = new GrowingInts();
  private readonly lengths = FIELDS.map(() => new GrowingInts());

  add(check: ClaimText): void {
    const language = check.language ?? 'und';
    this.words.push(this.sequence.length);
    for (const [f, field] of FIELDS.entries()) {
      const text = check[field] ?? '';
      const read = text === '' ? [] : termsOf(text, language, MOST_WORDS[field]);
      this.lengths[f]!.push(read.length);
      const counts = new Map<number, number>();
      for (const { key } of read) {
        const number = this.terms.get(key) ?? this.terms.size;
        this.terms.set(key, number);
        counts.set(number, (counts.get(number) ?? 0) + 1);
        if (field !== 'body') this.sequence.push(number);
      }
      if (field !== 'body') this.sequence.push(FIELD_END);
      for (const [number, count] of counts) {
        this.entries.push(number * FIELDS.length + f);
        this.counts.push(count);
      }
    }
    this.entryEnds.push(this.entries.length);
    this.ids.push(check.id);
    this.claims.push(check.claim);
    this.titles.push(check.title ?? '');
    this.languageOf.push(this.numberOf(language));
  }

  private numberOf(language: string): number {
    const known = this.languages.indexOf(language);
    if (known >= 0) return known;
    if (this.languages.length > 254) return 0;
    return this.languages.push(language) - 1;
  }

  finish(): ClaimIndex {
    const size = this.ids.length;
    this.words.push(this.sequence.length);
    const { postings, rows, weights } = this.invert(size);
    const idf = new Float32Array(this.terms.size);
    for (let t = 0; t < idf.length; t++) {
      const df = postings[t + 1]! - postings[t]!;
      idf[t] = Math.log(1 + (size - df + 0.5) / (df + 0.5));
    }
    return {
      size,
      ids: this.ids,
      claims: this.claims,
      titles: this.titles,
      languageOf: Uint8Array.from(this.languageOf),
      languages: this.languages,
      terms: this.terms,
      ...{ idf, postings, rows, weights },
      words: this.words.array(),
      sequence: this.sequence.array(),
    };
  }

  private invert(size: number) {
    const norms = this.lengths.map((lengths, f) => normsOf(lengths.array(), FIELDS[f]!));
    const entries = this.entries.array();
    const counts = this.counts.array();
    const ends = this.entryEnds.array();
    const last = new Int32Array(this.terms.size).fill(-1);
    const postings = new Uint32Array(this.terms.size + 1);
    // First the number of checks of each term, then their places, then the postings themselves.
    eachRow(ends, (row, e) => {
      const term = Math.floor(entries[e]! / FIELDS.length);
      if (last[term] !== row) postings[term + 1]!++;
      last[term] = row;
    });
    for (let t = 0; t < this.terms.size; t++) postings[t + 1]! += postings[t]!;
    const next = postings.slice();
    const rows = new Uint32Array(postings[this.terms.size]!);
    const weights = new Float32Array(rows.length);
    last.fill(-1);
    for (let row = 0, e = 0; row < size; row++) {
      for (; e < ends[row]!; e++) {
        const term = Math.floor(entries[e]! / FIELDS.length);
        const f = entries[e]! % FIELDS.length;
        if (last[term] !== row) {
          last[term] = row;
          rows[next[term]!] = row;
          next[term]!++;
        }
        weights[next[term]! - 1]! += counts[e]! * norms[f]![row]!;
      }
    }
    return { postings, rows, weights };
  }
}

function eachRow(ends: Uint32Array, visit: (row: number, entry: number) => void): void {
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
