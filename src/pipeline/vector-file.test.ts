import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../domain/ids.ts';
import { useFolder } from './desk.fixture.ts';
import { appendVectors, readVectors, vectorPath } from './vector-file.ts';

const folder = useFolder();
const KIND = { id: 'http://h.example/v1#modèle/3', dims: 3 };
const idOf = (n: number) => n.toString(16).padStart(16, '0') as ArticleId;

/** The rows of articles 0 … count - 1, undefined where none is stored. */
async function stored(count: number, kind = KIND): Promise<(number[] | undefined)[]> {
  const rows = new Int8Array(count * kind.dims);
  const places = new Map(Array.from({ length: count }, (_, n) => [idOf(n), n]));
  const found = await readVectors(folder(), kind, { places, rows });
  return [...found].map((is, n) =>
    is === 1 ? [...rows.subarray(n * kind.dims, (n + 1) * kind.dims)] : undefined,
  );
}

const append = (ids: readonly number[], vectors: readonly number[], kind = KIND) =>
  appendVectors(folder(), kind, ids.map(idOf), Float32Array.from(vectors));

describe('a file of vectors', () => {
  it('gives back what was appended, as shares of the largest element', async () => {
    await append([0, 2], [0.6, -0.8, 0, 0, 0, 0]);
    await append([4], [0, 0, -0.5]);
    expect(await stored(6)).toEqual([
      [95, -127, 0],
      undefined,
      [0, 0, 0],
      undefined,
      [0, 0, -127],
      undefined,
    ]);
  });

  it('is not there before the first, and passes over articles that nobody asks for', async () => {
    expect(await stored(2)).toEqual([undefined, undefined]);
    await append([7, 1], [1, 0, 0, 0, 1, 0]);
    expect(await stored(2)).toEqual([undefined, [0, 127, 0]]);
  });

  it('keeps places apart from the number of articles', async () => {
    await append([5], [1, 0, 0]);
    const rows = new Int8Array(30);
    const found = await readVectors(folder(), KIND, { places: new Map([[idOf(5), 9]]), rows });
    expect([...found]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect([...rows.subarray(27)]).toEqual([127, 0, 0]);
  });

  it('keeps those of two encoders, or of two widths, apart', async () => {
    await append([0], [1, 0, 0]);
    expect(await stored(1, { ...KIND, id: 'another' })).toEqual([undefined]);
    expect(await stored(1, { ...KIND, dims: 4 })).toEqual([undefined]);
    expect(await stored(1)).toEqual([[127, 0, 0]]);
  });

  it('holds ten thousand, read in more than one piece', async () => {
    const kind = { id: 'wide', dims: 600 };
    const vectors = new Array(10_000 * 600).fill(0);
    for (let n = 0; n < 10_000; n++) vectors[n * 600 + (n % 600)] = 1;
    await append([...Array(10_000).keys()], vectors, kind);
    const rows = await stored(10_000, kind);
    expect(rows.findIndex((row, n) => row?.indexOf(127) !== n % 600)).toBe(-1);
  });

  it('loses at most the torn record when it is cut anywhere', async () => {
    await append([0, 1, 2], [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    const path = vectorPath(folder(), KIND);
    const bytes = readFileSync(path);
    const head = bytes.length - 3 * 11;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (length) => {
        writeFileSync(path, bytes);
        truncateSync(path, length);
        const whole = Math.max(0, Math.floor((length - head) / 11));
        expect((await stored(3)).filter((row) => row !== undefined)).toHaveLength(whole);
        await append([3], [1, 0, 0]);
        expect((await stored(4)).map((row) => row !== undefined)).toEqual([
          whole > 0,
          whole > 1,
          whole > 2,
          true,
        ]);
        expect((statSync(path).size - head) % 11).toBe(0);
      }),
    );
  });

  it('is refused by name where it holds something else', async () => {
    const path = vectorPath(folder(), KIND);
    writeFileSync(path, Buffer.alloc(100));
    const message = `${path} does not hold vectors of ${KIND.id}: delete it, it is made again`;
    await expect(stored(1)).rejects.toThrow(message);
    await expect(append([0], [1, 0, 0])).rejects.toThrow(message);
  });

  it('is off by less than .005 in cosines of wide vectors', async () => {
    // What the head of the file states, on vectors whose elements are spread like a model's.
    const element = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value ** 3);
    const vector = fc.array(element, { minLength: 256, maxLength: 256 });
    await fc.assert(
      fc.asyncProperty(vector, vector, fc.nat(), async (a, b, salt) => {
        fc.pre(a.some(Boolean) && b.some(Boolean));
        const kind = { id: `wide ${salt}`, dims: 256 };
        await append([0, 1], [...unit(a), ...unit(b)], kind);
        const [x, y] = await stored(2, kind);
        expect(Math.abs(dot(unit(x!), unit(y!)) - dot(unit(a), unit(b)))).toBeLessThan(0.005);
      }),
      { numRuns: 50 },
    );
  });
});

const dot = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, d) => sum + value * y[d]!, 0);
const unit = (x: readonly number[]) => x.map((value) => value / Math.sqrt(dot(x, x)));
