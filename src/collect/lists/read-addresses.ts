/**
 * Files and bodies that name many addresses, as addresses: see `docs/lists.md` for the forms. Streams:
 * what is held at once is one record (at most 8 MiB), a whole page (8 MiB) and the memory for repeats
 * (32 MiB). Linear in the length of the list.
 */
import { asUtf8, charsetOf, decoded } from '../charset.ts';
import { type Peeked, peek } from '../chunks.ts';
import { gunzip, isGzip } from '../gunzip.ts';
import { itemText } from '../item-text.ts';
import { splitLines } from '../lines.ts';
import { parseMedia } from '../media.ts';
import { BrokenInput, refusedRead } from '../refusals.ts';
import { splitValues } from '../values.ts';
import { dayOfDump } from './collector-words.ts';
import { foundInItem } from './feed-lists.ts';
import { splitItems } from './feed-records.ts';
import { foundInGdelt } from './gdelt-tables.ts';
import { foundInJson, jsonPlace } from './json-records.ts';
import { HEAD_BYTES, listFormat } from './list-format.ts';
import {
  type Found,
  fault,
  type ListedAddress,
  type ListFault,
  type ListFormat,
  type ListPlace,
} from './listed.ts';
import { foundInPage } from './page-links.ts';
import { foundInLine } from './plain-lines.ts';
import { inBlocks, MAX_RECORD_BYTES, readRecords, utf8Text } from './records.ts';
import { tableAddresses } from './tables.ts';
import { ListTally } from './tally.ts';

/** Longest page that is read for its links, in bytes. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/**
 * The addresses of a list in order, each once, and in their places the records that could not be read.
 * Never throws for the list's faults: a source that breaks off ends as a fault.
 */
export async function* readAddresses(
  bytes: AsyncIterable<Uint8Array> | Uint8Array,
  at: ListPlace,
): AsyncGenerator<ListedAddress | ListFault> {
  const tally = new ListTally();
  const opened: Peeked[] = [];
  try {
    const source = bytes instanceof Uint8Array ? [bytes] : bytes;
    const packed = await peek(readable(source, at.name), 2);
    opened.unshift(packed);
    const plain = isGzip(packed.head) ? gunzip(packed.chunks) : packed.chunks;
    const stream = await peek(plain, HEAD_BYTES);
    opened.unshift(stream);
    for await (const batch of foundIn(stream, at, tally)) {
      for (const found of batch) {
        const given = tally.take(found);
        if (given !== undefined) yield given;
      }
    }
    yield* tally.closing();
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield tally.fault(fault('broken-line', tally.line, '', error.message));
  } finally {
    for (const stream of opened) await stream.close();
    at.onEnd?.(tally.counts());
  }
}

/** The source; whatever it throws is the world's fault and says so. */
async function* readable(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    const { refusal } = refusedRead(error, name);
    throw new BrokenInput(refusal.kind, refusal.detail, error);
  }
}

async function* foundIn(
  stream: Peeked,
  at: ListPlace,
  tally: ListTally,
): AsyncGenerator<readonly Found[]> {
  const head = stream.head.subarray(0, HEAD_BYTES);
  const charset = charsetOf(head, stream.whole && head.length === stream.head.length);
  const text = decoded(head, charset);
  const format = listFormat(head, text, at);
  if (typeof format !== 'string') {
    yield [fault('no-address', 1, text.trimStart().slice(0, 200), format.wrong)];
    return;
  }
  tally.format = format;
  if (format === 'page') {
    yield foundInPage(await pageText(stream, at), baseOf(at));
    return;
  }
  yield* recordsIn(inBlocks(asUtf8(stream.chunks, charset)), format, at);
}

function recordsIn(
  utf8: AsyncIterable<Uint8Array>,
  format: Exclude<ListFormat, 'page'>,
  at: ListPlace,
): AsyncGenerator<readonly Found[]> {
  const base = baseOf(at);
  const json = jsonPlace(at.name, base);
  switch (format) {
    case 'addresses':
      return readRecords(splitLines(utf8, MAX_RECORD_BYTES), (line, number) =>
        foundInLine(utf8Text(line), number),
      );
    case 'table':
      return tableAddresses(utf8, base);
    case 'json-lines':
      return readRecords(splitLines(utf8, MAX_RECORD_BYTES), (line, number) =>
        foundInJson(line, number, json),
      );
    case 'json':
      return readRecords(splitValues(utf8, MAX_RECORD_BYTES), (value, number) =>
        foundInJson(value, number, json),
      );
    case 'feed': {
      const seen = dayOfDump(at.name);
      return readRecords(splitItems(utf8, MAX_RECORD_BYTES), (item, line) =>
        foundInItem(item, line, { base, seen }),
      );
    }
    case 'gdelt-events':
    case 'gdelt-mentions':
    case 'gdelt-gkg':
    case 'gdelt-frontpages':
      return readRecords(splitLines(utf8, MAX_RECORD_BYTES), (line, number) =>
        foundInGdelt(format, line, number),
      );
  }
}

/** What relative addresses are taken from; empty where nothing says. */
function baseOf(at: ListPlace): string {
  return at.base ?? (/^https?:\/\//i.test(at.name) ? at.name : '');
}

/** The page, as far as it is read at all, in the character set that the server or the page names. */
async function pageText(stream: Peeked, at: ListPlace): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream.chunks) {
    length += chunk.length;
    if (length > MAX_PAGE_BYTES) {
      const detail = `the page is longer than ${MAX_PAGE_BYTES} bytes; give its links as a list, one a line.`;
      throw new BrokenInput('file-too-large', detail);
    }
    parts.push(chunk);
  }
  const { parameters } = parseMedia(at.contentType ?? '');
  const media = { type: 'text/html', parameters: { charset: parameters['charset'] ?? '' } };
  const item = { place: { file: at.name }, bytes: Buffer.concat(parts), progress: 0 };
  return itemText({ ...item, mediaType: 'text/html' }, media).text;
}
