import { describe, expect, test } from 'vitest';
import type { EntryId } from '../../domain/ids.ts';
import { AT } from '../invented.fixture.ts';
import { type DisplacementFacts, observeDisplacement } from './displacement.ts';

const FACTS: DisplacementFacts = {
  sender: 'XV',
  host: 'XS',
  unit: 'diplomats',
  expelled: { atLeast: 12, atMost: 14 },
  places: 3,
  grown: { atLeast: 9, atMost: null },
  unobservedShare: undefined,
  unverified: false,
  sentences: [],
  rivals: [],
  expulsions: ['e1' as EntryId, 'e2' as EntryId],
  growth: ['e3' as EntryId],
  at: AT,
};

describe('observeDisplacement', () => {
  test('is the smaller of what was surely expelled and what surely grew', () => {
    expect(observeDisplacement(FACTS).value).toBe(9);
    expect(observeDisplacement({ ...FACTS, grown: { atLeast: 20, atMost: 20 } }).value).toBe(12);
    expect(observeDisplacement({ ...FACTS, expelled: { atLeast: 0, atMost: 50 } }).value).toBe(0);
  });

  test('is one unit a pair and a unit of people, and never surer than even', () => {
    expect(observeDisplacement(FACTS)).toMatchObject({
      unit: 'pair:XV>XS:diplomats',
      subject: 'XV in XS',
      at: AT,
      counter: [],
      confidence: 'roughly even chance',
    });
  });

  test('shows the entries of either side', () => {
    const entries = observeDisplacement(FACTS).findings.map(({ refs }) => refs.length);
    expect(entries).toEqual([2, 1]);
  });

  test('says what share nobody saw arrive, and that units are not stated', () => {
    expect(observeDisplacement({ ...FACTS, unobservedShare: 0 }).counter).toEqual([]);
    const open = observeDisplacement({ ...FACTS, unobservedShare: 0.256, unverified: true });
    expect(open.counter.map(({ code, figures }) => [code, figures])).toEqual([
      ['unobserved-share', { percent: 26 }],
      ['unit-unverified', { series: 1 }],
    ]);
  });
});
