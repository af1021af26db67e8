import { describe, expect, it } from 'vitest';
import { CASE_CLASSES, readTagger, sealTagger, type TaggerHead } from './tagger-file.ts';

const HEAD: TaggerHead = {
  language: 'ru',
  tags: ['NOUN', 'VERB'],
  tagLayer: { buckets: 4 },
  caseLayer: { buckets: 2 },
  closed: { и: 'NOUN' },
  lemmas: { 'NOUN ы': '1 ' },
};
const LAYERS = [
  Int8Array.from({ length: 8 }, (_, i) => i - 4),
  new Int8Array(2 * CASE_CLASSES).fill(-1),
];

describe('readTagger', () => {
  it('reads what was sealed', () => {
    const model = readTagger(sealTagger(HEAD, LAYERS), 'x.bin');
    expect(model).toMatchObject({ language: 'ru', tags: ['NOUN', 'VERB'] });
    expect([...model.tagLayer.weights]).toEqual([...LAYERS[0]!]);
    expect([...model.caseLayer!.weights]).toEqual([...LAYERS[1]!]);
    expect(model.closed.get('и')).toBe('NOUN');
    expect(model.lemmas.get('NOUN ы')).toBe('1 ');
  });

  it('reads a part of a larger buffer', () => {
    const bytes = sealTagger(HEAD, LAYERS);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    const part = larger.subarray(3, 3 + bytes.length);
    expect([...readTagger(part, 'x.bin').tagLayer.weights]).toEqual([...LAYERS[0]!]);
  });

  it('refuses what is cut, changed, of another kind or version, naming the file', () => {
    const bytes = sealTagger(HEAD, LAYERS);
    const changed = (at: number) => {
      const copy = bytes.slice();
      copy[at] = copy[at]! ^ 1;
      return copy;
    };
    expect(() => readTagger(bytes.subarray(0, 10), 'x.bin')).toThrow('x.bin: 10 bytes are too few');
    expect(() => readTagger(bytes.subarray(0, 40), 'x.bin')).toThrow('x.bin: 24 bytes of payload');
    expect(() => readTagger(changed(0), 'x.bin')).toThrow('x.bin: starts with');
    expect(() => readTagger(changed(4), 'x.bin')).toThrow('x.bin: version');
    expect(() => readTagger(changed(bytes.length - 1), 'x.bin')).toThrow('checksum');
  });

  it('refuses weights that do not fit the head', () => {
    expect(() => readTagger(sealTagger(HEAD, [LAYERS[0]!]), 'x.bin')).toThrow(
      `x.bin: 8 weights, its head says 8 and ${2 * CASE_CLASSES}`,
    );
    const odd = { ...HEAD, tagLayer: { buckets: 3 } };
    const layers = [LAYERS[0]!.subarray(0, 6), LAYERS[1]!];
    expect(() => readTagger(sealTagger(odd, layers), 'x.bin')).toThrow('a power of two');
  });
});
