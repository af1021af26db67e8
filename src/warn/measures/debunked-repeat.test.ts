import { describe, expect, test } from 'vitest';
import type { CheckId } from '../../domain/ids.ts';
import { AT, article, DAY, moment } from '../invented.fixture.ts';
import { type DebunkEcho, type DebunkFacts, observeDebunked } from './debunked-repeat.ts';

function echo(publisher: string, more: Partial<DebunkEcho> = {}): DebunkEcho {
  const span = { begin: 0, end: 9 };
  const days = { min: 2, max: 2 };
  const at = moment(AT + 2 * DAY);
  const named = { article: article(publisher), outlet: publisher, publisher };
  return { ...named, at, amplifies: true, span, days, ...more };
}

function observed(echoes: readonly DebunkEcho[], check: Partial<DebunkFacts['check']> = {}) {
  const known = { id: 'k' as CheckId, checker: 'Verifica', at: moment(AT), verdict: 'false' };
  const stated = { ...known, confidence: 0.9, ...check };
  return observeDebunked({ unit: 'cascade:c1', subject: '-', check: stated, echoes });
}

describe('observeDebunked', () => {
  test('of nobody is nothing', () => {
    expect(observed([])).toMatchObject({ value: 0, at: 0, counter: [], confidence: 'very likely' });
    expect(observed([]).findings[1]?.figures).toEqual({ publishers: 0, days: 0 });
  });

  test('counts publishers, not articles, and gives the least of the days between, rounded down', () => {
    const found = observed([
      echo('a.example', { days: { min: 6.9, max: 8 } }),
      echo('a.example', { days: { min: 4.9, max: 5 } }),
      echo('b.example', { days: { min: 5.5, max: 6 } }),
    ]);
    expect(found.value).toBe(2);
    expect(found.findings[1]?.figures).toEqual({ publishers: 2, days: 4 });
    expect(found.findings[1]?.refs).toHaveLength(3);
  });

  test('counts nobody of whom it is open whether the check was there first', () => {
    for (const days of [
      { min: 0, max: 3 },
      { min: -1, max: 1 },
      { min: -9, max: -2 },
      { min: Number.NaN, max: Number.NaN },
    ]) {
      expect(observed([echo('a.example', { days })]).value).toBe(0);
    }
  });

  test('tells against it who doubts the claim, but not who did before the check', () => {
    const doubts = { amplifies: false };
    const found = observed([
      echo('a.example', doubts),
      echo('b.example', { ...doubts, days: { min: -3, max: 0 } }),
    ]);
    expect(found.value).toBe(0);
    expect(found.counter.map(({ code, figures }) => [code, figures])).toEqual([
      ['some-debunk', { articles: 1 }],
    ]);
  });

  test('tells below 60 % that the check may treat of another claim', () => {
    expect(observed([echo('a.example')], { confidence: 0.6 }).counter).toEqual([]);
    const doubtful = observed([echo('a.example')], { confidence: 0.594 });
    expect(doubtful.counter[0]).toMatchObject({
      code: 'check-uncertain',
      figures: { percent: 59 },
    });
    expect(doubtful.confidence).toBe('roughly even chance');
  });

  test('stands at the newest echo that has a date', () => {
    const late = echo('b.example', { at: moment(AT + 5 * DAY, AT + 9 * DAY) });
    expect(observed([late, echo('a.example')]).at).toBe(AT + 5 * DAY);
    expect(observed([echo('a.example', { at: undefined })]).at).toBe(0);
  });
});
