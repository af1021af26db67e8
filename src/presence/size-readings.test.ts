import { describe, expect, it } from 'vitest';
import { likeWithLike, type SetEntry } from './like-with-like.ts';
import type { Expectation, PredictorSet } from './model/expected-size.ts';
import { readSizes, sizeSentence } from './size-readings.ts';

function entry(unit: SetEntry['unit'], count: number, more: Partial<SetEntry> = {}): SetEntry {
  return {
    sender: 'AA',
    host: 'BB',
    measure: 'level',
    number: { min: count, max: count },
    unit,
    scope: 'embassy',
    asOf: { first: '2024-01-01', last: '2024-01-01' },
    kind: 'press',
    source: { name: 'Invented Daily' },
    ...more,
  };
}

/** An expectation of fixed ends. */
function expects(set: PredictorSet, low: number, high: number): Expectation {
  const none = { n: 0, r2: 0, devianceR2: 0, spearman: 0 };
  return {
    kind: 'expects',
    set,
    observations: 0,
    hosts: 4,
    hostsBy: 'effects',
    fit: none,
    leftOut: { ...none, hosts: 4, meanError: 0, covered: 0 },
    of: ({ sender, host }) => ({
      mean: (low + high) / 2,
      low,
      high,
      pair: { sender, host },
      beyond: [],
    }),
  };
}

const pair = { sender: 'AA', host: 'BB', predictors: {} };
const read = (entries: readonly SetEntry[], ...models: Expectation[]) =>
  readSizes(likeWithLike(entries), pair, (unit) => (unit === 'diplomats' ? models : []));

describe('readSizes', () => {
  it('asks every set of predictors, at the nearest end of the bounds', () => {
    const [narrow, wide] = [expects('trade', 2, 20), expects('all ties', 1, 60)];
    const verdict = (number: SetEntry['number'] & {}) =>
      read([entry('diplomats', 0, { number })], narrow, wide)[0]?.verdict;
    expect(verdict({ min: 61, max: 61 })).toBe('above');
    expect(verdict({ min: 30, max: 70 })).toBe('divided');
    expect(verdict({ min: 10, max: null })).toBe('within');
    expect(verdict({ min: 0, max: 0 })).toBe('below');
  });

  it('reads the latest of a group, and sets no unit against a model of another', () => {
    const earlier = { asOf: { first: '2020-01-01', last: '2020-01-01' } };
    const found = read(
      [entry('diplomats', 5, earlier), entry('diplomats', 50), entry('staff', 90)],
      expects('trade', 2, 20),
    );
    expect(found.map(({ entry: { number }, verdict }) => [number?.min, verdict])).toEqual([
      [50, 'above'],
      [90, 'cannot-say'],
    ]);
    expect(found[1]?.reason).toBe('No lists that count staff are held.');
  });
});

describe('otherUnits', () => {
  it('holds the units that the same number is stated of, if it is not a small one', () => {
    const found = read(
      [entry('diplomats', 85), entry('accredited', 85), entry('posts', 3), entry('military', 3)],
      expects('trade', 2, 20),
    );
    expect(found.map(({ otherUnits }) => otherUnits)).toEqual([
      ['accredited'],
      ['diplomats'],
      [],
      [],
    ]);
    expect(sizeSentence(found)).toContain('85 is stated of diplomats and of accredited');
  });
});

describe('sizeSentence', () => {
  const model = expects('trade', 2, 20);

  it('states a size only where all readings agree on what is counted', () => {
    expect(sizeSentence(read([entry('diplomats', 50)], model))).toBe(
      'Of 1 reading: elevated on 1; by 30–48.',
    );
  });

  it('says why the size is unknown', () => {
    const loose = { scope: 'unstated', stated: 'accredited' } as const;
    const found = read(
      [entry('diplomats', 50), entry('diplomats', 60, loose), entry('staff', 9)],
      model,
    );
    expect(sizeSentence(found)).toBe(
      'Of 3 readings: elevated on 2, not comparable on 1; size unknown: the readings do not agree; unit or scope is not stated for 1 of them; they count differently.',
    );
  });

  it('claims nothing where nothing is elevated, or nothing known', () => {
    expect(sizeSentence(read([entry('diplomats', 9)], model))).toBe(
      'Of 1 reading: within what is expected on 1.',
    );
    expect(sizeSentence([])).toBe('No count is held that could be read.');
  });
});
