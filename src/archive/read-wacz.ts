/**
 * WACZ packages of others, as a stream. Total: what is wrong with a package is an entry that says so.
 * Nothing is unpacked to the disk. Memory is that of one WARC record, one page's line and the list of
 * entries, all bounded; a ZIP file that could grow out of bounds is refused whole before it is read.
 */

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type ReadWarcOptions, readWarc, type WarcEntry } from './read-warc.ts';
import {
  type DataPackage,
  type PageLine,
  readDataPackage,
  readPackageDigest,
  readPageLine,
} from './wacz-json.ts';

export type WaczEntry =
  | {
      readonly kind: 'package';
      readonly title: string | undefined;
      readonly version: string | undefined;
    }
  | { readonly kind: 'page'; readonly page: PageLine }
  /** An entry of a WARC file inside. */
  | { readonly kind: 'warc'; readonly file: string; readonly entry: WarcEntry }
  /** One sentence for a person; without `file` it is about the package. */
  | { readonly kind: 'problem'; readonly file: string | undefined; readonly reason: string };

/** More files than any crawl packs. */
const MOST_ENTRIES = 100_000;
/** Past this size, an entry that grows by more than `MOST_GROWTH` is a bomb. */
const BOMB_BYTES = 64 * 1024 * 1024;
const MOST_GROWTH = 200;
const MOST_JSON_BYTES = 64 * 1024 * 1024;
/** A page's line may hold its text. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;
const MOST_SHOWN = 200;

/** Reads a package: what it says of itself, its pages, then its records. */
export async function* readWacz(
  path: string,
  options: ReadWarcOptions = {},
): AsyncGenerator<WaczEntry> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    yield problem(undefined, `the file cannot be opened as a ZIP file (${messageOf(error)})`);
    return;
  }
  try {
    const listed = await entriesOf(zip);
    if (typeof listed === 'string') yield problem(undefined, listed);
    else yield* readEntries(zip, listed, options);
  } finally {
    zip.close();
  }
}

type Entries = ReadonlyMap<string, Entry>;

/** All entries by name, or why the package is refused. */
async function entriesOf(zip: ZipFile): Promise<Entries | string> {
  if (zip.entryCount > MOST_ENTRIES) {
    return `the package has ${zip.entryCount} files, at most ${MOST_ENTRIES} are read`;
  }
  const entries = new Map<string, Entry>();
  let packed = 0;
  try {
    // Names with `..`, a root or a backslash end the listing: yauzl refuses them.
    for await (const entry of zip.eachEntry()) {
      const { fileName, compressedSize, uncompressedSize } = entry;
      if (fileName.endsWith('/')) continue;
      if (entries.has(fileName)) return `the package holds ${shown(fileName)} twice`;
      if (!entry.canDecodeFileData()) {
        return `${shown(fileName)} is encrypted or packed by another method`;
      }
      if (uncompressedSize > BOMB_BYTES && uncompressedSize > compressedSize * MOST_GROWTH) {
        return `${shown(fileName)} grows from ${compressedSize} to ${uncompressedSize} bytes: it is taken for a bomb`;
      }
      packed += compressedSize;
      if (packed > zip.fileSize) return 'the files in the package overlap: it is taken for a bomb';
      entries.set(fileName, entry);
    }
  } catch (error) {
    return `the list of files cannot be read (${messageOf(error)})`;
  }
  return entries;
}

async function* readEntries(
  zip: ZipFile,
  entries: Entries,
  options: ReadWarcOptions,
): AsyncGenerator<WaczEntry> {
  const about = await packageOf(zip, entries);
  if (about.found !== undefined) {
    yield { kind: 'package', title: about.found.title, version: about.found.version };
  }
  for (const reason of about.problems) yield problem('datapackage.json', reason);
  yield* checkResources(zip, entries, about.found);
  for (const [file, entry] of entries) {
    if (/^pages\/[^/]+\.jsonl$/.test(file)) yield* readPages(zip, file, entry);
  }
  for (const [file, entry] of entries) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/.test(file)) continue;
    try {
      const stored = await zip.openReadStreamPromise(entry);
      for await (const one of readWarc(stored, options)) yield { kind: 'warc', file, entry: one };
    } catch (error) {
      yield problem(file, `the file cannot be read to its end (${messageOf(error)})`);
    }
  }
}

