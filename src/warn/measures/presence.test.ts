import { describe, expect, test } from 'vitest';
import type { EntryId } from '../../domain/ids.ts';
import type { SeriesView, SizeView } from '../../domain/presence-views.ts';
import { FACTS } from '../invented.fixture.ts';
import { observePresence, type PresenceFacts } from './presence.ts';

const BASE = FACTS.flatMap((one) => (one.measure === 'presence-above' ? [one.facts] : []))[0]!;
const [SERIES] = BASE.view.series as [SeriesView];
const [READING] = BASE.view.size.readings as [SizeView];

function presence(
  verdicts: readonly SizeView['verdict'][],
  series: readonly SeriesView[],
): PresenceFacts {
  const readings = verdicts.map((verdict) => ({ ...READING, verdict }));
  return { ...BASE, view: { series, size: { ...BASE.view.size, readings } } };
}

const stated = { ...SERIES, unverified: undefined };

describe('observePresence', () => {
  test('of an empty ledger is nothing', () => {
    expect(observePresence(presence([], []))).toMatchObject({
      unit: 'pair:XV>XS',
      value: 0,
      at: 0,
      counter: [{ code: 'few-readings', figures: { readings: 0 } }],
      confidence: 'roughly even chance',
    });
  });

  test('is the readings above the expected, where a level also rises', () => {
    const found = observePresence(presence(['above', 'within', 'above', 'cannot-say'], [stated]));
    expect(found).toMatchObject({ value: 2, counter: [], confidence: 'likely' });
    expect(found.at).toBe(Date.UTC(2024, 0, 1));
    expect(found.findings.map(({ figures }) => figures)).toEqual([
      { readings: 2, of: 4 },
      { from: '40', to: '72' },
    ]);
  });

  test('is nothing where it falls, stays within noise, or where only arrivals rise', () => {
    const [step] = stated.steps as [SeriesView['steps'][number]];
    const others: SeriesView[] = [
      { ...stated, steps: [{ ...step, direction: 'down' }] },
      { ...stated, steps: [{ ...step, kind: 'within-noise' }] },
      { ...stated, measure: 'arrival' },
      { ...stated, steps: [] },
    ];
    for (const series of others) {
      expect(observePresence(presence(['above', 'above'], [series])).value).toBe(0);
    }
    expect(observePresence(presence(['within', 'below'], [stated])).value).toBe(0);
  });

  test('says that the expectation is divided, that a unit is unstated, that one reading is few', () => {
    const found = observePresence(presence(['above', 'divided'], [SERIES]));
    expect(found.counter.map(({ code, figures }) => [code, figures])).toEqual([
      ['expectation-divided', { readings: 1 }],
      ['unit-unverified', { series: 1 }],
    ]);
    expect(found.confidence).toBe('roughly even chance');
    const one = observePresence(presence(['above'], [stated]));
    expect(one.counter.map(({ code }) => code)).toEqual(['few-readings']);
  });

  test('a step whose entries are not in the series is told with a question mark', () => {
    const [step] = stated.steps as [SeriesView['steps'][number]];
    const strange = { ...stated, steps: [{ ...step, from: 'elsewhere' as EntryId }] };
    const found = observePresence(presence(['above', 'above'], [strange]));
    expect(found.findings[1]?.figures).toEqual({ from: '?', to: '72' });
  });

  test('entries without a day, and a ledger of any size', () => {
    const [entry] = stated.entries as [SeriesView['entries'][number]];
    const undated = { ...stated, entries: [{ ...entry, asOf: undefined }] };
    expect(observePresence(presence(['above'], [undated])).at).toBe(0);
    const large = { ...stated, entries: Array<typeof entry>(200_000).fill(entry) };
    expect(observePresence(presence(['above'], [large])).at).toBe(Date.UTC(2023, 5, 1));
  });
});
