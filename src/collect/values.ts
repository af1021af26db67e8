/**
 * JSON values of a UTF-8 stream: the elements of one array, or values that follow each other. Only
 * their ends are found here (brackets and strings); `JSON.parse` reads them. Linear; holds one
 * value, at most `maxBytes` of it.
 */
import { isSpace, type Piece, SAMPLE_BYTES, tooLong } from './pieces.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/**
 * The values, numbered from 1 as they stand in the list, in batches. A value over `maxBytes` is
 * refused without being held. A list that is not closed, and text after it, are refused as
 * `broken-json`.
 */
export async function* splitValues(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly Piece[]> {
  const values = new Values(maxBytes);
  for await (const chunk of source) {
    const batch = values.take(chunk);
    if (batch.length > 0) yield batch;
  }
  const batch = values.end();
  if (batch.length > 0) yield batch;
}

/** The value at hand and the brackets open around the reading point. */
class Values {
  private readonly maxBytes: number;
  private batch: Piece[] = [];
  private held: Uint8Array[] = [];
  private length = 0;
  private row = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Whether a value has begun; blanks and commas between values are passed over. */
  private begun = false;
  /** Whether it began after the end of the list, where nothing may stand. */
  private afterList = false;
  private list: 'unknown' | 'none' | 'open' | 'closed' = 'unknown';

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  take(chunk: Uint8Array): Piece[] {
    this.batch = [];
    let begin = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (this.inString) {
        this.inside(byte);
        continue;
      }
      if (!this.begun) {
        if (isSpace(byte) || byte === COMMA || this.opensList(byte)) continue;
        if (byte === CLOSE_LIST && this.list === 'open') {
          this.list = 'closed';
          continue;
        }
        this.begun = true;
        this.afterList = this.list === 'closed';
        begin = i;
      }
      const end = this.step(byte, i);
      if (end < 0) continue;
      this.finish(chunk.subarray(begin, end));
      begin = i + 1;
    }
    if (this.begun) this.hold(chunk.subarray(begin));
    return this.batch;
  }

  end(): Piece[] {
    this.batch = [];
    const open = this.begun && (this.depth > 0 || this.inString);
    if (open) this.refuse('a JSON value is not closed; the file may be cut off or lack a quote.');
    else {
      if (this.begun) this.finish(new Uint8Array(0));
      if (this.list === 'open') {
        this.refuse('the JSON list is not closed with ]; the file may be cut off, fetch it again.');
      }
    }
    return this.batch;
  }

  private inside(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) this.inString = false;
  }

  private opensList(byte: number): boolean {
    if (this.list !== 'unknown') return false;
    this.list = byte === OPEN_LIST ? 'open' : 'none';
    return this.list === 'open';
  }

  /** Where the value at hand ends (exclusive) if `byte` at `i` ends it, else -1. */
  private step(byte: number, i: number): number {
    if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (this.depth === 0 && this.list === 'open' && byte === CLOSE_LIST) {
        this.list = 'closed';
        return i;
      }
      if (this.depth > 0) this.depth--;
      if (this.depth === 0 && this.list !== 'open') return i + 1;
    } else if (this.depth === 0) {
      if (this.list === 'open' ? byte === COMMA : byte === NEWLINE) return i;
    }
    return -1;
  }

  private hold(bytes: Uint8Array): void {
    if (bytes.length > 0 && this.length <= this.maxBytes) this.held.push(bytes);
    this.length += bytes.length;
    if (this.length > this.maxBytes && this.held.length > 1) {
      this.held = [Buffer.concat(this.held).subarray(0, SAMPLE_BYTES)];
    }
  }

  private finish(last: Uint8Array): void {
    this.hold(last);
    const bytes = withoutBlanksAtEnd(Buffer.concat(this.held));
    if (this.length > this.maxBytes) {
      this.batch.push(tooLong('the value', this.row, this.maxBytes, bytes));
    } else if (this.afterList) {
      this.refuse('text follows the end of the JSON list; remove it or put one item on each line.');
    } else if (bytes.length > 0) this.batch.push({ kind: 'item', line: this.row, bytes });
    this.clear();
  }

  private refuse(detail: string): void {
    const head = Buffer.concat(this.held).subarray(0, SAMPLE_BYTES);
    const value = head.toString();
    this.batch.push({ kind: 'refused', line: this.row, reason: 'broken-json', detail, value });
  }

  private clear(): void {
    this.row++;
    this.held = [];
    this.length = 0;
    this.begun = false;
    this.depth = 0;
  }
}

function withoutBlanksAtEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && isSpace(bytes[end - 1]!)) end--;
  return bytes.subarray(0, end);
}
