import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryId } from '../domain/ids.ts';
import { PRESENCE_SCOPES, PRESENCE_UNITS } from '../domain/reading.ts';
import { likeWithLike, type SetEntry } from './like-with-like.ts';

function entry(count: number, day: string, more: Partial<SetEntry> = {}): SetEntry {
  return {
    sender: 'AA',
    host: 'BB',
    measure: 'level',
    number: { min: count, max: count },
    unit: 'diplomats',
    scope: 'embassy',
    asOf: { first: day, last: day },
    kind: 'press',
    source: { name: 'Invented Daily' },
    ...more,
  };
}

describe('likeWithLike', () => {
  it('puts only one unit and scope of one pair side by side, and loses nothing', () => {
    const drawn = fc.record({
      unit: fc.constantFrom(...PRESENCE_UNITS),
      scope: fc.constantFrom(...PRESENCE_SCOPES),
      host: fc.constantFrom('BB', 'CC'),
      stated: fc.constantFrom('a', 'b'),
      count: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 40 }), (list) => {
        const entries = list.map(({ count, ...more }) => entry(count, '2024-01-01', more));
        const groups = likeWithLike(entries);
        expect(groups.flatMap((group) => group.entries)).toHaveLength(entries.length);
        for (const { unit, scope, host, entries: alike, unverified } of groups)
          for (const one of alike) {
            expect([one.unit, one.scope, one.host]).toEqual([unit, scope, host]);
            if (unverified) expect(one.stated).toBe(unverified.stated);
          }
      }),
    );
  });

  it('never holds 72 of an embassy against 85 of an unstated scope', () => {
    const unstated = { scope: 'unstated', stated: 'accredited' } as const;
    const groups = likeWithLike([
      entry(49, '2022-02-01', unstated),
      entry(85, '2023-06-01', unstated),
      entry(72, '2024-03-01'),
      entry(85, '2024-03-26', { ...unstated, source: { name: 'Another Invented Daily' } }),
    ]);
    expect(groups.map(({ entries }) => entries.map(({ number }) => number?.min))).toEqual([
      [49, 85],
      [72],
      [85],
    ]);
    expect(groups.map(({ unverified }) => unverified?.source)).toEqual([
      'Invented Daily',
      undefined,
      'Another Invented Daily',
    ]);
  });

  it('keeps what differs on the same days, and orders by day with undated ones last', () => {
    const month = { asOf: { first: '2024-03-01', last: '2024-03-31' } };
    const { asOf: _, ...undated } = entry(1, '');
    const [group] = likeWithLike([
      undated,
      entry(9, '2024-05-01'),
      entry(5, '2024-03-10'),
      entry(7, '', month),
    ]);
    expect(group?.entries.map(({ number }) => number?.min)).toEqual([7, 5, 9, 1]);
    expect(group?.differing.map((run) => run.map(({ number }) => number?.min))).toEqual([[7, 5]]);
  });

  it('takes bounds that share a value for no difference', () => {
    const [group] = likeWithLike([
      entry(0, '2024-03-10', { number: { min: 5, max: null } }),
      entry(7, '2024-03-10'),
    ]);
    expect(group?.differing).toEqual([]);
  });

  it('leaves out what another entry corrects', () => {
    const [old, now] = ['old' as EntryId, 'new' as EntryId];
    const [group] = likeWithLike([
      entry(5, '2024-03-10', { id: old }),
      entry(6, '2024-03-10', { id: now, supersedes: old }),
    ]);
    expect(group?.entries.map(({ id }) => id)).toEqual([now]);
  });
});
