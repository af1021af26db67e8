/**
 * The captures in one of the desk's own WARC files, in their order, each with what led to it: what an
 * ingest or a watch knew when it archived them.
 */
import { createReadStream } from 'node:fs';
import { firstValue, readHeaders } from '../archive/header-lines.ts';
import { bodyOf } from '../archive/http-message.ts';
import { readWarc, type WarcFileRecord } from '../archive/read-warc.ts';
import type { ArchiveRecord, Capture, Found, RawItem } from '../domain/article.ts';
import { captureIdOf, digestOf } from '../domain/ids.ts';
import type { Place } from '../domain/outcome.ts';
import { foundOfFields, type SameBytes, sameOfFields } from './found-fields.ts';
import { isCheckOrigin } from './judge/check-origin.ts';
import { pageMediaType } from './page-media.ts';
import { fileOfPresence } from './presence/presence-origin.ts';

/** Longest body, decompressed, in bytes: nothing longer was kept. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** A capture as its record tells it. */
export interface ArchivedItem {
  readonly capture: Capture;
  /** What is to be read as an article; absent for what is evidence only (a feed, a sitemap). */
  readonly raw: RawItem | undefined;
  /** The bytes that state a fact-check; absent where it states none. */
  readonly check: Uint8Array | undefined;
  /** A table or a list of the ledger, and the file that it was; absent for all else. */
  readonly ledger: { readonly file: string; readonly bytes: Uint8Array } | undefined;
}

/** That the bytes of an earlier capture stood at another address too. */
export interface FoundAgain extends SameBytes {
  readonly again: Found;
}

export interface ArchiveDamage {
  /** Where, and what: one sentence. */
  readonly damage: string;
  readonly torn: boolean;
  readonly offset: number;
}

/** The captures of a file; `name` is what the records call it. */
export async function* archivedItems(
  path: string,
  name: string,
): AsyncGenerator<ArchivedItem | FoundAgain | ArchiveDamage> {
  const founds = new Map<string, Found>();
  // A gzip file's response stands before what was unpacked of it, and that alone is the capture.
  let held: ArchivedItem | undefined;
  for await (const entry of readWarc(createReadStream(path))) {
    if (entry.kind !== 'record') {
      const damage = `${name}, byte ${entry.offset}: ${entry.reason}`;
      yield { damage, torn: entry.kind === 'torn', offset: entry.offset };
      continue;
    }
    if (entry.type === 'metadata') {
      const again = noteFound(founds, entry);
      if (again === undefined) continue;
      if (held !== undefined) yield held;
      held = undefined;
      yield again;
      continue;
    }
    const item = itemOf(entry, name, founds);
    if (item === undefined) continue;
    // A table's bytes may stand there twice: as the lists of two days, say.
    const isUnpacked =
      entry.type === 'resource' &&
      item.ledger === undefined &&
      isOfOneExchange(held?.capture, item.capture);
    if (held !== undefined && !isUnpacked) yield held;
    held = item;
  }
  if (held !== undefined) yield held;
}

/** Keeps what led to the record that a `metadata` record is about, or gives what stood elsewhere too. */
function isOfOneExchange(a: Capture | undefined, b: Capture): boolean {
  return a?.origin === b.origin && a.capturedAt === b.capturedAt;
}

function noteFound(
  founds: Map<string, Found>,
  { headers, block }: WarcFileRecord,
): FoundAgain | undefined {
  const fields = readHeaders(Buffer.from(block).toString('utf8'));
  const found = foundOfFields(fields);
  if (found === undefined) return undefined;
  const same = sameOfFields(fields);
  if (same !== undefined) return { again: found, ...same };
  const about = firstValue(headers, 'warc-concurrent-to');
  if (about !== undefined) founds.set(about, found);
  return undefined;
}

function itemOf(
  { type, id, target, date, offset, length, http, block, headers }: WarcFileRecord,
  file: string,
  founds: Map<string, Found>,
): ArchivedItem | undefined {
  if (target === undefined || date === undefined || length === undefined) return undefined;
  if (type !== 'resource' && type !== 'response') return undefined;
  const origin = decoded(target);
  const found = foundFor(founds, id);
  const record = { file, offset, length };
  if (type === 'resource') {
    const mediaType = firstValue(headers, 'content-type') ?? 'application/octet-stream';
    return archived({ bytes: block, mediaType, date, origin, record, found });
  }
  const body = http === undefined ? undefined : bodyOf(http, MAX_BODY_BYTES);
  if (http === undefined || body?.ok !== true) return undefined;
  const stated = firstValue(http.headers, 'content-type');
  const mediaType =
    found === undefined ? (stated ?? 'application/octet-stream') : pageMediaType(stated);
  return archived({ bytes: body.bytes, mediaType, date, origin, record, found });
}

/** A record's id is written in angle brackets, in its own head and where others name it. */
function foundFor(founds: Map<string, Found>, id: string | undefined): Found | undefined {
  if (id === undefined) return undefined;
  return founds.get(id) ?? founds.get(`<${id}>`);
}

function archived({
  bytes,
  mediaType,
  date,
  origin,
  record,
  found,
}: {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly date: number;
  readonly origin: string;
  readonly record: ArchiveRecord;
  readonly found: Found | undefined;
}): ArchivedItem {
  const place = placeOf(origin);
  const isArticle = found !== undefined || place !== undefined;
  const raw: RawItem | undefined = isArticle
    ? { place: place ?? { file: origin }, bytes, mediaType, progress: 0, ...(found && { found }) }
    : undefined;
  const digest = digestOf(bytes);
  const length = bytes.byteLength;
  const id = captureIdOf(digest);
  const check = isCheckOrigin(origin) ? bytes : undefined;
  const capture = { id, digest, mediaType, length, capturedAt: date, origin, record };
  const file = fileOfPresence(origin);
  return { capture, raw, check, ledger: file === undefined ? undefined : { file, bytes } };
}

/** `file:<path>#<line>` back to its place; absent for an address of the web. */
function placeOf(origin: string): Place | undefined {
  const [, file, line] = /^file:(.*?)(?:#(\d+))?$/s.exec(origin) ?? [];
  if (file === undefined) return undefined;
  return line === undefined ? { file } : { file, line: Number(line) };
}

/** As `encodeURI` wrote it. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
