/**
 * The items of a feed of any length: the bytes of each `<item>` or `<entry>`, as they stand. Comments and
 * CDATA sections are passed over, so that a tag in them begins and ends nothing. An item that is not
 * closed ends where the next begins. Linear; holds one item, at most `maxBytes` of it.
 */
import { type Piece, SAMPLE_BYTES, tooLong } from '../pieces.ts';

const OPEN = 0x3c;
const NEWLINE = 0x0a;
/** Bytes that tell what a `<` begins: `<![CDATA[`, `</entry>`. */
const TELLING = 9;
const SKIPPED = [
  { begin: '<!--', end: Buffer.from('-->') },
  { begin: '<![CDATA[', end: Buffer.from(']]>') },
] as const;

/** The items in order, each with the line on which it begins, in batches. */
export async function* splitItems(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly Piece[]> {
  const items = new Items(maxBytes);
  for await (const chunk of source) {
    const batch = items.take(chunk, false);
    if (batch.length > 0) yield batch;
  }
  const batch = items.take(new Uint8Array(0), true);
  if (batch.length > 0) yield batch;
}

/** The buffer of what is not yet done with, and where in it the reading stands. */
class Items {
  readonly #maxBytes: number;
  #held: Buffer = Buffer.alloc(0);
  /** Everything before it has been looked at. */
  #at = 0;
  /** Where the item at hand begins; -1 outside of items, and inside one that is too long. */
  #begin = -1;
  #beginLine = 1;
  /** Lines are counted up to here. */
  #counted = 0;
  #line = 1;
  /** What ends the comment or CDATA section at hand. */
  #until: Buffer | undefined;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The items that end within the bytes so far; the one left open too if these are the `last`. */
  take(chunk: Uint8Array, last: boolean): Piece[] {
    const batch: Piece[] = [];
    this.#held = Buffer.concat([this.#held, chunk]);
    while (this.#step(batch, last)) {}
    if (last && this.#begin >= 0) this.#refuse(batch);
    this.#forget(batch);
    return batch;
  }

  /** Looks at one mark; `false` where there is none that can be told yet. */
  #step(batch: Piece[], last: boolean): boolean {
    if (this.#until !== undefined) return this.#passOver(this.#until);
    const held = this.#held;
    const mark = held.indexOf(OPEN, this.#at);
    if (mark < 0) {
      this.#at = held.length;
      return false;
    }
    this.#at = mark;
    if (!last && held.length - mark < TELLING) return false;
    const begun = held.toString('latin1', mark, mark + TELLING);
    this.#at = mark + 1;
    const skipped = SKIPPED.find(({ begin }) => begun.startsWith(begin));
    if (skipped !== undefined) {
      this.#until = skipped.end;
      this.#at = mark + skipped.begin.length;
    } else if (/^<(?:item|entry)[\s/>]/i.test(begun)) {
      this.#finish(batch, mark);
      this.#begin = mark;
      this.#beginLine = this.#lineAt(mark);
    } else if (/^<\/(?:item|entry)[\s>]/i.test(begun)) this.#finish(batch, mark);
    return true;
  }

  #passOver(end: Buffer): boolean {
    const found = this.#held.indexOf(end, this.#at);
    if (found >= 0) {
      this.#until = undefined;
      this.#at = found + end.length;
      return true;
    }
    this.#at = Math.max(this.#at, this.#held.length - end.length + 1);
    return false;
  }

  #finish(batch: Piece[], mark: number): void {
    if (this.#begin < 0) return;
    const bytes = this.#held.subarray(this.#begin, mark);
    if (bytes.length > this.#maxBytes) {
      batch.push(tooLong('the item', this.#beginLine, this.#maxBytes, bytes));
    } else batch.push({ kind: 'item', line: this.#beginLine, bytes });
    this.#begin = -1;
  }

  /** An item that the file's end closes: its address may be cut off. */
  #refuse(batch: Piece[]): void {
    const detail = 'the item is not closed; the file may be cut off, fetch it again.';
    const value = this.#held.toString('utf8', this.#begin, this.#begin + SAMPLE_BYTES);
    batch.push({ kind: 'refused', line: this.#beginLine, reason: 'ragged-row', detail, value });
    this.#begin = -1;
  }

  /** Lets go of what has been read; of an item that is too long, too. */
  #forget(batch: Piece[]): void {
    if (this.#begin >= 0 && this.#at - this.#begin > this.#maxBytes) {
      const head = this.#held.subarray(this.#begin, this.#begin + SAMPLE_BYTES);
      batch.push(tooLong('the item', this.#beginLine, this.#maxBytes, head));
      this.#begin = -1;
    }
    const done = this.#begin >= 0 ? this.#begin : this.#at;
    this.#lineAt(done);
    this.#held = this.#held.subarray(done);
    this.#at -= done;
    this.#counted -= done;
    if (this.#begin >= 0) this.#begin = 0;
  }

  /** The line of a place that is behind all places asked for before. */
  #lineAt(place: number): number {
    if (place > this.#counted) {
      const passed = this.#held.subarray(this.#counted, place);
      for (let at = passed.indexOf(NEWLINE); at >= 0; at = passed.indexOf(NEWLINE, at + 1)) {
        this.#line++;
      }
      this.#counted = place;
    }
    return this.#line;
  }
}
