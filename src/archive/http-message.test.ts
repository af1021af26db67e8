import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, joinChunks, readMessage, undoEncodings } from './http-message.ts';

const CAP = 10_000;
const TEXT = Buffer.from('La ministra dijo que las conversaciones seguirían. '.repeat(9));

const message = (headers: string, payload: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), payload]);

/** Chunks of these sizes, as a server sends them. */
function chunksOf(bytes: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const part = bytes.subarray(at, at + size);
    at += part.length;
    if (part.length === 0) continue;
    parts.push(Buffer.from(`${part.length.toString(16)};ext=1\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\nTrailer: x\r\n\r\n')]);
}

describe('readMessage', () => {
  it('reads heads as servers and crawlers write them', () => {
    const read = readMessage(
      Buffer.from('HTTP/1.0 301\nLocation: /b\nX: a\n  b\nbad line\n: none\n\nbody'),
    );
    expect(read).toMatchObject({ startLine: 'HTTP/1.0 301', status: 301 });
    expect(read?.headers).toEqual([
      ['Location', '/b'],
      ['X', 'a b'],
    ]);
    expect(Buffer.from(read!.payload).toString()).toBe('body');
    expect(readMessage(Buffer.from('GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n'))).toMatchObject({
      status: undefined,
      headers: [['Host', 'a.example']],
    });
    expect(readMessage(Buffer.from('HTTP/2 204'))).toMatchObject({ status: 204, headers: [] });
  });

  it('knows what is no message', () => {
    for (const block of ['', '<html>', 'HTTP', '\r\n\r\nHTTP/1.1 200 OK']) {
      expect(readMessage(Buffer.from(block))).toBeUndefined();
    }
  });

  it('stays linear on a head of a million continuations', () => {
    const block = Buffer.from(`HTTP/1.1 200 OK\r\nX: a${'\r\n b'.repeat(1_000_000)}\r\n\r\n`);
    expect(readMessage(block)?.headers[0]?.[1]).toHaveLength(2_000_001);
  });
});

describe('joinChunks', () => {
  it('joins what was cut, wherever', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.nat(50), { maxLength: 9 }),
        (bytes, sizes) => {
          const joined = joinChunks(chunksOf(Buffer.from(bytes), sizes));
          expect(joined?.whole).toBe(true);
          expect(Buffer.from(joined!.bytes).equals(bytes)).toBe(true);
        },
      ),
    );
  });

  it('gives what there is of a body that breaks off, and nothing of what is not chunked', () => {
    const whole = chunksOf(Buffer.from('hello world'), [5]);
    const end = whole.indexOf('0\r\n');
    for (let cut = 12; cut < end; cut++) {
      const joined = joinChunks(whole.subarray(0, cut));
      expect(joined?.whole).toBe(false);
      expect('hello world'.startsWith(Buffer.from(joined!.bytes).toString())).toBe(true);
    }
    for (const text of ['', '<html>', 'zz\r\n', 'fffffffff\r\n']) {
      expect(joinChunks(Buffer.from(text))).toBeUndefined();
    }
  });
});

describe('bodyOf', () => {
  it('undoes each encoding, alone, on top of another, and chunked', () => {
    const cases: readonly [string, Buffer][] = [
      ['gzip', gzipSync(TEXT)],
      ['X-GZIP', gzipSync(TEXT)],
      ['deflate', deflateSync(TEXT)],
      ['deflate', deflateRawSync(TEXT)],
      ['br', brotliCompressSync(TEXT)],
      ['identity', TEXT],
      ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ];
    for (const [encoding, payload] of cases) {
      const head = `Content-Encoding: ${encoding}`;
      const plain = readMessage(message(head, payload))!;
      const cut = readMessage(
        message(`${head}\r\nTransfer-Encoding: chunked`, chunksOf(payload, [7])),
      )!;
      for (const one of [plain, cut]) {
        const body = bodyOf(one, CAP);
        expect(body).toMatchObject({ ok: true, doubts: [] });
        expect(body.ok && Buffer.from(body.bytes).equals(TEXT)).toBe(true);
      }
    }
  });

  it('takes as it stands what a crawler has decoded already, with a doubt', () => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const one = readMessage(message(`Content-Encoding: ${encoding}`, TEXT))!;
      expect(bodyOf(one, CAP)).toMatchObject({ ok: true, bytes: TEXT, doubts: ['not-encoded'] });
    }
    const one = readMessage(message('Transfer-Encoding: chunked', TEXT))!;
    expect(bodyOf(one, CAP)).toMatchObject({ ok: true, bytes: TEXT, doubts: ['not-chunked'] });
  });

  it('gives the beginning of a body that was cut', () => {
    for (const [encoding, payload] of [
      ['gzip', gzipSync(TEXT)],
      ['deflate', deflateSync(TEXT)],
      ['br', brotliCompressSync(TEXT)],
    ] as const) {
      const body = undoEncodings(payload.subarray(0, -3), encoding, CAP);
      expect(body).toMatchObject({ ok: true, doubts: ['cut'] });
      expect(body.ok && TEXT.indexOf(body.bytes) === 0).toBe(true);
    }
  });

  it('refuses what grows past the cap, what is encoded too often, and what nobody knows', () => {
    const zeros = Buffer.alloc(CAP + 1);
    for (const [encoding, payload] of [
      ['gzip', gzipSync(zeros)],
      ['deflate', deflateSync(zeros)],
      ['br', brotliCompressSync(zeros)],
      ['', zeros],
    ] as const) {
      const reason = `the body decodes to more than ${CAP} bytes`;
      expect(undoEncodings(payload, encoding, CAP)).toEqual({ ok: false, reason });
    }
    expect(undoEncodings(TEXT, 'gzip, gzip, gzip, gzip', CAP)).toMatchObject({ ok: false });
    expect(undoEncodings(TEXT, 'compress', CAP)).toEqual({
      ok: false,
      reason: 'content-encoding "compress" cannot be undone',
    });
    expect(undoEncodings(Buffer.alloc(0), 'gzip', CAP)).toMatchObject({ ok: true, doubts: [] });
  });
});
