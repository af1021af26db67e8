import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../domain/article.ts';
import { digestOf } from '../domain/ids.ts';
import { openArchive } from './archive.ts';
import { CHAIN_FILE, readChainLine } from './chain.ts';
import { chainHeadAt, linesFrom, linesUpTo } from './chain-places.ts';
import { copyRecords, exchangeOf, foundAgainOf } from './copy-records.ts';
import { exchangeRecords } from './exchange.ts';
import type { Field, WarcRecord } from './records.ts';

const AT = Date.UTC(2024, 8, 23);

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'atalaya-copy-')), 'archive');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

function resource(text: string, target = 'file:a.jsonl#1'): WarcRecord {
  const bytes = Buffer.from(text);
  return { digest: digestOf(bytes), mediaType: 'text/plain', capturedAt: AT, target, bytes };
}

/** The records of a fetched page, with what led to it. */
function fetched(n: number, facts: readonly Field[] = [['found', 'yes']]): readonly WarcRecord[] {
  const url = `https://a.example/${n}`;
  return exchangeRecords(
    {
      url,
      finalUrl: url,
      capturedAt: AT,
      requestHead: `GET /${n} HTTP/1.1\r\nHost: a.example\r\n\r\n`,
      responseHead: 'HTTP/1.1 200 OK\r\nContent-Type: text/html',
      payload: Buffer.from(`page ${n} ${'x'.repeat(n)}`),
    },
    facts,
  ).records;
}

async function archived(records: readonly WarcRecord[]): Promise<ArchiveRecord[]> {
  const archive = await openArchive(folder, undefined);
  try {
    return await archive.append(records);
  } finally {
    await archive.close();
  }
}

const end = (places: readonly ArchiveRecord[]) => {
  const { file, offset, length } = places.at(-1)!;
  return { file, length: offset + length };
};

describe('linesUpTo', () => {
  it('finds every record among many, with the lines before it', async () => {
    const places = await archived(Array.from({ length: 300 }, (_, i) => resource(`text ${i}`)));
    const all = readFileSync(join(folder, CHAIN_FILE), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => readChainLine(text)!);
    for (const place of places) {
      const at = all.findIndex(({ offset }) => offset === place.offset);
      expect(await linesUpTo(folder, place, 3)).toEqual(all.slice(Math.max(0, at - 3), at + 1));
      expect(await linesUpTo(folder, place, 0)).toEqual([all[at]]);
    }
  });

  it('finds nothing that is not there', async () => {
    const [, place] = await archived([resource('one'), resource('two')]);
    for (const wrong of [{ offset: 1 }, { length: 1 }, { file: 'captures-00002.warc.gz' }]) {
      expect(await linesUpTo(folder, { ...place!, ...wrong }, 3)).toEqual([]);
    }
    truncateSync(join(folder, CHAIN_FILE), 10);
    expect(await linesUpTo(folder, place!, 3)).toEqual([]);
    rmSync(join(folder, CHAIN_FILE));
    expect(await linesUpTo(folder, place!, 3)).toEqual([]);
  });
});

describe('chainHeadAt', () => {
  it('is the last line at or before the end', async () => {
    const places = await archived([resource('one'), resource('two'), resource('three')]);
    const lines = readFileSync(join(folder, CHAIN_FILE), 'utf8').trimEnd().split('\n');
    // The first line is of the file's own head.
    expect(await chainHeadAt(folder, end(places))).toEqual({ n: 4, sha256: digestOf(lines[3]!) });
    expect(await chainHeadAt(folder, end(places.slice(0, 2)))).toEqual({
      n: 3,
      sha256: digestOf(lines[2]!),
    });
  });
});

describe('linesFrom', () => {
  it('gives lines from a record on, as far as the end', async () => {
    const places = await archived([resource('one'), resource('two'), resource('three')]);
    const found: number[] = [];
    for await (const { n } of linesFrom(folder, places[1]!, end(places))) found.push(n);
    expect(found).toEqual([3, 4]);
    const before: number[] = [];
    for await (const { n } of linesFrom(folder, places[0]!, end(places.slice(0, 2))))
      before.push(n);
    expect(before).toEqual([2, 3]);
  });
});

