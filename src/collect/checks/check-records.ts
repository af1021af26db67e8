/** A source's bytes cut into records, each with what it states or why it states nothing. */
import type { Doubt } from '../../domain/outcome.ts';
import { asUtf8, type Charset, charsetOf, decoded } from '../charset.ts';
import { type Peeked, peek } from '../chunks.ts';
import { itemText } from '../item-text.ts';
import { splitLines } from '../lines.ts';
import { formatMedia, parseMedia } from '../media.ts';
import { isBlank, type Piece, SAMPLE_BYTES } from '../pieces.ts';
import { BrokenInput } from '../refusals.ts';
import { delimiterOf, splitRows } from '../rows.ts';
import { splitValues } from '../values.ts';
import { checkFormat } from './check-format.ts';
import { listBytes, listStart } from './json-list.ts';
import {
  checksInJson,
  checksInPage,
  checksInRow,
  type RecordChecks,
  type Unread,
} from './record.ts';

export interface CheckRecord {
  /** Line, row or place in the list, from 1; absent where the source is one record. */
  readonly line?: number;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly doubts: readonly Doubt[];
  /** What it states, or why nothing. */
  readonly found: RecordChecks | Unread;
  /** How it begins, to be shown. */
  readonly sample: string;
}

interface Cutting {
  readonly maxBytes: number;
  /** Streams that were opened, for the caller to close. */
  readonly opened: Peeked[];
}

/** Bytes looked at to tell format and character set. */
const HEAD_BYTES = 64 * 1024;
/** Lists that feeds and answers wrap their checks in. */
const LISTS = ['dataFeedElement', 'claims'];
const EMPTY = new Uint8Array(0);

/** The records in batches. Throws `BrokenInput` where the source is none that is read here. */
export async function* recordsOf(
  name: string,
  plain: AsyncIterable<Uint8Array>,
  { maxBytes, opened }: Cutting,
): AsyncGenerator<readonly CheckRecord[]> {
  const stream = await peek(plain, HEAD_BYTES);
  opened.unshift(stream);
  const head = stream.head.subarray(0, HEAD_BYTES);
  if (stream.whole && isBlank(stream.head)) {
    // What broke off before its first byte says so.
    for await (const _ of stream.chunks);
    return;
  }
  const charset = charsetOf(head, stream.whole && head.length === stream.head.length);
  const format = checkFormat(name, decoded(head, charset));
  if (typeof format !== 'string') {
    // A damaged archive may break before anything can be told of it.
    if (stream.head.length < HEAD_BYTES) for await (const _ of stream.chunks);
    throw new BrokenInput(format.kind, format.wrong);
  }
  if (format === 'page') {
    yield [await pageRecord(stream, maxBytes)];
    return;
  }
  const utf8 = asUtf8(stream.chunks, charset);
  const mediaType = (type: string) => formatMedia(type, mediaParameters(type, charset));
  if (format === 'table') yield* tableRecords(utf8, mediaType('text/csv'), { maxBytes, opened });
  else if (format === 'json-lines') {
    yield* jsonRecords(splitLines(utf8, maxBytes), mediaType('application/json'));
  } else {
    const wrapped = await peek(utf8, HEAD_BYTES);
    opened.unshift(wrapped);
    const start = listStart(wrapped.head.subarray(0, HEAD_BYTES), LISTS);
    const bytes = start < 0 ? wrapped.chunks : listBytes(wrapped.chunks, start);
    yield* jsonRecords(splitValues(bytes, maxBytes), mediaType('application/json'));
  }
}

/** UTF-8 needs no mention; a guess is told from what a byte order mark says. */
function mediaParameters(type: string, { name, guessed }: Charset): Record<string, string> {
  const header: Record<string, string> = type === 'text/csv' ? { header: 'present' } : {};
  if (name === 'utf-8') return header;
  return { ...header, 'original-charset': name, ...(guessed && { 'charset-guessed': 'yes' }) };
}

async function* jsonRecords(
  batches: AsyncIterable<readonly Piece[]>,
  mediaType: string,
): AsyncGenerator<readonly CheckRecord[]> {
  for await (const pieces of batches) {
    yield pieces.map((piece) => recordOf(piece, mediaType, checksInJson));
  }
}

/** A piece with what it states; `header` stands before it in its evidence. */
function recordOf(
  piece: Piece,
  mediaType: string,
  read: typeof checksInJson,
  header?: Uint8Array,
): CheckRecord {
  const { line } = piece;
  if (piece.kind === 'refused') {
    const { reason: kind, detail: what, value: sample } = piece;
    return { line, bytes: EMPTY, mediaType, doubts: [], found: { kind, what }, sample };
  }
  const bytes = header === undefined ? piece.bytes : Buffer.concat([header, piece.bytes]);
  const found = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  const doubts: Doubt[] = 'checks' in found && found.ragged ? [{ kind: 'ragged-row' }] : [];
  const sample = Buffer.from(piece.bytes.subarray(0, SAMPLE_BYTES)).toString();
  return { line, bytes, mediaType, doubts, found, sample };
}

/** Each row together with the header, so that the evidence can be read by itself. */
async function* tableRecords(
  utf8: AsyncIterable<Uint8Array>,
  mediaType: string,
  { maxBytes, opened }: Cutting,
): AsyncGenerator<readonly CheckRecord[]> {
  const stream = await peek(utf8, HEAD_BYTES);
  opened.unshift(stream);
  const first = Buffer.from(stream.head).toString().trimStart().split('\n', 1)[0] ?? '';
  let header: Buffer | undefined;
  for await (const pieces of splitRows(stream.chunks, delimiterOf(first), maxBytes)) {
    const records: CheckRecord[] = [];
    for (const piece of pieces) {
      if (header !== undefined || piece.kind === 'refused') {
        records.push(recordOf(piece, mediaType, checksInRow, header));
      } else header = Buffer.concat([piece.bytes, Buffer.from('\n')]);
    }
    yield records;
  }
}

/** A page is one record, its bytes as they came: it may name its character set itself. */
async function pageRecord(stream: Peeked, maxBytes: number): Promise<CheckRecord> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream.chunks) {
    length += chunk.length;
    if (length > maxBytes) {
      const detail = `the page is longer than ${maxBytes} bytes; split it or raise the limit.`;
      throw new BrokenInput('file-too-large', detail);
    }
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  const mediaType = 'text/html';
  const item = { place: { file: '' }, bytes, mediaType, progress: 0 };
  const { text, doubts } = itemText(item, parseMedia(mediaType));
  const sample = text.trimStart().slice(0, SAMPLE_BYTES);
  return { bytes, mediaType, doubts, found: checksInPage(text), sample };
}
