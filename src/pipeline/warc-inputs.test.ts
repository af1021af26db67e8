/** Web archives of others as inputs: what of them becomes an article, and what is refused and where. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { exchangeRecords } from '../archive/exchange.ts';
import { verifyArchive } from '../archive/verify.ts';
import { writeRecord } from '../archive/warc.ts';
import { writeWacz } from '../archive/write-wacz.ts';
import { articlesOf, deskIn, fileIn, jsonLines, NOW, prose, useFolder } from './desk.fixture.ts';
import type { Desk } from './desk.ts';
import { evidenceOf } from './evidence.ts';
import { ingest } from './ingest.ts';
import { isWebArchive } from './warc-inputs.ts';

const DATE = '2016-01-11T23:24:25Z';
const AT = Date.parse(DATE);
const folder = useFolder();

const page = (n: number): string =>
  `<!doctype html><html lang="en"><head><title>Story ${n}</title></head><body><article><h1>Story ${n}</h1><p>${prose(n, 80)}</p></article></body></html>`;
const addressOf = (n: number): string => `http://faro.example/story/${n}`;

/** A record as another program writes it. */
function record(type: string, target: string, mediaType: string, block: string | Buffer): Buffer {
  const bytes = Buffer.from(block as string);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: <${target}>`,
    `WARC-Date: ${DATE}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}
