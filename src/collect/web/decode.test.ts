import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, unpackGzip } from './decode.ts';

const MB = 1024 * 1024;
const LIMITS = { bytes: 4 * MB, ratio: 200 };
const text = Buffer.from('An invented page. '.repeat(50));

const decoded = async (payload: Uint8Array, encoding?: string): Promise<string> => {
  const body = await decodeBody(payload, encoding, LIMITS);
  return 'reason' in body ? body.reason : Buffer.from(body).toString();
};

describe('decodeBody', () => {
  it.each([
    ['no encoding', undefined, text],
    ['identity', 'identity', text],
    ['gzip', 'gzip', gzipSync(text)],
    ['gzip in capitals', 'GZIP', gzipSync(text)],
    [
      'two members of gzip',
      'gzip',
      Buffer.concat([gzipSync(text.subarray(0, 9)), gzipSync(text.subarray(9))]),
    ],
    ['brotli', 'br', brotliCompressSync(text)],
    ['deflate', 'deflate', deflateSync(text)],
    ['deflate without its head', 'deflate', deflateRawSync(text)],
    ['two layers', 'gzip, br', brotliCompressSync(gzipSync(text))],
    ['gzip that is none', 'gzip', text],
    ['a charset in the wrong place', 'utf-8', text],
  ])('undoes %s', async (_, encoding, payload) => {
    expect(await decoded(payload, encoding)).toBe(text.toString());
  });

  it.each([
    ['a cut stream', 'gzip', gzipSync(text).subarray(0, 30), 'broken-transfer'],
    ['a damaged stream', 'br', Buffer.alloc(99, 0xff), 'broken-transfer'],
    ['an encoding that was not asked for', 'zstd', text, 'broken-transfer'],
    ['too many layers', 'gzip, gzip, gzip, gzip', text, 'bomb'],
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(3 * MB)), 'bomb'],
  ])('refuses %s', async (_, encoding, payload, reason) => {
    expect(await decoded(payload, encoding)).toBe(reason);
  });

  it('tells a large body from a bomb', async () => {
    // Random hex halves: large, and honest in its ratio.
    const hex = Array.from({ length: 2 * MB }, (_, n) =>
      ((n * 2_654_435_761) >>> 7).toString(16),
    ).join('');
    expect(await decoded(gzipSync(hex), 'gzip')).toBe('too-large');
  });

  it('takes any bytes under any encoding', async () => {
    const encoding = fc.constantFrom(
      'gzip',
      'br',
      'deflate',
      'x-gzip',
      'gzip, br',
      'compress',
      ',',
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), encoding, async (bytes, name) => {
        expect(await decodeBody(bytes, name, LIMITS)).toBeDefined();
      }),
    );
  });
});

describe('unpackGzip', () => {
  it('unpacks gzip files, and leaves others', async () => {
    expect(await unpackGzip(gzipSync(text), LIMITS)).toEqual(text);
    expect(await unpackGzip(text, LIMITS)).toBe(text);
    expect(await unpackGzip(gzipSync(Buffer.alloc(3 * MB)), LIMITS)).toMatchObject({
      reason: 'bomb',
    });
  });
});
