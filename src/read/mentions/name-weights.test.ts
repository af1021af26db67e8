import { describe, expect, it } from 'vitest';
import { PAIR_COUNT, readNameWeights, sealNameWeights } from './name-weights.ts';
import { TAG_COUNT } from './tags.ts';

const weights = {
  rows: 4,
  pairs: Int16Array.from({ length: PAIR_COUNT }, (_, i) => i - 9),
  table: Int8Array.from({ length: 4 * TAG_COUNT }, (_, i) => (i % 200) - 100),
};

describe('readNameWeights', () => {
  it('reads what was sealed', () => {
    expect(readNameWeights(sealNameWeights(weights), 'names.xx.bin')).toEqual(weights);
  });

  it('names the file and what is wrong with it', () => {
    const bytes = sealNameWeights(weights);
    const read = (wrong: Uint8Array) => () => readNameWeights(wrong, 'names.xx.bin');
    expect(read(bytes.slice(0, 9))).toThrow(/names\.xx\.bin: 9 bytes are too few/);
    expect(read(new Uint8Array(64))).toThrow(/names\.xx\.bin: no weights for names/);
    expect(read(bytes.slice(0, -1))).toThrow(/its header says/);
    const damaged = bytes.slice();
    damaged[damaged.length - 1]! ^= 1;
    expect(read(damaged)).toThrow(/names\.xx\.bin: the checksum does not match/);
  });
});
