import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tokens } from '../text/tokens.ts';
import { Fingerprints } from './fingerprints.ts';
import { SEGMENT_ROWS, type Segment, SegmentBuilder, segmentFrom } from './segments.ts';

const prints = new Fingerprints();

function read(ids: readonly number[]): Fingerprints {
  const none = new Int32Array(ids.length);
  const tokens: Tokens = {
    count: ids.length,
    ids: Int32Array.from(ids),
    begins: none,
    ends: none,
  };
  return prints.read(tokens);
}

function segmentOf(texts: readonly (readonly number[])[], base = 0): Segment {
  const builder = new SegmentBuilder(base);
  for (const text of texts) builder.add(read(text));
  return builder.finish();
}

type Entry = [hash: number, tail: number, row: number];

/** The naive twin: all entries in one list, sorted. */
function entriesOf(texts: readonly (readonly number[])[]): Entry[] {
  const entries = texts.flatMap((text, row) => {
    const { count, hashes, tails } = read(text);
    return Array.from({ length: count }, (_, i): Entry => [hashes[i]!, tails[i]!, row]);
  });
  return sorted(entries);
}

const sorted = (entries: Entry[]): Entry[] =>
  entries.sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);

const held = ({ count, hashes, entries }: Segment): Entry[] =>
  Array.from({ length: count }, (_, i) => [hashes[i]!, entries[i]! >>> 16, entries[i]! & 0xffff]);

const bytes = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const texts = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 90, size: 'max' }), {
  maxLength: 12,
  size: 'max',
});
const sample = segmentOf([[1, 2, 3, 4, 5, 6], [], [1, 2, 3, 4, 5, 9, 9]], 7);

/** A copy of the sample's bytes with one 32-bit word replaced. */
function withWord(index: number, value: number): Uint8Array {
  const data = new Uint8Array(sample.data);
  new Uint32Array(data.buffer)[index] = value;
  return data;
}

describe('SegmentBuilder', () => {
  it('sorts by hash, tail and row, and knows where each upper half of a hash begins', () => {
    fc.assert(
      fc.property(texts, (corpus) => {
        const segment = segmentOf(corpus);
        expect(segment.rows).toBe(corpus.length);
        expect(held(segment)).toEqual(entriesOf(corpus));
        expect(segment.directory[65536]).toBe(segment.count);
        segment.hashes.forEach((hash, i) => {
          expect(segment.directory[hash >>> 16]).toBeLessThanOrEqual(i);
          expect(segment.directory[(hash >>> 16) + 1]).toBeGreaterThan(i);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('sorts by tail and row where hashes are equal', () => {
    const few = fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(few, { maxLength: 6 }), (rows) => {
        const builder = new SegmentBuilder(0);
        for (const row of rows) {
          const given = new Fingerprints();
          given.count = row.length;
          given.hashes = Uint32Array.from(row, ([hash]) => hash * 0x7fff_ffff);
          given.tails = Uint16Array.from(row, ([, tail]) => tail * 0x5555);
          builder.add(given);
        }
        const list = rows.flatMap((row, r) =>
          row.map(([hash, tail]): Entry => [hash * 0x7fff_ffff, tail * 0x5555, r]),
        );
        expect(held(builder.finish())).toEqual(sorted(list));
      }),
    );
  });

  it('refuses more than 65,536 texts', () => {
    const builder = new SegmentBuilder(0);
    for (let row = 0; row < SEGMENT_ROWS; row++) builder.add(read([]));
    expect(builder.full).toBe(true);
    expect(() => builder.add(read([]))).toThrow('at most 65536 texts');
    expect(builder.finish().rows).toBe(SEGMENT_ROWS);
  });

  it('keeps the number of the last row of a full segment', () => {
    const builder = new SegmentBuilder(0);
    for (let row = 1; row < SEGMENT_ROWS; row++) builder.add(read([]));
    builder.add(read([1, 2, 3, 4, 5]));
    expect(held(builder.finish())[0]![2]).toBe(SEGMENT_ROWS - 1);
  });
});

describe('segmentFrom', () => {
  it('reads back what was written, wherever the bytes stand in memory', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 2 ** 25 }), fc.nat(3), (corpus, base, shift) => {
        const segment = segmentOf(corpus, base);
        const room = Buffer.alloc(segment.data.length + shift);
        room.set(segment.data, shift);
        const back = segmentFrom(room.subarray(shift));
        expect([back.base, back.rows, back.count]).toEqual([base, corpus.length, segment.count]);
        expect(held(back)).toEqual(held(segment));
        expect(Buffer.compare(back.data, segment.data)).toBe(0);
        expect(Buffer.compare(bytes(back.directory), bytes(segment.directory))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses data cut at any length', () => {
    for (const length of [0, 3, 4, 24, 1000, sample.data.length - 8, sample.data.length - 4]) {
      expect(() => segmentFrom(sample.data.slice(0, length))).toThrow(/trace segment/);
    }
    expect(() => segmentFrom(sample.data.slice(0, 10))).toThrow(
      '10 bytes is not a possible length',
    );
    expect(() => segmentFrom(sample.data.slice(0, -8))).toThrow('entries do not fit');
  });

  it('refuses data with any one bit flipped', () => {
    fc.assert(
      fc.property(fc.nat(sample.data.length * 8 - 1), (bit) => {
        const data = new Uint8Array(sample.data);
        data[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => segmentFrom(data)).toThrow(/trace segment/);
      }),
    );
  });

  it('says what is wrong', () => {
    expect(() => segmentFrom(withWord(0, 0x46445025))).toThrow('first four bytes are not "ATSG"');
    expect(() => segmentFrom(withWord(1, 9))).toThrow('version 9 is not 1: run `atalaya trace');
    expect(() => segmentFrom(withWord(4, 9))).toThrow('damaged trace segment: 9 entries');
    expect(() => segmentFrom(withWord(3, 70_000))).toThrow('damaged trace segment');
    expect(() => segmentFrom(withWord(5, 0))).toThrow('its checksum does not match');
  });
});

describe('SegmentBuilder.addSegment', () => {
  it('makes of two segments the one that holds the texts of both', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(1000), (first, second, base) => {
        const builder = new SegmentBuilder(base);
        builder.addSegment(segmentOf(first, base));
        builder.addSegment(segmentOf(second, base + first.length));
        const whole = segmentOf([...first, ...second], base);
        expect(Buffer.compare(builder.finish().data, whole.data)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a segment that does not follow', () => {
    const builder = new SegmentBuilder(10);
    expect(() => builder.addSegment(segmentOf([[1], [2]], 11))).toThrow(
      'texts 11 to 12 cannot follow 0 texts from 10 on',
    );
  });
});
