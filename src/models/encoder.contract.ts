/**
 * What a trace relies on, asked of every adapter of the `Encoder` port. A test file calls
 * `describeEncoder` once for each.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '../trace/encoder/encoder.ts';

/** An encoder, and what is left to do when it is not needed any more. */
export interface OpenedEncoder {
  readonly encoder: Encoder;
  readonly close: () => Promise<void>;
}

/** Words and the parts that odd texts are made of. */
const PIECES = ['нота', 'la', 'embajada', 'protest', '2024', '🙂', '\0', '\ud800', ' ', '\n', 'ñ'];
const text = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((pieces) => pieces.join(' '));

const ODD: readonly [string, string][] = [
  ['emoji', '🙂👩‍👩‍👧‍👦 🇲🇽'],
  ['NUL', 'a\0b'],
  ['only NUL', '\0\0'],
  ['a lone high surrogate', 'embajada \ud83d protesta'],
  ['a lone low surrogate', '\udc00'],
  ['a right-to-left mark', 'нота \u202e atalaya'],
  ['1,000,000 characters of one word', 'word '.repeat(200_000)],
  ['1,000,000 characters without a space', 'я'.repeat(1_000_000)],
  ['1,000,000 emoji halves', '🙂'.repeat(500_000)],
];

/** Asks everything of one encoder. */
export function describeEncoder(name: string, open: () => Promise<OpenedEncoder>): void {
  describe(name, () => {
    let opened: OpenedEncoder;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    const encode = async (texts: readonly string[]): Promise<Float32Array[]> => {
      const { dims } = opened.encoder;
      const vectors = await opened.encoder.encode(texts);
      expect(vectors).toBeInstanceOf(Float32Array);
      expect(vectors.length).toBe(texts.length * dims);
      return texts.map((_, at) => vectors.subarray(at * dims, (at + 1) * dims));
    };
    const one = async (single: string): Promise<Float32Array> => (await encode([single]))[0]!;

    it('says what it is', () => {
      expect(opened.encoder.id).toMatch(/\S/);
      expect(Number.isInteger(opened.encoder.dims) && opened.encoder.dims > 0).toBe(true);
    });

    it('gives nothing for nothing', async () => {
      expect(await encode([])).toEqual([]);
    });

    it('gives zeros for texts without words, wherever they stand', async () => {
      const rows = await encode(['', 'embajada', ' \n\t', 'protesta', '']);
      expect(rows.map((row) => lengthOf(row).toFixed(3))).toEqual([
        '0.000',
        '1.000',
        '0.000',
        '1.000',
        '0.000',
      ]);
    });

    it('tells texts apart', async () => {
      const [a, b, again] = await encode(['la embajada protesta', 'precio del pan', 'la embajada']);
      expect(dot(a!, again!)).toBeGreaterThan(dot(a!, b!));
      expect(dot(a!, b!)).toBeLessThan(0.9);
    });

    it('gives a text one row, whatever stands beside it', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
          const rows = await encode(texts);
          for (const [at, single] of texts.entries()) expect(rows[at]).toEqual(await one(single));
        }),
        { numRuns: 30 },
      );
    });

    it('takes 1,000 texts, each as if it were alone', async () => {
      const texts = Array.from({ length: 1000 }, (_, n) => `nota ${n} de la embajada ${n * 7}`);
      const rows = await encode(texts);
      for (const row of rows) expect(lengthOf(row)).toBeCloseTo(1, 5);
      for (const at of [0, 31, 32, 500, 999]) expect(rows[at]).toEqual(await one(texts[at]!));
    });

    it('does not mix up calls that overlap', async () => {
      const lists = [['embajada', 'protesta'], ['precio'], ['protesta', 'precio', 'embajada']];
      const all = await Promise.all(lists.map(encode));
      for (const [at, list] of lists.entries()) {
        expect(all[at]).toEqual(await Promise.all(list.map(one)));
      }
    });

    it.each(ODD)('takes %s', async (_, odd) => {
      const [before, row, after] = await encode(['embajada', odd, 'embajada']);
      const length = lengthOf(row!);
      expect(Math.min(length, Math.abs(length - 1))).toBeLessThan(1e-5);
      expect(row).toEqual(await one(odd));
      expect(before).toEqual(after);
      expect(before).toEqual(await one('embajada'));
    });
  });
}

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, d) => sum + value * b[d]!, 0);

const lengthOf = (row: Float32Array): number => Math.sqrt(dot(row, row));
