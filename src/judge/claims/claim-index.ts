/**
 * Builds an inverted index of fact-checks: BM25F over claim, title, subtitle and body (S. Robertson,
 * H. Zaragoza and M. Taylor, *Simple BM25 Extension to Multiple Weighted Fields*, CIKM 2004,
 * https://doi.org/10.1145/1031171.1031181).
 *
 * Two passes: checks are read one by one into growing columns, then a counting sort turns them round.
 * O(words) in all. Memory: 8 bytes a distinct word of a check, 4 a word of claim, title and subtitle,
 * the vocabulary, and ids, claims and titles as UTF-8; what else the caller streams in is not kept.
 */
import { type ClaimIndex, FIELD_END, packClaimIndex } from './claim-index-file.ts';
import { termsOf } from './claim-terms.ts';
import { type ClaimText, FIELDS } from './claim-text.ts';
import { GrowingInts, GrowingText } from './growing.ts';
import { invert } from './postings.ts';
import type { Worth } from './told-words.ts';

/** Words read of each field: a body's first words say what is checked. */
const MOST_WORDS = { claim: 120, title: 40, subtitle: 120, body: 150 } as const;

/**
 * How rare words are is told by the checks themselves once there are so many; fewer are filled up with
 * so many texts of the background, or with one check every word would be as telling as a name.
 */
const ENOUGH = 10;

/**
 * Reads all checks, which may be a stream, into an index. A later check with a known id stands beside
 * it. `worth`: how much a word tells in texts of its language, for an index of few checks.
 */
export function buildClaimIndex(checks: Iterable<ClaimText>, worth?: Worth): ClaimIndex {
  const builder = new IndexBuilder(worth);
  for (const check of checks) builder.add(check);
  return builder.finish();
}

class IndexBuilder {
  private readonly terms = new Map<string, number>([['', FIELD_END]]);
  private readonly languages: string[] = [];
  private readonly languageOf: number[] = [];
  private readonly texts = new GrowingText();
  private readonly textStarts = new GrowingInts();
  /** Row-major: term and field packed, and their count. */
  private readonly entries = new GrowingInts();
  private readonly counts = new GrowingInts();
  private readonly entryEnds = new GrowingInts();
  private readonly sequence = new GrowingInts();
  private readonly words = new GrowingInts();
  private readonly lengths = FIELDS.map(() => new GrowingInts());
  /** Of each term, the share of background texts that have it. */
  private readonly shares: number[] = [0];
  private readonly worth: Worth | undefined;

  constructor(worth: Worth | undefined) {
    this.worth = worth;
  }

  add(check: ClaimText): void {
    const language = check.language ?? 'und';
    this.words.push(this.sequence.length);
    for (let f = 0; f < FIELDS.length; f++) this.addField(check[FIELDS[f]!] ?? '', language, f);
    this.entryEnds.push(this.entries.length);
    for (const text of [check.id, check.claim, check.title ?? '']) this.addText(text);
    this.languageOf.push(this.numberOf(language));
  }

  private addField(text: string, language: string, f: number): void {
    const field = FIELDS[f]!;
    const read = text === '' ? [] : termsOf(text, language, MOST_WORDS[field]);
    this.lengths[f]!.push(read.length);
    const counts = new Map<number, number>();
    for (const { key, word } of read) {
      const number = this.terms.get(key) ?? this.numberNew(key, word, language);
      counts.set(number, (counts.get(number) ?? 0) + 1);
      if (field !== 'body') this.sequence.push(number);
    }
    if (field !== 'body') this.sequence.push(FIELD_END);
    for (const [number, count] of counts) {
      this.entries.push(number * FIELDS.length + f);
      this.counts.push(count);
    }
  }

  private numberNew(key: string, word: string, language: string): number {
    const number = this.terms.size;
    this.terms.set(key, number);
    this.shares.push(this.worth === undefined ? 0 : Math.exp(-this.worth(word, language)));
    return number;
  }

  private addText(text: string): void {
    this.textStarts.push(this.texts.length);
    this.texts.push(text);
  }

  private numberOf(language: string): number {
    const known = this.languages.indexOf(language);
    if (known >= 0) return known;
    if (this.languages.length > 254) return 0;
    return this.languages.push(language) - 1;
  }

  finish(): ClaimIndex {
    const size = this.languageOf.length;
    this.words.push(this.sequence.length);
    this.addText(this.languages.join('\n'));
    this.textStarts.push(this.texts.length);
    const inverted = invert({
      terms: this.terms.size,
      entries: this.entries.array(),
      counts: this.counts.array(),
      ends: this.entryEnds.array(),
      lengths: this.lengths.map((column) => column.array()),
    });
    return packClaimIndex({
      ...inverted,
      terms: this.terms,
      idf: idfOf(inverted.postings, size, this.worth === undefined ? undefined : this.shares),
      languageOf: Uint8Array.from(this.languageOf),
      words: this.words.array(),
      sequence: this.sequence.array(),
      texts: this.texts.array(),
      textStarts: this.textStarts.array(),
    });
  }
}

function idfOf(
  postings: Uint32Array,
  size: number,
  shares: readonly number[] | undefined,
): Float32Array {
  const more = shares === undefined ? 0 : Math.max(0, ENOUGH - size);
  const all = size + more;
  return Float32Array.from({ length: postings.length - 1 }, (_, t) => {
    const df = postings[t + 1]! - postings[t]! + more * (shares?.[t] ?? 0);
    return Math.log(1 + (all - df + 0.5) / (df + 0.5));
  });
}
