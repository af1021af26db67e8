/**
 * Files, folders and standard input as items: the exact bytes of each article's record, one by one.
 * Streams: what is held at once is one item (at most `maxItemBytes`), whatever the file's size.
 */
import type { RawItem } from '../domain/article.ts';
import type { Outcome } from '../domain/outcome.ts';
import { asUtf8, type Charset, charsetOf } from './charset.ts';
import { type Peeked, peek } from './chunks.ts';
import { type Disk, findFiles, localDisk } from './disk.ts';
import { type FieldMap, hasText } from './fields.ts';
import { formatOf } from './formats.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { splitLines } from './lines.ts';
import { formatMedia } from './media.ts';
import { isBlank, type Piece } from './pieces.ts';
import { BrokenInput, refused, refusedRead } from './refusals.ts';
import { delimiterOf, splitRows } from './rows.ts';
import { headerOf } from './table.ts';
import { splitValues } from './values.ts';

export interface ReadOptions {
  /** What the path `-` reads; without it `-` is refused. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Longest item in bytes; default 16 MiB. */
  readonly maxItemBytes?: number;
  /** An explicit mapping, so that a table without usual column names is not refused. */
  readonly fields?: Partial<FieldMap>;
  /** The file system; default this machine's. */
  readonly disk?: Disk;
  /** Files that somebody else takes apart (web archives); undefined for all that are read here. */
  readonly takenApart?: (path: string) => AsyncIterable<Outcome<RawItem>> | undefined;
}

const MAX_ITEM_BYTES = 16 * 1024 * 1024;
/** Bytes looked at to tell format and character set. */
const HEAD_BYTES = 64 * 1024;

/** Input bytes consumed so far, over all files. */
interface Meter {
  bytes: number;
}

interface Reading {
  readonly path: string;
  readonly meter: Meter;
  readonly maxItemBytes: number;
  readonly fields: Partial<FieldMap>;
}

type Item = Outcome<RawItem>;

/**
 * The items of `paths` (files, folders, `-`) in order. What cannot be read comes as a refusal in
 * its place, and reading goes on; nothing is thrown for the inputs' faults.
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<Item> {
  const disk = options.disk ?? localDisk;
  const { stdin } = options;
  const meter: Meter = { bytes: 0 };
  const common = {
    meter,
    maxItemBytes: options.maxItemBytes ?? MAX_ITEM_BYTES,
    fields: options.fields ?? {},
  };
  for (const path of paths) {
    if (path === '-') {
      if (stdin === undefined) {
        const detail = 'standard input (-) is not connected; pipe a file into it or name a file.';
        yield refused('unreadable-file', { file: '-' }, detail);
      } else yield* readStream(() => stdin, { ...common, path });
      continue;
    }
    for await (const found of findFiles(disk, path)) {
      if (!found.ok) {
        yield found;
        continue;
      }
      const { path: file, size } = found.value;
      const items = options.takenApart?.(file);
      if (items === undefined) yield* readStream(() => disk.read(file), { ...common, path: file });
      else yield* withProgress(items, meter, size);
    }
  }
}

/** Items of a file of `size` bytes, of which it is not known where in it they stand. */
async function* withProgress(
  items: AsyncIterable<Item>,
  meter: Meter,
  size: number,
): AsyncGenerator<Item> {
  for await (const item of items) {
    if (item.ok) yield { ok: true, value: { ...item.value, progress: meter.bytes } };
    else yield item;
  }
  meter.bytes += size;
}

/** One file from its first byte; every fault of it ends as a refusal. */
async function* readStream(
  open: () => AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<Item> {
  const { path } = reading;
  let count = 0;
  const opened: Peeked[] = [];
  try {
    const packed = await peek(metered(open(), reading.meter), 2);
    opened.unshift(packed);
    const stream = await peek(
      isGzip(packed.head) ? gunzip(packed.chunks) : packed.chunks,
      HEAD_BYTES,
    );
    opened.unshift(stream);
    for await (const batch of itemsOf(stream, reading)) {
      count += batch.length;
      yield* batch;
    }
    if (count === 0) {
      const detail = `${path} holds no item; check that the right file was saved.`;
      yield refused('empty-file', { file: path }, detail);
    }
  } catch (error) {
    if (error instanceof BrokenInput) {
      yield refused(error.kind, { file: path }, `${path}: ${error.message}`);
    } else yield refusedRead(error, path);
  } finally {
    for (const stream of opened) await stream.close();
  }
}

async function* metered(
  source: AsyncIterable<Uint8Array>,
  meter: Meter,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    meter.bytes += chunk.length;
    yield chunk;
  }
}

