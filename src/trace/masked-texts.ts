/**
 * Texts as the aligner sees them, by row: words as numbers, and a mask over the words that are
 * their outlet's boilerplate. A direct-mapped cache keeps the last few thousand, since candidates
 * come sorted by row and a story's copies stand close together; it is emptied when it holds
 * `CACHE_WORDS` words (13 bytes each), so that long texts do not fill the memory.
 */
import type { Span } from '../domain/span.ts';
import { Tokenizer } from '../text/tokens.ts';
import type { AlignText } from './align.ts';
import type { BoilerplateSet } from './boilerplate.ts';
import { Fingerprints, GRAM, WINDOW } from './fingerprints.ts';

const CACHE_SLOTS = 4096;
const CACHE_WORDS = 4_000_000;

interface Entry extends AlignText {
  readonly row: number;
  /** Words that are not boilerplate. */
  readonly own: number;
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

export class MaskedTexts {
  private readonly textOf: (row: number) => string;
  private readonly outletOf: (row: number) => number;
  private readonly boilerplate: BoilerplateSet;
  private readonly tokenizer = new Tokenizer();
  private readonly prints = new Fingerprints();
  private readonly cache: (Entry | undefined)[] = new Array(CACHE_SLOTS);
  private cachedWords = 0;
  private pin: Entry | undefined;

  constructor(
    textOf: (row: number) => string,
    outletOf: (row: number) => number,
    boilerplate: BoilerplateSet,
  ) {
    this.textOf = textOf;
    this.outletOf = outletOf;
    this.boilerplate = boilerplate;
  }

  /** The text of `row`, kept out of the cache's reach until the next `pinned`. */
  pinned(row: number): AlignText {
    this.pin = this.entry(row);
    return this.pin;
  }

  get(row: number): AlignText {
    return this.entry(row);
  }

  /** Words of a row that are not its outlet's boilerplate. */
  ownWords(row: number): number {
    return this.entry(row).own;
  }

  /** The UTF-16 span of the words [begin, end) of a row. */
  spanOf(row: number, begin: number, end: number): Span {
    const entry = this.entry(row);
    return { begin: entry.begins[begin]!, end: entry.ends[end - 1]! };
  }

  /** The first run of boilerplate words of a row, if it has any. */
  firstMasked(row: number): Span | undefined {
    const { mask, count } = this.entry(row);
    const begin = mask.indexOf(1);
    if (begin < 0) return undefined;
    let end = begin;
    while (end < count && mask[end] === 1) end++;
    return this.spanOf(row, begin, end);
  }

  private entry(row: number): Entry {
    if (this.pin?.row === row) return this.pin;
    const slot = row % CACHE_SLOTS;
    const cached = this.cache[slot];
    if (cached?.row === row) return cached;
    const entry = this.read(row);
    this.cachedWords += entry.count - (cached?.count ?? 0);
    if (this.cachedWords > CACHE_WORDS) {
      this.cache.fill(undefined);
      this.cachedWords = entry.count;
    }
    this.cache[slot] = entry;
    return entry;
  }

  private read(row: number): Entry {
    const tokens = this.tokenizer.read(this.textOf(row));
    const { count } = tokens;
    const mask = new Uint8Array(count);
    if (this.boilerplate.size > 0) this.maskBoilerplate(row, mask);
    let own = count;
    for (let i = 0; i < count; i++) own -= mask[i]!;
    return {
      row,
      own,
      count,
      ids: tokens.ids.slice(0, count),
      begins: tokens.begins.slice(0, count),
      ends: tokens.ends.slice(0, count),
      mask,
    };
  }

  /** Marks the words of boilerplate fingerprints, the short gaps between them, and short ends. */
  private maskBoilerplate(row: number, mask: Uint8Array): void {
    const outlet = this.outletOf(row);
    const prints = this.prints.read(this.tokenizer);
    let markedTo = -1;
    for (let i = 0; i < prints.count; i++) {
      if (!this.boilerplate.has(outlet, prints.hashes[i]!)) continue;
      const begin = prints.positions[i]!;
      const near = markedTo >= 0 ? begin - markedTo < WINDOW : begin < WINDOW;
      mask.fill(1, near ? Math.max(0, markedTo) : begin, begin + GRAM);
      markedTo = begin + GRAM;
    }
    if (markedTo >= 0 && mask.length - markedTo < WINDOW) mask.fill(1, markedTo);
  }
}
