/** Writing the encoder's table in the format that `src/trace/encoder/static-encoder.ts` reads. */
import { ENCODER_MAGIC, ENCODER_VERSION } from '../src/trace/encoder/static-encoder.ts';
import { sealModel } from '../src/trace/lexicon/model-file.ts';

/** Four bits an element: a row's largest magnitude is 7. */
const LEVELS = 7;

/** The file's bytes: rows (32 bits), dims (32 bits), a scale for each row, two elements a byte. */
export function writeEncoder(table: Float32Array, rows: number, dims: number): Uint8Array {
  const payload = new Uint8Array(8 + rows * 4 + (rows * dims) / 2);
  const view = new DataView(payload.buffer);
  view.setUint32(0, rows, true);
  view.setUint32(4, dims, true);
  const nibbles = 8 + rows * 4;
  for (let row = 0; row < rows; row++) {
    const values = table.subarray(row * dims, (row + 1) * dims);
    const scale = bestScale(values);
    view.setFloat32(8 + row * 4, scale, true);
    for (let d = 0; d < dims; d += 2) {
      const low = quantised(values[d]!, scale) & 15;
      const high = quantised(values[d + 1]!, scale) & 15;
      payload[nibbles + (row * dims + d) / 2] = low | (high << 4);
    }
  }
  return sealModel(ENCODER_MAGIC, ENCODER_VERSION, payload);
}

/** The scale of least squared error among a few; clipping the largest element often pays. */
function bestScale(values: Float32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 0;
  let best = largest / LEVELS;
  let least = Number.POSITIVE_INFINITY;
  for (let part = 1; part >= 0.5; part -= 0.05) {
    const scale = (largest * part) / LEVELS;
    let error = 0;
    for (const value of values) error += (value - quantised(value, scale) * scale) ** 2;
    if (error < least) {
      least = error;
      best = scale;
    }
  }
  return best;
}

function quantised(value: number, scale: number): number {
  if (scale === 0) return 0;
  return Math.max(-LEVELS, Math.min(LEVELS, Math.round(value / scale)));
}