describe('exchangeOf', () => {
  it('takes request and metadata with a page, and nothing of its neighbours', async () => {
    const places = await archived([resource('other'), ...fetched(1), ...fetched(2), ...fetched(3)]);
    const lines = await exchangeOf(folder, places[6]!);
    expect(lines.map(({ offset }) => offset)).toEqual(places.slice(4, 7).map((p) => p.offset));
  });

  it('takes what came packed with what was unpacked of it', async () => {
    const bytes = Buffer.from('{"a":1}\n');
    const packed = exchangeRecords({
      url: 'https://a.example/list.gz',
      finalUrl: 'https://a.example/list.gz',
      capturedAt: AT,
      requestHead: 'GET /list.gz HTTP/1.1\r\n\r\n',
      responseHead: 'HTTP/1.1 200 OK',
      payload: gzipSync(bytes),
    }).records;
    const unpacked = resource('{"a":1}\n', 'https://a.example/list.gz');
    const places = await archived([...fetched(1), ...packed, unpacked]);
    const lines = await exchangeOf(folder, places.at(-1)!);
    expect(lines.map(({ offset }) => offset)).toEqual(places.slice(3).map((p) => p.offset));
  });

  it('takes a line of a file alone', async () => {
    const places = await archived([resource('one'), resource('two')]);
    expect(await exchangeOf(folder, places[1]!)).toHaveLength(1);
  });

  it('throws where the chain does not know the record', async () => {
    const [place] = await archived([resource('one')]);
    await expect(exchangeOf(folder, { ...place!, offset: 5 })).rejects.toThrow(
      'no line of the chain is of the record at byte 5',
    );
  });
});

describe('foundAgainOf', () => {
  it('gives the metadata records that name the bytes, wherever behind', async () => {
    const digest = digestOf('one');
    const naming = (value: string): WarcRecord => ({
      kind: 'metadata',
      capturedAt: AT,
      target: 'https://b.example/',
      fields: [['same-bytes-as', value]],
    });
    const again = naming(digest);
    const other = naming(digestOf('two'));
    const quoting = resource(`same-bytes-as: ${digest}`);
    const places = await archived([resource('one'), other, quoting, again]);
    const lines = await foundAgainOf(folder, places[0]!, end(places), digest);
    expect(lines.map(({ offset }) => offset)).toEqual([places[3]!.offset]);
  });
});

describe('copyRecords', () => {
  it('copies bytes as they are stored, each record once, in the archive’s order', async () => {
    const places = await archived([resource('one'), ...fetched(1), resource('two')]);
    const page = await exchangeOf(folder, places[3]!);
    const last = await exchangeOf(folder, places[4]!);
    const out = join(folder, '..', 'copy.warc.gz');
    const copied = await copyRecords(folder, [...last, ...page, ...page], out);
    const file = readFileSync(join(folder, places[0]!.file));
    const expected = file.subarray(places[1]!.offset, end(places).length);
    expect(readFileSync(out)).toEqual(Buffer.from(expected));
    const from = places[1]!.offset;
    expect(copied.map(({ offset }) => offset)).toEqual(places.slice(1).map((p) => p.offset - from));
  });

  it('throws where the archive was changed', async () => {
    const [place] = await archived([resource('one')]);
    const lines = await exchangeOf(folder, place!);
    const path = join(folder, place!.file);
    const bytes = readFileSync(path);
    bytes[place!.offset + 12]! ^= 1;
    writeFileSync(path, bytes);
    await expect(copyRecords(folder, lines, join(folder, 'x'))).rejects.toThrow(
      `${place!.file} was changed at byte ${place!.offset}: line 2 of the chain is of other bytes`,
    );
  });
});
