import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { digestOf } from '../domain/ids.ts';
import type { ResourceRecord } from './records.ts';
import { readRecord, writeRecord } from './warc.ts';

const AT = Date.UTC(2024, 8, 23, 14, 5, 6, 789);

function record(content: string | Uint8Array, more: Partial<ResourceRecord> = {}): ResourceRecord {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const common = { mediaType: 'application/json', capturedAt: AT, target: 'file:a.jsonl#1' };
  return { ...common, digest: digestOf(bytes), bytes, ...more };
}

/** A whole file as the third party reads it. */
async function readByWarcio(file: Uint8Array): Promise<
  {
    readonly type: string | null | undefined;
    readonly uri: string | null | undefined;
    readonly date: string | null | undefined;
    readonly digest: string | null | undefined;
    readonly id: string | null | undefined;
    readonly mediaType: string | null | undefined;
    readonly payload: Buffer;
  }[]
> {
  const source = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new Uint8Array(file));
      controller.close();
    },
  });
  const records = [];
  for await (const one of new WARCParser(source)) {
    const payload = Buffer.from(await one.readFully(false));
    records.push({
      type: one.warcType,
      uri: one.warcTargetURI,
      date: one.warcDate,
      digest: one.warcBlockDigest,
      id: one.warcHeader('WARC-Record-ID'),
      mediaType: one.warcContentType,
      payload,
    });
  }
  return records;
}

describe('writeRecord', () => {
  it('writes the same record as the same bytes', () => {
    expect(writeRecord(record('{"text":"A"}'))).toEqual(writeRecord(record('{"text":"A"}')));
  });

  it('gives records that differ in bytes or time different ids', async () => {
    const records = [record('a'), record('b'), record('a', { capturedAt: AT + 1 })];
    const read = await readByWarcio(Buffer.concat(records.map(writeRecord)));
    expect(new Set(read.map(({ id }) => id)).size).toBe(3);
    for (const { id } of read) {
      expect(id).toMatch(
        /^<urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}>$/,
      );
    }
  });

  it('is read by another program, record for record', async () => {
    const html = record('<p>Ministra: «¡No!» – Нет.</p>\r\n\r\nWARC/1.1\r\n', {
      mediaType: 'text/html',
      target: 'file:/tmp/una página.html',
    });
    const empty = record('', { mediaType: 'text/plain' });
    const binary = record(Uint8Array.from({ length: 5000 }, (_, i) => (i * 31) % 256));
    const written = [record('{"text":"A"}'), html, empty, binary];
    const read = await readByWarcio(Buffer.concat(written.map(writeRecord)));
    expect(read.map(({ type }) => type)).toEqual(written.map(() => 'resource'));
    expect(read.map(({ uri }) => decodeURI(uri ?? ''))).toEqual(written.map((r) => r.target));
    expect(read.map(({ digest }) => digest)).toEqual(written.map((r) => `sha256:${r.digest}`));
    expect(read.map(({ mediaType }) => mediaType)).toEqual(written.map((r) => r.mediaType));
    expect(read.map(({ date }) => date)).toEqual(written.map(() => '2024-09-23T14:05:06.789Z'));
    read.forEach(({ payload }, i) => {
      expect(payload.equals(Buffer.from(written[i]!.bytes))).toBe(true);
    });
  });

  it('keeps line ends in names from becoming headers', async () => {
    const hostile = record('x', {
      target: 'file:a\r\nContent-Length: 0\r\n\r\nb',
      mediaType: 'text/plain\r\nWARC-Type: request',
    });
    const member = writeRecord(hostile);
    expect(Buffer.from(readRecord(member, hostile.digest).bytes).toString()).toBe('x');
    const [read] = await readByWarcio(member);
    expect(read).toMatchObject({ type: 'resource', digest: `sha256:${hostile.digest}` });
  });

  it('writes a name that is no Unicode', () => {
    const odd = record('x', { target: 'file:half a pair \ud800.txt' });
    expect(Buffer.from(readRecord(writeRecord(odd), odd.digest).bytes).toString()).toBe('x');
  });
});

describe('readRecord', () => {
  it('gives back what was written, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary' }),
        (bytes, name) => {
          const one = record(bytes, { target: `file:${name}` });
          expect(Buffer.from(readRecord(writeRecord(one), one.digest).bytes).equals(bytes)).toBe(
            true,
          );
        },
      ),
    );
  });

  it('never gives other bytes than those captured, whichever byte of the member is changed', () => {
    const one = record('{"text":"The minister said that the talks would go on."}');
    const member = writeRecord(one);
    let refused = 0;
    for (let at = 0; at < member.length; at++) {
      const changed = Uint8Array.from(member);
      changed[at] = changed[at]! ^ 0x10;
      try {
        expect(readRecord(changed, one.digest).bytes).toEqual(Buffer.from(one.bytes));
      } catch (error) {
        expect(error).not.toMatchObject({ name: 'AssertionError' });
        refused++;
      }
    }
    // Time and system in the gzip head mean nothing; every other byte is covered by a checksum.
    expect(refused).toBeGreaterThanOrEqual(member.length - 6);
  });

  it('refuses bytes other than those that the digest names', () => {
    const other = record('another text');
    expect(() => readRecord(writeRecord(other), digestOf('a text'))).toThrow(
      `archive record was changed: expected SHA-256 ${digestOf('a text')}, found ${other.digest}`,
    );
  });

  it('refuses what is gzip but no WARC record', () => {
    for (const content of [
      '',
      'hello',
      'WARC/1.1\r\n\r\n',
      'HTTP/1.1\r\nContent-Length: 1\r\n\r\nx',
    ]) {
      expect(() => readRecord(gzipSync(content), digestOf('x'))).toThrow('is not a WARC record');
    }
  });
});