async function packageOf(
  zip: ZipFile,
  entries: Entries,
): Promise<{ readonly found: DataPackage | undefined; readonly problems: readonly string[] }> {
  const bytes = await smallFile(zip, entries.get('datapackage.json'));
  if (typeof bytes === 'string') return { found: undefined, problems: [bytes] };
  const found = readDataPackage(bytes.toString());
  const problems = found === undefined ? ['the file is no JSON object'] : [];
  const digest = await smallFile(zip, entries.get('datapackage-digest.json'));
  if (typeof digest === 'string') return { found, problems };
  const stated = readPackageDigest(digest.toString());
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (stated !== hash) {
    problems.push(`datapackage-digest.json states ${shown(stated ?? 'no digest')}, found ${hash}`);
  }
  return { found, problems };
}

/** Every file held against the digest that the package states of it. */
async function* checkResources(
  zip: ZipFile,
  entries: Entries,
  about: DataPackage | undefined,
): AsyncGenerator<WaczEntry> {
  if (about === undefined) return;
  for (const { path, hash } of about.resources) {
    const entry = entries.get(path);
    if (entry === undefined) {
      yield problem(path, 'the package lists this file, but does not hold it');
      continue;
    }
    const reason = await hashFault(zip, entry, hash);
    if (reason !== undefined) yield problem(path, reason);
  }
  const listed = new Set(about.resources.map(({ path }) => path));
  for (const path of entries.keys()) {
    if (listed.has(path) || /^(?:datapackage|signed)[^/]*\.json$/.test(path)) continue;
    yield problem(
      path,
      'the package holds this file, but does not list it: nothing vouches for it',
    );
  }
}

async function hashFault(
  zip: ZipFile,
  entry: Entry,
  stated: string | undefined,
): Promise<string | undefined> {
  const algorithm = /^(sha256|md5):/.exec(stated ?? '')?.[1];
  if (stated === undefined || algorithm === undefined)
    return 'the package states no digest of it that can be checked';
  const hash = createHash(algorithm);
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk as Buffer);
  } catch (error) {
    return `the file cannot be read to its end (${messageOf(error)})`;
  }
  const found = `${algorithm}:${hash.digest('hex')}`;
  return found === stated.toLowerCase()
    ? undefined
    : `the package states ${stated.slice(0, 100)}, found ${found}`;
}

async function* readPages(zip: ZipFile, file: string, entry: Entry): AsyncGenerator<WaczEntry> {
  let number = 0;
  try {
    for await (const text of linesOf(await zip.openReadStreamPromise(entry))) {
      number++;
      const page = text === undefined ? 'not-a-page' : readPageLine(text);
      if (page === 'not-a-page') yield problem(file, `line ${number} is no page`);
      else if (page !== 'head') yield { kind: 'page', page };
    }
  } catch (error) {
    yield problem(file, `the file cannot be read to its end (${messageOf(error)})`);
  }
}

/** The lines of a stream; undefined for one that is too long. */
async function* linesOf(stream: Readable): AsyncGenerator<string | undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  const taken = (): string | undefined => {
    const line = length > MOST_LINE_BYTES ? undefined : Buffer.concat(parts).toString();
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; ) {
      const end = chunk.indexOf('\n', at);
      const part = chunk.subarray(at, end < 0 ? chunk.length : end);
      length += part.length;
      if (length > MOST_LINE_BYTES) parts = [];
      else parts.push(part);
      at += part.length + 1;
      if (end >= 0) yield taken();
    }
  }
  if (length > 0) yield taken();
}

async function smallFile(zip: ZipFile, entry: Entry | undefined): Promise<Buffer | string> {
  if (entry === undefined) return 'the file is missing';
  if (entry.uncompressedSize > MOST_JSON_BYTES) {
    return `the file has ${entry.uncompressedSize} bytes, at most ${MOST_JSON_BYTES} are read`;
  }
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch (error) {
    return `the file cannot be read (${messageOf(error)})`;
  }
}

const problem = (file: string | undefined, reason: string): WaczEntry => ({
  kind: 'problem',
  file: file === undefined ? undefined : shown(file),
  reason,
});

/** What a package states, in a sentence for a person: names in it may have any length. */
const shown = (stated: string): string => stated.slice(0, MOST_SHOWN).toWellFormed();

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : String(error);