const answer = (
  target: string,
  status: string,
  body: string | Buffer,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
): Buffer => {
  const head = Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`);
  const block = Buffer.concat([head, Buffer.from(body as string)]);
  return record('response', target, 'application/http; msgtype=response', block);
};
const story = (n: number): Buffer => answer(addressOf(n), '200 OK', page(n));

/** All that a crawler leaves in a file beside the two pages 1 and 2. */
const CRAWL: readonly Buffer[] = [
  record('warcinfo', 'urn:crawl', 'application/warc-fields', 'software: invented/1.0\r\n'),
  record('request', addressOf(1), 'application/http; msgtype=request', 'GET / HTTP/1.1\r\n\r\n'),
  story(1),
  answer('http://faro.example/old', '301 Moved Permanently', '', [`Location: ${addressOf(1)}`]),
  answer('http://faro.example/gone', '404 Not Found', page(9)),
  answer('http://faro.example/photo', '200 OK', Buffer.alloc(99), ['Content-Type: image/png']),
  answer('http://faro.example/feed', '200 OK', '<rss/>', ['Content-Type: application/rss+xml']),
  answer(addressOf(2), '200 OK', gzipSync(page(2)), [
    'Content-Type: text/html',
    'Content-Encoding: gzip',
  ]),
  record('resource', addressOf(3), 'text/html', page(3)),
  record('resource', 'dns:faro.example', 'text/dns', '127.0.0.1'),
  record('revisit', addressOf(1), 'application/http; msgtype=response', 'HTTP/1.1 200 OK\r\n\r\n'),
];
const members = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((one) => gzipSync(one)));

async function read<T>(inputs: readonly string[], look: (desk: Desk) => Promise<T>) {
  const desk = await deskIn(join(folder(), 'desk'));
  try {
    const result = await ingest(desk, inputs);
    return { result, seen: await look(desk), titles: await titlesOf(desk) };
  } finally {
    await desk.close();
  }
}

const titlesOf = async (desk: Desk): Promise<readonly string[]> =>
  (await articlesOf(desk.store)).map(({ title }) => title);
const refusalsOf = async (desk: Desk) =>
  (await desk.store.refusals(10)).map((refusal) => ({ refusal }));
const nothing = async (): Promise<void> => {};

describe('isWebArchive', () => {
  it('goes by the name', () => {
    const names = ['a.warc', 'A.WARC.GZ', 'b.wacz', 'c.warc.txt', 'warc', 'd.gz', 'e.wacz.gz'];
    expect(names.filter(isWebArchive)).toEqual(['a.warc', 'A.WARC.GZ', 'b.wacz']);
  });
});

describe('ingest of a WARC file', () => {
  it.each([
    ['crawl.warc', Buffer.concat([...CRAWL])],
    ['crawl.warc.gz', members(CRAWL)],
    ['whole.warc.gz', gzipSync(Buffer.concat([...CRAWL]))],
  ])('takes the pages of %s with their addresses and times', async (name, bytes) => {
    const path = fileIn(folder(), name, bytes);
    const { result, seen } = await read([path], async (desk) => {
      const articles = await articlesOf(desk.store);
      const { bytes: kept, capture } = await evidenceOf(desk, articles[1]!);
      expect(await verifyArchive(desk.archiveFolder)).toMatchObject({ ok: true });
      return { articles, kept: Buffer.from(kept).toString(), origin: capture.origin };
    });
    expect(result).toEqual({ items: 3, newItems: 3, newArticles: 3, refused: 0 });
    for (const [i, article] of seen.articles.entries()) {
      expect(article).toMatchObject({
        title: `Story ${i + 1}`,
        url: addressOf(i + 1),
        domain: 'faro.example',
        firstSeen: { earliest: AT, latest: AT },
        capturedAt: NOW,
      });
    }
    expect(seen).toMatchObject({ kept: page(2), origin: addressOf(2) });
  });

  it('adds nothing when it is read again', async () => {
    const path = fileIn(folder(), 'crawl.warc.gz', members(CRAWL));
    await read([path], nothing);
    const { result, titles } = await read([path], nothing);
    expect(result).toEqual({ items: 3, newItems: 0, newArticles: 0, refused: 0 });
    expect(titles).toHaveLength(3);
  });

  it('takes what stands before a torn end, and says where it is torn', async () => {
    const whole = members([story(1), story(2)]);
    const path = fileIn(folder(), 'torn.warc.gz', whole.subarray(0, whole.length - 40));
    const { titles, seen } = await read([path], refusalsOf);
    expect(titles).toEqual(['Story 1']);
    expect(seen.map(({ refusal }) => refusal)).toMatchObject([
      { kind: 'damaged-record', place: { file: path, line: 2 } },
    ]);
    expect(seen[0]!.refusal.detail).toContain(`${path}, record 2: a record is torn`);
  });

  it.each([
    ['middle.warc', (one: Buffer) => one],
    ['middle.warc.gz', (one: Buffer) => gzipSync(one)],
  ])('goes on behind a damaged record in %s', async (name, packed) => {
    const broken = Buffer.from(packed(story(2)));
    if (name.endsWith('.gz')) broken.fill(0xff, 300, 320);
    else broken.write('none', broken.indexOf('Content-Length: ') + 16);
    const bytes = Buffer.concat([packed(story(1)), broken, packed(story(3))]);
    const path = fileIn(folder(), name, bytes);
    const { titles, seen, result } = await read([path], refusalsOf);
    expect(titles).toEqual(['Story 1', 'Story 3']);
    expect(result.refused).toBe(seen.length);
    expect(seen[0]).toMatchObject({
      refusal: { kind: 'damaged-record', place: { file: path, line: 2 } },
    });
  });

  it('says of a file without any page that it holds none', async () => {
    const path = fileIn(folder(), 'none.warc', Buffer.concat([...CRAWL.slice(0, 2)]));
    const { seen } = await read([path], refusalsOf);
    expect(seen.map(({ refusal }) => refusal)).toMatchObject([{ kind: 'empty-file' }]);
  });
});

describe('ingest of a WACZ file', () => {
  it('takes the pages of a package, and adds nothing when it is read again', async () => {
    const { records } = exchangeRecords({
      url: addressOf(1),
      finalUrl: addressOf(1),
      capturedAt: AT,
      requestHead: 'GET / HTTP/1.1',
      responseHead: 'HTTP/1.1 200 OK\r\nContent-Type: text/html',
      payload: Buffer.from(page(1)),
    });
    const warc = fileIn(folder(), 'captures.warc.gz', Buffer.concat(records.map(writeRecord)));
    const path = join(folder(), 'made.wacz');
    const pages = [{ url: addressOf(1), capturedAt: AT }];
    await writeWacz(path, { warcFiles: [{ path: warc }], pages, title: 'Invented', now: AT });
    const { result, seen } = await read([path], async (desk) => articlesOf(desk.store));
    expect(result).toEqual({ items: 1, newItems: 1, newArticles: 1, refused: 0 });
    expect(seen).toMatchObject([
      { title: 'Story 1', url: addressOf(1), firstSeen: { earliest: AT, latest: AT } },
    ]);
    expect((await read([path], nothing)).result).toMatchObject({ items: 1, newItems: 0 });
  });

  it('takes the pages of a package that vouches for nothing, and says so', async () => {
    const zip = new ZipFile();
    zip.addBuffer(members([story(1)]), 'archive/data.warc.gz');
    zip.end();
    const path = join(folder(), 'bare.wacz');
    await pipeline(zip.outputStream, createWriteStream(path));
    const { titles, seen } = await read([path], refusalsOf);
    expect(titles).toEqual(['Story 1']);
    expect(seen.length).toBeGreaterThan(0);
    for (const { refusal } of seen) expect(refusal.kind).toBe('damaged-record');
  });

  it('refuses what is no ZIP file at all', async () => {
    const path = fileIn(folder(), 'no.wacz', 'This is no ZIP file.');
    const { seen } = await read([path], refusalsOf);
    expect(seen.map(({ refusal }) => refusal)).toMatchObject([
      { kind: 'damaged-record', place: { file: path } },
    ]);
  });
});

describe('ingest of a folder', () => {
  it('reads the web archives in it beside other files, and tells how far it is', async () => {
    const inner = join(folder(), 'in', 'deep');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'a.warc.gz'), members([story(1)]));
    writeFileSync(join(inner, 'b.warc'), story(2));
    writeFileSync(join(folder(), 'in', 'c.html'), page(3));
    const row = { title: 'Story 4', text: prose(4, 80), url: addressOf(4) };
    writeFileSync(join(folder(), 'in', 'd.jsonl'), jsonLines([row]));
    const progress: (readonly [number, number])[] = [];
    const desk = await deskIn(join(folder(), 'desk'));
    await ingest(desk, [join(folder(), 'in')], {
      onProgress: (_items, bytes, all) => progress.push([bytes, all]),
    });
    expect([...(await titlesOf(desk))].sort()).toEqual([
      'Story 1',
      'Story 2',
      'Story 3',
      'Story 4',
    ]);
    await desk.close();
    expect(progress.map(([bytes, all]) => bytes <= all && bytes > 0)).toEqual([true]);
  });

  it('says of a web archive that is not there that it cannot be read', async () => {
    const { seen } = await read([join(folder(), 'none.warc.gz')], refusalsOf);
    expect(seen.map(({ refusal }) => refusal)).toMatchObject([{ kind: 'unreadable-file' }]);
  });
});
