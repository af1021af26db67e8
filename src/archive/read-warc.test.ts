import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../domain/ids.ts';
import { base32, checkDigest } from './digests.ts';
import { readWarc, type WarcEntry, type WarcFileRecord } from './read-warc.ts';
import { type ResourceRecord, recordIdOf } from './records.ts';
import { writeRecord } from './warc.ts';

const AT = Date.UTC(2024, 8, 23, 14, 5, 6, 789);

async function* chunked(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function entriesOf(file: Uint8Array, chunk = 65_536, most?: number): Promise<WarcEntry[]> {
  const entries: WarcEntry[] = [];
  const options = most === undefined ? {} : { mostBlockBytes: most };
  for await (const entry of readWarc(chunked(file, chunk), options)) entries.push(entry);
  return entries;
}

const records = (entries: readonly WarcEntry[]): WarcFileRecord[] =>
  entries.filter((entry) => entry.kind === 'record');

const kinds = (entries: readonly WarcEntry[]): string => entries.map(({ kind }) => kind).join(' ');

const textOf = (entry: WarcEntry | undefined): string =>
  entry?.kind === 'record' ? Buffer.from(entry.block).toString() : `(${entry?.kind})`;

function resource(text: string): ResourceRecord {
  const bytes = Buffer.from(text);
  const target = `file:${text.slice(0, 5)}.txt`;
  return { digest: digestOf(bytes), mediaType: 'text/plain', capturedAt: AT, target, bytes };
}

/** A record as another program might write it. */
function foreign(block: string, more: readonly string[] = [], version = '1.0'): Buffer {
  const length = Buffer.byteLength(block);
  const head = [
    `WARC/${version}`,
    'WARC-Type: resource',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>',
    'WARC-Date: 2016-01-11T23:24:25Z',
    'WARC-Target-URI: <http://a.example/>',
    ...more,
    `Content-Length: ${length}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${block}\r\n\r\n`);
}

const TEXTS = ['first text', 'second text', 'third text', '', 'fifth WARC/1.1\r\n\r\n text'];
const MEMBERS = TEXTS.map((text) => Buffer.from(writeRecord(resource(text))));

describe('readWarc', () => {
  it('reads a member a record, wherever the chunks are cut', async () => {
    const file = Buffer.concat(MEMBERS);
    for (const chunk of [1, 7, 100, 65_536]) {
      const entries = await entriesOf(file, chunk);
      expect(entries.map(textOf)).toEqual(TEXTS);
      let offset = 0;
      for (const [i, entry] of records(entries).entries()) {
        expect(entry).toMatchObject({ offset, within: 0, length: MEMBERS[i]!.length });
        expect(entry.id).toBe(recordIdOf(resource(TEXTS[i]!)));
        expect(entry).toMatchObject({ date: AT, version: '1.1', type: 'resource' });
        expect(entry.blockDigest).toBe('agrees');
        offset += MEMBERS[i]!.length;
      }
    }
  });

  it('reads one gzip over all, plain files, and members cut anywhere', async () => {
    const plain = Buffer.concat(TEXTS.map((text) => foreign(text)));
    const whole = await entriesOf(gzipSync(plain), 50);
    expect(whole.map(textOf)).toEqual(TEXTS);
    expect(records(whole).map(({ offset, length }) => [offset, length])).toEqual(
      TEXTS.map(() => [0, undefined]),
    );
    const begins = TEXTS.map((_, i) => Buffer.concat(TEXTS.slice(0, i).map((t) => foreign(t))));
    expect(records(whole).map(({ within }) => within)).toEqual(begins.map((b) => b.length));
    const flat = await entriesOf(plain, 50);
    expect(flat.map(textOf)).toEqual(TEXTS);
    expect(records(flat).map(({ offset }) => offset)).toEqual(begins.map((b) => b.length));
    for (let cut = 1; cut < plain.length; cut += 13) {
      const file = Buffer.concat([gzipSync(plain.subarray(0, cut)), gzipSync(plain.subarray(cut))]);
      expect((await entriesOf(file)).map(textOf)).toEqual(TEXTS);
    }
  });

  it('reads WARC 0.18 and 1.0, brackets, short dates and line ends of old writers', async () => {
    const old = `WARC/0.18\nWARC-Type: resource\nWARC-Target-URI: http://a.example/\nWARC-Date: 20080430204825\nContent-Length: 3\n\nold\n\n`;
    const entries = await entriesOf(Buffer.concat([Buffer.from(old), foreign('new')]));
    expect(records(entries)).toMatchObject([
      { version: '0.18', target: 'http://a.example/', date: Date.UTC(2008, 3, 30, 20, 48, 25) },
      { version: '1.0', target: 'http://a.example/', date: Date.UTC(2016, 0, 11, 23, 24, 25) },
    ]);
    expect(entries.map(textOf)).toEqual(['old', 'new']);
  });

  it('reads the head of an HTTP response', async () => {
    const block =
      'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nX-A: 1,\r\n 2\r\n\r\n<p>gone</p>';
    const file = foreign(block, ['Content-Type: application/http;msgtype=response']);
    const [entry] = records(await entriesOf(file));
    expect(entry?.http).toMatchObject({ status: 404, startLine: 'HTTP/1.1 404 Not Found' });
    expect(entry?.http?.headers).toEqual([
      ['Content-Type', 'text/html'],
      ['X-A', '1, 2'],
    ]);
    expect(Buffer.from(entry!.http!.payload).toString()).toBe('<p>gone</p>');
  });

  it('loses at most the records whose bytes were changed', async () => {
    const file = Buffer.concat(MEMBERS);
    const ends = MEMBERS.map((_, i) => Buffer.concat(MEMBERS.slice(0, i + 1)).length);
    let damaged = 0;
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file);
      changed[at]! ^= 0x10;
      const entries = await entriesOf(changed);
      const hit = ends.findIndex((end) => at < end);
      const sound = TEXTS.filter((_, i) => i !== hit);
      const read = records(entries).filter(({ blockDigest }) => blockDigest === 'agrees');
      expect(read.map(textOf)).toEqual(expect.arrayContaining(sound));
      if (entries.some(({ kind }) => kind !== 'record')) damaged++;
    }
    expect(damaged).toBeGreaterThan(file.length - 7 * TEXTS.length);
  });

  it('tells a torn last record from a damaged one, wherever the file is cut', async () => {
    const file = Buffer.concat(MEMBERS);
    const ends = MEMBERS.map((_, i) => Buffer.concat(MEMBERS.slice(0, i + 1)).length);
    for (let cut = 1; cut < file.length; cut++) {
      const entries = await entriesOf(file.subarray(0, cut));
      const whole = ends.filter((end) => end <= cut).length;
      expect(records(entries).map(textOf)).toEqual(TEXTS.slice(0, whole));
      const atEnd = ends.includes(cut);
      const last = entries.at(-1);
      if (atEnd) expect(entries).toHaveLength(whole);
      else expect(last).toMatchObject({ kind: 'torn', offset: ends[whole - 1] ?? 0 });
    }
    const plain = Buffer.concat(TEXTS.slice(0, 2).map((text) => foreign(text)));
    const [one, torn] = await entriesOf(plain.subarray(0, -6));
    expect(textOf(one)).toBe('first text');
    expect(torn).toMatchObject({ kind: 'torn', offset: foreign('first text').length });
  });

  it('goes on behind heads and lengths that lie', async () => {
    const good = foreign('good');
    const lying = (length: string): Buffer =>
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: ${length}\r\n\r\nblock\r\n\r\n`,
      );
    for (const length of ['4', '10', '99', '-1', '', '1e3', '99999999999999999999']) {
      const file = Buffer.concat([good, lying(length), good].map((one) => gzipSync(one)));
      const entries = await entriesOf(file);
      expect([length, kinds(entries)]).toEqual([length, 'record damaged record']);
    }
    const rubbish = Buffer.from('rubbish\r\nWAR\r\n');
    expect(kinds(await entriesOf(Buffer.concat([rubbish, good, rubbish, good])))).toBe(
      'damaged record damaged record',
    );
  });

  it('passes over blocks that are too large, and reads the next', async () => {
    const file = [foreign('x'.repeat(5000)), foreign('small')];
    for (const whole of [Buffer.concat(file), Buffer.concat(file.map((one) => gzipSync(one)))]) {
      const entries = await entriesOf(whole, 100, 1000);
      expect(kinds(entries)).toBe('damaged record');
      expect(entries[0]).toMatchObject({
        reason: 'the block has 5000 bytes, at most 1000 are read',
      });
      expect(textOf(entries[1])).toBe('small');
    }
  });

  it('says what it cannot read at all', async () => {
    expect(await entriesOf(Buffer.alloc(0))).toEqual([]);
    expect(await entriesOf(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]))).toMatchObject([
      { kind: 'damaged', reason: 'zstd is not read: recompress the file with gzip' },
    ]);
    expect(kinds(await entriesOf(Buffer.from('%PDF-1.7 no WARC')))).toBe('damaged');
    expect(kinds(await entriesOf(gzipSync('no WARC')))).toBe('damaged');
  });

  it('gives up where a file mocks the search for members', async () => {
    const mock = Buffer.alloc(4 * 50_000, Buffer.from([0x1f, 0x8b, 0x08, 0]));
    const entries = await entriesOf(mock);
    expect(entries.at(-1)).toMatchObject({
      kind: 'damaged',
      reason: expect.stringContaining('too many places'),
    });
  });

  it('takes a member that grows a thousandfold for a bomb', async () => {
    const head = 'WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 400000000\r\n\r\n';
    const bomb = gzipSync(Buffer.concat([Buffer.from(head), Buffer.alloc(400_000_000)]), {
      level: 9,
    });
    const entries = await entriesOf(Buffer.concat([bomb, gzipSync(foreign('next'))]));
    expect(kinds(entries)).toBe('damaged record');
    expect(entries[0]).toMatchObject({ reason: expect.stringContaining('bomb') });
  });

  it('reads any bytes without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 40 }),
            fc.constantFrom(
              ...MEMBERS,
              gzipSync(''),
              foreign('x'),
              Buffer.from('\r\n\r\nWARC/1.0\r\n'),
            ),
          ),
          { maxLength: 6 },
        ),
        fc.integer({ min: 1, max: 300 }),
        async (parts, chunk) => {
          const file = Buffer.concat(parts);
          const entries = await entriesOf(file, chunk);
          for (const { offset } of entries) expect(offset).toBeLessThanOrEqual(file.length);
          expect(await entriesOf(file)).toEqual(entries);
        },
      ),
    );
  });
});

describe('checkDigest', () => {
  it('reads hex and base32 of the usual algorithms', () => {
    const bytes = Buffer.from('hello');
    for (const [stated, check] of [
      ['sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N', 'agrees'],
      ['SHA-1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d', 'agrees'],
      ['sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2M', 'differs'],
      ['sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', 'agrees'],
      ['md5:5d41402abc4b2a76b9719d911017c593', 'differs'],
      ['crc32:3610a686', 'unreadable'],
      ['sha1:?', 'unreadable'],
      ['', 'unreadable'],
      [undefined, 'unstated'],
    ] as const) {
      expect([stated, checkDigest(bytes, stated)]).toEqual([stated, check]);
    }
  });

  it('writes base32 as RFC 4648 does', () => {
    const examples = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
    };
    for (const [text, code] of Object.entries(examples))
      expect(base32(Buffer.from(text))).toBe(code);
  });
});
