/**
 * WARC and WACZ files of others as inputs: the pages in them, with the address and the time of their
 * capture. What is no page (requests, pictures, redirects) is passed over; what is damaged is refused.
 */
import { createReadStream } from 'node:fs';
import { firstValue } from '../archive/header-lines.ts';
import { bodyOf } from '../archive/http-message.ts';
import { readWacz } from '../archive/read-wacz.ts';
import { readWarc, type WarcEntry, type WarcFileRecord } from '../archive/read-warc.ts';
import type { RawItem } from '../domain/article.ts';
import type { Outcome } from '../domain/outcome.ts';
import { pageMediaType } from './page-media.ts';

/** Longest page, decompressed, in bytes. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/** Whether a path names a web archive. */
export const isWebArchive = (path: string): boolean => /\.(?:warc(?:\.gz)?|wacz)$/i.test(path);

/** The pages of a web archive in its order. */
export async function* readWebArchive(path: string): AsyncGenerator<Outcome<RawItem>> {
  let number = 0;
  let pages = 0;
  for await (const entry of entriesOf(path)) {
    number++;
    const item =
      'reason' in entry ? refused(path, number, entry.reason) : pageOf(path, number, entry);
    if (item === undefined) continue;
    pages++;
    yield item;
  }
  if (pages === 0) {
    const detail = `${path} holds no page of the web; check that the right file was saved.`;
    yield { ok: false, refusal: { kind: 'empty-file', place: { file: path }, detail } };
  }
}

type Entry = WarcFileRecord | { readonly reason: string };

async function* entriesOf(path: string): AsyncGenerator<Entry> {
  if (!/\.wacz$/i.test(path)) {
    try {
      for await (const entry of readWarc(createReadStream(path))) yield recordOr(entry);
    } catch (error) {
      yield { reason: `the file cannot be read (${(error as Error).message})` };
    }
    return;
  }
  for await (const entry of readWacz(path)) {
    if (entry.kind === 'warc') yield recordOr(entry.entry);
    else if (entry.kind === 'problem') yield { reason: entry.reason };
  }
}

const recordOr = (entry: WarcEntry): Entry =>
  entry.kind === 'record' ? entry : { reason: `a record is ${entry.kind}: ${entry.reason}` };

function refused(file: string, line: number, reason: string): Outcome<RawItem> {
  const detail = `${file}, record ${line}: ${reason}; fetch the archive again, or go on without it.`;
  return { ok: false, refusal: { kind: 'damaged-record', place: { file, line }, detail } };
}

/** A page that was answered; absent for any other record. */
function pageOf(file: string, line: number, record: WarcFileRecord): Outcome<RawItem> | undefined {
  const { type, target, date, http, block, headers } = record;
  if (target === undefined || !/^https?:/i.test(target)) return undefined;
  const isResponse = type === 'response' && http?.status === 200;
  if (!isResponse && type !== 'resource') return undefined;
  const stated = firstValue(isResponse ? http!.headers : headers, 'content-type');
  const mediaType = pageMediaType(stated);
  if (!/^\s*text\/html/i.test(mediaType)) return undefined;
  const body = isResponse ? bodyOf(http!, MAX_PAGE_BYTES) : { ok: true as const, bytes: block };
  if (!body.ok) return refused(file, line, body.reason);
  const found = { url: target, ...(date !== undefined && { at: date }) };
  const raw = { place: { file, line }, bytes: body.bytes, mediaType, progress: 0, found };
  return { ok: true, value: raw };
}
