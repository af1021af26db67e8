import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildClaimIndex } from './claim-index.ts';
import { claimOf, idOf, readClaimIndex, titleOf } from './claim-index-file.ts';
import { matchClaim } from './match-claim.ts';
import { termOf } from './term-table.ts';

const WORDS = [
  'ant',
  'bees',
  'Кит',
  'ñandú',
  '鯨',
  '𝒙ylem',
  'Westvale',
  '6,600',
  '\ufeff',
] as const;
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
const check = fc.record(
  {
    id: fc.string({ unit: 'grapheme' }),
    claim: text,
    title: text,
    subtitle: text,
    body: text,
    language: fc.constantFrom('en', 'es', 'ru'),
  },
  { requiredKeys: ['id', 'claim'] },
);
const checks = fc.array(check as fc.Arbitrary<{ id: string; claim: string }>, { maxLength: 12 });

describe('readClaimIndex', () => {
  it('gives back what was built, and the same matches, wherever the bytes stand', () => {
    fc.assert(
      fc.property(checks, text, fc.nat({ max: 5 }), (rows, query, shift) => {
        const built = buildClaimIndex(rows);
        const moved = new Uint8Array(built.data.length + shift);
        moved.set(built.data, shift);
        const read = readClaimIndex(moved.subarray(shift));
        expect(read).toEqual(built);
        const match = (index: typeof built) => matchClaim(index, query, { atLeast: 0 });
        expect(match(read)).toEqual(match(built));
        expect(
          rows.map((_, row) => [idOf(read, row), claimOf(read, row), titleOf(read, row)]),
        ).toEqual(rows.map((row) => [row.id, row.claim, 'title' in row ? row.title : '']));
      }),
    );
  });

  it('refuses what is no whole index, and says why', () => {
    const { data } = buildClaimIndex([{ id: 'a', claim: 'A whale in the river', language: 'en' }]);
    const changed = (at: number) => data.map((byte, i) => (i === at ? byte ^ 1 : byte));
    expect(() => readClaimIndex(new Uint8Array(0))).toThrow('0 bytes is not a possible length');
    expect(() => readClaimIndex(changed(0))).toThrow('"ATCI"');
    expect(() => readClaimIndex(changed(4))).toThrow('version 0 is not 1');
    expect(() => readClaimIndex(data.subarray(0, data.length - 4))).toThrow('not');
    for (let at = 12; at < data.length; at += 7) {
      expect(() => readClaimIndex(changed(at)), `byte ${at}`).toThrow('damaged');
    }
  });
});

describe('termOf', () => {
  it('knows each word of the checks by one number, and no other word', () => {
    const words = Array.from({ length: 500 }, (_, i) => `w${i.toString(36)}x`);
    const index = buildClaimIndex(words.map((claim, i) => ({ id: `${i}`, claim })));
    expect(words.map((word) => termOf(index, word))).toEqual(words.map((_, i) => i + 1));
    expect([termOf(index, ''), termOf(index, 'w'), termOf(index, 'w0xx')]).toEqual([
      ...Array(3).fill(undefined),
    ]);
  });
});
