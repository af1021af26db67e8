import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../domain/checks.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import { type Moment, orderOf } from '../../domain/moment.ts';
import { debunkedBefore, type MatchedCheck, refutes } from './debunked-before.ts';

const HOUR = 3_600_000;
const at = (from: number, to = from): Moment => ({
  earliest: from * HOUR,
  latest: to * HOUR,
  precision: 'hour',
  zone: 'stated',
});
const check = (id: string, checked: Moment | undefined, verdict = 'false'): MatchedCheck => ({
  check: id as CheckId,
  verdict: verdict as MatchedCheck['verdict'],
  checked,
  registered: false,
});
const echo = (id: string, published: Moment | undefined) => ({
  article: id as ArticleId,
  published,
});

describe('refutes', () => {
  it('holds for four verdicts, and for what a registry lists without a rating that is known', () => {
    const refuting = VERDICTS.filter((verdict) => refutes({ verdict, registered: false }));
    expect(refuting).toEqual(['false', 'mostly-false', 'misleading', 'altered']);
    expect(refutes({ verdict: undefined, registered: false })).toBe(false);
    expect(refutes({ verdict: undefined, registered: true })).toBe(true);
    expect(refutes({ verdict: 'other', registered: true })).toBe(true);
    expect(refutes({ verdict: 'true', registered: true })).toBe(false);
  });
});

describe('debunkedBefore', () => {
  it('counts days from the first refuting check, before and after it', () => {
    const checks = [check('late', at(96)), check('first', at(48)), check('no', at(0), 'unproven')];
    const echoes = [echo('a', at(24)), echo('b', at(72, 96)), echo('c', undefined)];
    expect(debunkedBefore(checks, echoes)).toEqual([
      { article: 'a', check: 'first', days: { min: -1, max: -1 } },
      { article: 'b', check: 'first', days: { min: 1, max: 2 } },
    ]);
  });

  it('knows no row without a dated check that refutes', () => {
    const echoes = [echo('a', at(24))];
    expect(debunkedBefore([], echoes)).toEqual([]);
    expect(debunkedBefore([check('x', undefined)], echoes)).toEqual([]);
    expect(debunkedBefore([check('x', at(1), 'true')], echoes)).toEqual([]);
    expect(debunkedBefore([check('x', at(1))], [])).toEqual([]);
  });

  it('keeps an order of minutes, and no order where the bounds touch', () => {
    const [row] = debunkedBefore([check('x', at(1))], [echo('a', at(1.01))]);
    expect(row!.days.min).toBeGreaterThan(0);
    const [open] = debunkedBefore([check('x', at(0, 24))], [echo('a', at(24, 48))]);
    expect(open!.days).toEqual({ min: 0, max: 2 });
  });

  it('says before exactly where some refuting check surely was, whatever the order given', () => {
    const moment = fc.option(
      fc.tuple(fc.nat(60), fc.nat(30)).map(([from, width]) => at(from, from + width)),
      { nil: undefined },
    );
    const checks = fc.array(fc.tuple(moment, fc.constantFrom(...VERDICTS)), { maxLength: 6 });
    fc.assert(
      fc.property(checks, moment, (drawn, published) => {
        const given = drawn.map(([moment, verdict], i) => check(`c${i}`, moment, verdict));
        const rows = debunkedBefore(given, [echo('a', published)]);
        expect(debunkedBefore([...given].reverse(), [echo('a', published)])).toEqual(rows);
        const naive = given.some(
          (one) => refutes(one) && orderOf(one.checked, published) === 'before',
        );
        expect((rows[0]?.days.min ?? 0) > 0).toBe(naive);
      }),
      { numRuns: 300 },
    );
  });
});
