import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEVERAL_STATES } from '../domain/ledger.ts';
import { displacementOf } from './displacement.ts';
import { displacementSentences } from './displacement-wording.ts';
import type { SetEntry } from './like-with-like.ts';

function entry(
  host: string,
  measure: SetEntry['measure'],
  count: number,
  first: string,
  more: Partial<SetEntry> & { last?: string } = {},
): SetEntry {
  const { last = first, ...rest } = more;
  return {
    sender: 'AA',
    host,
    measure,
    number: { min: count, max: count },
    unit: 'diplomats',
    scope: 'embassy',
    asOf: { first, last },
    kind: 'press',
    source: { name: 'Invented Daily' },
    ...rest,
  };
}

const question = {
  sender: 'AA',
  unit: 'diplomats',
  period: { first: '2022-01-01', last: '2022-12-31' },
} as const;

const waves = [
  entry('BB', 'expulsion', 10, '2022-03-01'),
  entry('CC', 'expulsion', 3, '2022-02-24', { last: '2022-04-06' }),
  entry('CC', 'expulsion', 35, '2022-02-24', { last: '2022-04-30' }),
];
const growth = [entry('DD', 'level', 10, '2022-01-01'), entry('DD', 'level', 22, '2023-01-01')];

describe('displacementOf', () => {
  it('keeps conflicting snapshots as a range, and sets later growth beside them', () => {
    const found = displacementOf([...waves, ...growth], question);
    expect(found).toMatchObject({
      expelledInAll: { atLeast: 13, atMost: 45 },
      grownInAll: { atLeast: 12, atMost: 12 },
      unseen: [],
      rivals: ['not-moved', 'one-source', 'own-reasons'],
    });
    expect(found?.expelled.map(({ host, atLeast, atMost }) => [host, atLeast, atMost])).toEqual([
      ['BB', 10, 10],
      ['CC', 3, 35],
    ]);
    expect(found?.unobserved?.atLeast).toBeCloseTo(1 - 12 / 13, 12);
    expect(found?.unobserved?.atMost).toBeCloseTo(1 - 12 / 45, 12);
  });

  it('adds up expulsions of days apart, and no total over several states', () => {
    const found = displacementOf(
      [
        entry('BB', 'expulsion', 4, '2022-03-01'),
        entry('BB', 'expulsion', 5, '2022-06-01'),
        entry(SEVERAL_STATES, 'expulsion', 500, '2022-12-01'),
      ],
      question,
    );
    expect(found?.expelledInAll).toEqual({ atLeast: 9, atMost: 9 });
    expect(found?.statedTotals).toHaveLength(1);
  });

  it('sees no growth in other units, in what grew only before, or in figures that cannot be compared', () => {
    const found = displacementOf(
      [
        ...waves,
        ...growth.map((one) => ({ ...one, unit: 'staff' as const })),
        entry('EE', 'level', 4, '2020-01-01'),
        entry('EE', 'level', 9, '2021-01-01'),
        entry('FF', 'level', 4, '2020-01-01'),
        entry('FF', 'level', 9, '2023-01-01', { scope: 'country' }),
      ],
      question,
    );
    expect(found).toMatchObject({ grown: [], unseen: ['EE', 'FF'], rivals: ['not-moved'] });
    expect(found?.unobserved).toEqual({ atLeast: 1, atMost: 1 });
  });

  it('names the rivals that the figures themselves raise', () => {
    const loose = { scope: 'unstated', stated: 'in the capital' } as const;
    const found = displacementOf(
      [
        ...waves,
        entry('DD', 'level', 5, '2020-01-01', loose),
        entry('DD', 'level', 10, '2022-01-01', loose),
        entry('DD', 'level', 22, '2023-01-01', loose),
      ],
      question,
    );
    expect(found?.rivals).toEqual([
      'not-moved',
      'counted-otherwise',
      'one-source',
      'grew-before',
      'own-reasons',
    ]);
  });

  it('knows of no displacement without an expulsion in the period', () => {
    expect(displacementOf(growth, question)).toBeUndefined();
    const later = entry('BB', 'expulsion', 4, '2024-03-01');
    expect(displacementOf([...growth, later], question)).toBeUndefined();
    const { asOf: _, ...undated } = later;
    expect(displacementOf([...growth, undated], question)).toBeUndefined();
    expect(displacementOf([...waves, undated], question)).toMatchObject({
      expelledInAll: { atLeast: 13 },
      undated: [undated],
    });
  });

  it('gives ranges in order, with shares between 0 and 1, for any entries', () => {
    const drawn = fc.record({
      host: fc.constantFrom('BB', 'CC', 'DD'),
      measure: fc.constantFrom('expulsion' as const, 'level' as const),
      min: fc.nat(20),
      more: fc.option(fc.nat(20)),
      month: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 30 }), (list) => {
        const entries = list.map(({ host, measure, min, more, month }) => ({
          ...entry(host, measure, 0, `2022-0${month}-01`),
          number: { min, max: more === null ? null : min + more },
        }));
        const found = displacementOf(entries, question);
        if (found === undefined) return;
        for (const range of [...found.expelled, ...found.grown, found.grownInAll])
          expect(range.atMost ?? Infinity).toBeGreaterThanOrEqual(range.atLeast);
        const { unobserved } = found;
        if (unobserved === null) return;
        expect(unobserved.atLeast).toBeGreaterThanOrEqual(0);
        expect(unobserved.atMost).toBeLessThanOrEqual(1);
        expect(unobserved.atLeast).toBeLessThanOrEqual(unobserved.atMost);
      }),
    );
  });
});

describe('displacementSentences', () => {
  it('says coincides, in ranges', () => {
    const found = displacementOf([...waves, ...growth], question)!;
    expect(displacementSentences(found)).toEqual([
      'Growth by 12 at 1 other host coincides with 13–45 diplomats of AA expelled by 2 hosts from 2022-01-01 to 2022-12-31.',
      'For 8 % to 73 % of them no growth elsewhere is on record.',
    ]);
    expect(displacementSentences(displacementOf(waves, question)!)[0]).toBe(
      '13–45 diplomats of AA expelled by 2 hosts from 2022-01-01 to 2022-12-31: no growth elsewhere is on record.',
    );
  });
});
