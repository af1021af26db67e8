import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FREE, LANES, openKernel } from './kernel.ts';

const WIDTH = 2 * LANES;
const ROWS = 16;
const LIST = FREE;
const SCALES = LIST + 4 * 64;
const NIBBLES = SCALES + 4 * ROWS;
const TO = NIBBLES + (ROWS * WIDTH) / 2;
const VECTORS = TO + 4 * WIDTH;

const kernel = openKernel(VECTORS + ROWS * WIDTH * 4);
const { buffer } = kernel;
const list = new Int32Array(buffer, LIST, 64);
const scales = new Float32Array(buffer, SCALES, ROWS);
const nibbles = new Uint8Array(buffer, NIBBLES, (ROWS * WIDTH) / 2);
const to = new Float32Array(buffer, TO, WIDTH);
const vectors = new Float32Array(buffer, VECTORS, ROWS * WIDTH);

const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 });
const someRows = fc.array(fc.nat(ROWS - 1), { minLength: 1, maxLength: 64 });
const floats = (length: number) => fc.array(float, { minLength: length, maxLength: length });

describe('unpack', () => {
  test('is the sum of scaled rows, each sum rounded to 32 bits', () => {
    const bytes = fc.uint8Array({ minLength: nibbles.length, maxLength: nibbles.length });
    fc.assert(
      fc.property(someRows, floats(ROWS), bytes, (rows, ofRows, table) => {
        list.set(rows);
        scales.set(ofRows);
        nibbles.set(table);
        to.fill(7);
        kernel.unpack(TO, LIST, LIST + 4 * rows.length, WIDTH / 2, SCALES, NIBBLES);
        const twin = new Float32Array(WIDTH);
        for (const row of rows) {
          for (let d = 0; d < WIDTH; d++) {
            const byte = table[(row * WIDTH + d) >> 1]!;
            const element = d % 2 === 0 ? byte & 15 : byte >> 4;
            twin[d] = twin[d]! + scales[row]! * (element < 8 ? element : element - 16);
          }
        }
        expect(to).toEqual(twin);
      }),
    );
  });
});

describe('sum', () => {
  test('adds vectors in order, each sum rounded to 32 bits', () => {
    fc.assert(
      fc.property(someRows, floats(ROWS * WIDTH), (rows, values) => {
        vectors.set(values);
        list.set(rows.map((row) => VECTORS + row * WIDTH * 4));
        kernel.sum(TO, LIST, LIST + 4 * rows.length, 4 * WIDTH);
        const twin = new Float32Array(WIDTH);
        for (const row of rows) {
          for (let d = 0; d < WIDTH; d++) twin[d] = twin[d]! + values[row * WIDTH + d]!;
        }
        expect(to).toEqual(twin);
      }),
    );
  });
});
