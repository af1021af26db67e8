/**
 * CSV records of a UTF-8 stream (RFC 4180, as csv-parse reads it with relaxed quotes: a quote opens
 * a field only at its beginning). Only the ends of records are found here, so that each row can be
 * kept as it came; csv-parse reads its fields. Linear; holds one record, at most `maxBytes` of it.
 */
import { isBlank, type Piece, SAMPLE_BYTES, tooLong } from './pieces.ts';

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** After so many quotes left open, rows end at line ends: rereading each would be quadratic. */
const MAX_OPEN_QUOTES = 50;

const STATE = { fieldStart: 0, plain: 1, quoted: 2, quoteSeen: 3 } as const;

/** The delimiter that stands most often outside quotes in the header; a comma where none does. */
export function delimiterOf(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  let best: Delimiter = ',';
  for (const delimiter of DELIMITERS) {
    if (bare.split(delimiter).length > bare.split(best).length) best = delimiter;
  }
  return best;
}

/**
 * The non-blank records without their line ends, each with the line on which it begins, in batches;
 * the first is the header. A record over `maxBytes` is refused. A quote that is never closed costs
 * its own line and no more: reading goes on with the next line.
 */
export async function* splitRows(
  source: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
  maxBytes: number,
): AsyncGenerator<readonly Piece[]> {
  const rows = new Rows(delimiter.charCodeAt(0), maxBytes);
  for await (const chunk of source) {
    const batch = rows.take(chunk, false);
    if (batch.length > 0) yield batch;
  }
  const batch = rows.take(new Uint8Array(0), true);
  if (batch.length > 0) yield batch;
}

/** The buffer of records not yet ended, and where in it the reading stands. */
class Rows {
  private readonly delimiter: number;
  private readonly maxBytes: number;
  private held: Uint8Array = new Uint8Array(0);
  private at = 0;
  private state: number = STATE.fieldStart;
  private line = 1;
  private newlines = 0;
  private openQuotes = 0;
  /** Inside a record already refused as too long: bytes are passed over up to its line's end. */
  private skipping = false;

  constructor(delimiter: number, maxBytes: number) {
    this.delimiter = delimiter;
    this.maxBytes = maxBytes;
  }

  /** The records that end within the bytes so far; all the rest if these are the `last` bytes. */
  take(chunk: Uint8Array, last: boolean): Piece[] {
    const batch: Piece[] = [];
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    for (;;) {
      const end = this.findEnd();
      if (end >= 0) this.cut(batch, end, end + 1);
      else if (this.isOpen() && (last || this.held.length > this.maxBytes)) this.refuseOpen(batch);
      else if (this.held.length > this.maxBytes) this.refuseLong(batch);
      else break;
    }
    if (last && this.held.length > 0) this.cut(batch, this.held.length, this.held.length);
    return batch;
  }

  private isOpen(): boolean {
    return this.state === STATE.quoted && this.newlines > 0;
  }

  /** The index of the newline that ends the record at hand, or -1 if it is not there yet. */
  private findEnd(): number {
    const { held, delimiter } = this;
    const spanning = this.openQuotes < MAX_OPEN_QUOTES;
    let { state, at } = this;
    for (; at < held.length; at++) {
      const byte = held[at]!;
      if (state === STATE.quoted) {
        if (byte === QUOTE) state = STATE.quoteSeen;
        else if (byte === NEWLINE && !spanning) break;
        else if (byte === NEWLINE) this.newlines++;
      } else if (byte === NEWLINE) break;
      else if (byte === delimiter) state = STATE.fieldStart;
      else if (byte === QUOTE && state !== STATE.plain) state = STATE.quoted;
      else if (byte !== RETURN) state = STATE.plain;
    }
    this.state = state;
    this.at = at;
    return at < held.length ? at : -1;
  }

  private cut(batch: Piece[], end: number, next: number): void {
    const bytes = this.held.subarray(0, this.held[end - 1] === RETURN ? end - 1 : end);
    if (!this.skipping) {
      if (bytes.length > this.maxBytes)
        batch.push(tooLong('the row', this.line, this.maxBytes, bytes));
      else if (!isBlank(bytes)) batch.push({ kind: 'item', line: this.line, bytes });
    }
    this.goOn(next, this.line + this.newlines + 1);
  }

  private refuseOpen(batch: Piece[]): void {
    const end = this.held.indexOf(NEWLINE);
    const value = Buffer.from(this.held.subarray(0, Math.min(end, SAMPLE_BYTES))).toString();
    const detail = 'a quote opens a field and is never closed; close it or double it.';
    batch.push({ kind: 'refused', line: this.line, reason: 'ragged-row', detail, value });
    this.openQuotes++;
    this.goOn(end + 1, this.line + 1);
  }

  private refuseLong(batch: Piece[]): void {
    if (!this.skipping) batch.push(tooLong('the row', this.line, this.maxBytes, this.held));
    this.skipping = true;
    this.held = new Uint8Array(0);
    this.at = 0;
    // A quote open on one single line of this length is taken for a stray one.
    this.state = STATE.plain;
  }

  private goOn(next: number, line: number): void {
    this.held = this.held.subarray(next);
    this.at = 0;
    this.state = STATE.fieldStart;
    this.line = line;
    this.newlines = 0;
    this.skipping = false;
  }
}