async function* itemsOf(stream: Peeked, reading: Reading): AsyncGenerator<readonly Item[]> {
  const charset = charsetOf(stream.head, stream.whole);
  const format = formatOf(reading.path, stream.head, charset, reading.fields);
  if (format === undefined) {
    // A damaged archive may break before anything can be told of it.
    if (stream.head.length < HEAD_BYTES) for await (const _ of stream.chunks);
    if (stream.head.length > 0) yield [unknownFormat(reading.path)];
  } else if (format === 'html' || format === 'text' || format === 'markdown') {
    yield* wholeFile(stream, format, reading);
  } else {
    const utf8 = asUtf8(stream.chunks, charset);
    const media = (type: string, more: Record<string, string> = {}): string =>
      formatMedia(type, { ...more, ...charsetParameters(charset) });
    if (format === 'rows')
      yield* tableItems(utf8, media('text/csv', { header: 'present' }), reading);
    else {
      const split = format === 'lines' ? splitLines : splitValues;
      for await (const pieces of split(utf8, reading.maxItemBytes)) {
        yield pieces.map((piece) => itemOf(piece, media('application/json'), reading));
      }
    }
  }
}

function unknownFormat(path: string): Item {
  const detail = `${path} is in no format that is read here; give JSON Lines, JSON, CSV, TSV, HTML, text, Markdown, WARC or WACZ.`;
  return refused('unknown-format', { file: path }, detail);
}

/** UTF-8 needs no mention; a guess is told from what a byte order mark says. */
function charsetParameters(charset: Charset): Record<string, string> {
  if (charset.name === 'utf-8') return {};
  const stated = { 'original-charset': charset.name };
  return charset.guessed ? { ...stated, 'charset-guessed': 'yes' } : stated;
}

function itemOf(piece: Piece, mediaType: string, reading: Reading): Item {
  const place = { file: reading.path, line: piece.line };
  if (piece.kind === 'refused') {
    const detail = `${reading.path}:${piece.line}: ${piece.detail}`;
    return refused(piece.reason, place, detail, piece.value);
  }
  const value = { place, bytes: piece.bytes, mediaType, progress: reading.meter.bytes };
  return { ok: true, value };
}

/** Each row together with the header, so that the evidence can be read by itself. */
async function* tableItems(
  utf8: AsyncIterable<Uint8Array>,
  mediaType: string,
  reading: Reading,
): AsyncGenerator<readonly Item[]> {
  const { head, chunks } = await peek(utf8, HEAD_BYTES);
  const delimiter = delimiterOf(Buffer.from(head).toString().trimStart().split('\n', 1)[0] ?? '');
  let header: Buffer | undefined;
  for await (const pieces of splitRows(chunks, delimiter, reading.maxItemBytes)) {
    const items: Item[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'refused') items.push(itemOf(piece, mediaType, reading));
      else if (header !== undefined) {
        const bytes = Buffer.concat([header, piece.bytes]);
        items.push(itemOf({ ...piece, bytes }, mediaType, reading));
      } else {
        const columns = headerOf(Buffer.from(piece.bytes).toString(), delimiter);
        if (!hasText(columns, reading.fields)) throw noHeader(columns);
        header = Buffer.concat([piece.bytes, Buffer.from('\n')]);
      }
    }
    yield items;
  }
}

function noHeader(columns: readonly string[]): BrokenInput {
  const found = columns.slice(0, 8).join(', ').slice(0, 120);
  const detail = `the first row names no column of text (found: ${found}); add a header such as "title,text,published,url" or name the column that holds the text.`;
  return new BrokenInput('no-header', detail);
}

const WHOLE_FILES = { html: 'text/html', text: 'text/plain', markdown: 'text/markdown' } as const;

/** One article a file, its bytes as they came: a page may name its character set itself. */
async function* wholeFile(
  stream: Peeked,
  format: keyof typeof WHOLE_FILES,
  reading: Reading,
): AsyncGenerator<readonly Item[]> {
  const { path, maxItemBytes } = reading;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream.chunks) {
    length += chunk.length;
    if (length > maxItemBytes) {
      const detail = `the file is longer than ${maxItemBytes} bytes; split it or raise the limit.`;
      throw new BrokenInput('file-too-large', detail);
    }
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  if (isBlank(bytes)) return;
  const progress = reading.meter.bytes;
  const value = { place: { file: path }, bytes, mediaType: WHOLE_FILES[format], progress };
  yield [{ ok: true, value }];
}
