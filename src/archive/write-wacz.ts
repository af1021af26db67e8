/**
 * A WACZ 1.1.1 package (specs.webrecorder.net/wacz/1.1.1): WARC files, an index, a list of pages and the
 * digests of all three in one ZIP file, which common players open. The same input gives the same bytes.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type Digest, digestOf } from '../domain/ids.ts';
import { cdxjLine, sortLines } from './cdxj.ts';
import { readWarc } from './read-warc.ts';
import { digestOfFile } from './stretch.ts';

/** A page that a reader of the package is shown first. */
export interface WaczPage {
  readonly url: string;
  /** When it was captured, milliseconds since the epoch. */
  readonly capturedAt: number;
  readonly title?: string;
}

export interface WaczSource {
  /** A gzip member a record. */
  readonly path: string;
  /** Bytes of it that are committed; absent: all. */
  readonly length?: number;
}

export interface WriteWaczOptions {
  readonly warcFiles: readonly WaczSource[];
  readonly pages: readonly WaczPage[];
  readonly title: string;
  /** Milliseconds since the epoch; the package states it, nothing else depends on it. */
  readonly now: number;
}

/** What the package holds. */
export interface WrittenWacz {
  readonly bytes: number;
  /** Captures in the index. */
  readonly indexed: number;
  /** Captures that stand in no gzip member of their own, and so in no index. */
  readonly unplaced: number;
  /** Entries of the WARC files that cannot be read; their bytes are in the package all the same. */
  readonly damaged: number;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/** Writes `out`; it appears whole or not at all. Throws where two WARC files have one name. */
export async function writeWacz(out: string, options: WriteWaczOptions): Promise<WrittenWacz> {
  const { warcFiles, now } = options;
  const names = warcFiles.map(({ path }) => basename(path));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`two WARC files are named ${twice}: rename one`);
  const index = await indexOf(warcFiles);
  const texts = new Map([
    ['indexes/index.cdx', Buffer.from(sortLines(index.lines))],
    ['pages/pages.jsonl', Buffer.from(pageLines(options.pages))],
  ]);
  const resources = [
    ...(await Promise.all(warcFiles.map(warcResource))),
    ...[...texts].map(([path, bytes]) => resourceOf(path, digestOf(bytes), bytes.byteLength)),
  ];
  const about = Buffer.from(packageText(options, resources));
  texts.set('datapackage.json', about);
  texts.set('datapackage-digest.json', Buffer.from(digestText(about)));
  const zip = new ZipFile();
  // Stored, not deflated: players read single records in place.
  const stored = { compress: false, mtime: new Date(now), mode: 0o100644 };
  warcFiles.forEach((source, i) => {
    const { bytes: size } = resources[i]!;
    zip.addReadStreamLazy(`archive/${names[i]}`, { ...stored, size }, (give) => {
      give(undefined, streamOf(source));
    });
  });
  for (const [path, bytes] of texts) zip.addBuffer(bytes, path, stored);
  zip.end();
  const bytes = await writeWhole(out, zip);
  const { lines, unplaced, damaged } = index;
  return { bytes, indexed: lines.length, unplaced, damaged };
}

async function writeWhole(out: string, zip: ZipFile): Promise<number> {
  const part = `${out}.part`;
  try {
    const failed = new Promise<never>((_, reject) => zip.once('error', reject));
    await Promise.race([
      failed,
      pipeline(zip.outputStream, createWriteStream(part, { flush: true })),
    ]);
    const { size } = await stat(part);
    await rename(part, out);
    return size;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function indexOf(
  sources: readonly WaczSource[],
): Promise<{ readonly lines: string[]; readonly unplaced: number; readonly damaged: number }> {
  const lines: string[] = [];
  let unplaced = 0;
  let damaged = 0;
  for (const source of sources) {
    for await (const entry of readWarc(streamOf(source))) {
      if (entry.kind !== 'record') damaged++;
      else if (entry.length === undefined) unplaced++;
      else {
        const line = cdxjLine(entry, basename(source.path));
        if (line !== undefined) lines.push(line);
      }
    }
  }
  return { lines, unplaced, damaged };
}

const streamOf = ({ path, length }: WaczSource): NodeJS.ReadableStream & AsyncIterable<Buffer> =>
  createReadStream(path, length === undefined ? {} : { end: length - 1 });

async function warcResource(source: WaczSource): Promise<Resource> {
  const length = source.length ?? (await stat(source.path)).size;
  const digest = await digestOfFile(source.path, length);
  if (digest === undefined) {
    throw new Error(`${source.path} is missing or has fewer than ${length} bytes`);
  }
  return resourceOf(`archive/${basename(source.path)}`, digest, length);
}

const resourceOf = (path: string, digest: Digest, bytes: number): Resource => ({
  name: basename(path),
  path,
  hash: `sha256:${digest}`,
  bytes,
});

function pageLines(pages: readonly WaczPage[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' };
  const lines = pages.map(({ url, capturedAt, title }) => {
    const ts = new Date(capturedAt).toISOString();
    const id = digestOf(`${url} ${ts}`).slice(0, 16);
    return { id, url, ts, ...(title === undefined ? {} : { title }) };
  });
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function packageText({ title, now }: WriteWaczOptions, resources: readonly Resource[]): string {
  const about = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title,
    created: new Date(now).toISOString(),
    software: 'Atalaya',
    resources,
  };
  return `${JSON.stringify(about, undefined, 2)}\n`;
}

function digestText(about: Uint8Array): string {
  const digest = { path: 'datapackage.json', hash: `sha256:${digestOf(about)}` };
  return `${JSON.stringify(digest, undefined, 2)}\n`;
}
