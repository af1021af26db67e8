import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdOf } from './held.ts';
import { tenure } from './tenures.fixture.ts';

const OFFICE = 'Harbour Master of Valdoria';
const hold = (
  dates: Parameters<typeof tenure>[2],
  first: string,
  last = first,
  next?: Parameters<typeof tenure>[2],
) =>
  holdOf(
    {
      tenure: tenure('Ana Ruiz', OFFICE, dates),
      successor: next && tenure('Leo Sanz', OFFICE, next),
    },
    { first, last },
  );

describe('holdOf', () => {
  const closed = { from: '2020-03', to: '2022-06-10' };
  test.each([
    ['2020-02-29', 'not-begun'],
    ['2020-03-01', 'perhaps'],
    ['2020-03-31', 'held'],
    ['2022-06-10', 'held'],
    ['2022-06-11', 'ended'],
  ])('%s of March 2020 to 10 June 2022: %s', (at, expected) => {
    expect(hold(closed, at)).toBe(expected);
  });

  test('a window that crosses a bound is open', () => {
    expect(hold(closed, '2022-06-09', '2022-06-11')).toBe('perhaps');
    expect(hold(closed, '2019-12-31', '2020-03-31')).toBe('perhaps');
  });

  test('without an end it is held until its source was written, and then open', () => {
    const open = { from: '2020-03-01', written: '2023-05' };
    expect(hold(open, '2023-05-01')).toBe('held');
    expect(hold(open, '2023-05-02')).toBe('perhaps');
    expect(hold(open, '2023-05-02', '2023-05-02', { from: '2024-01' })).toBe('perhaps');
    expect(hold(open, '2024-01-31', '2024-01-31', { from: '2024-01' })).toBe('perhaps');
    expect(hold(open, '2024-02-01', '2024-02-01', { from: '2024-01' })).toBe('ended');
  });

  test('without a beginning it is never known to be held', () => {
    expect(hold({ to: '2022-06-10' }, '2022-01-01')).toBe('perhaps');
    expect(hold({ to: '2022-06-10' }, '2022-06-11')).toBe('ended');
  });

  test('is what all readings of the bounds agree on', () => {
    const at = fc.integer({ min: 0, max: 40 });
    const range = fc.tuple(at, at).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const iso = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
    const days = ([a, b]: readonly [number, number]) => ({ first: iso(a), last: iso(b) });
    fc.assert(
      fc.property(range, range, range, (from, to, window) => {
        fc.pre(from[1] <= to[0]);
        const placed = {
          tenure: { ...tenure('Ana Ruiz', OFFICE, {}), from: days(from), to: days(to) },
          successor: undefined,
        };
        const seen = new Set<string>();
        for (let begin = from[0]; begin <= from[1]; begin++)
          for (let end = to[0]; end <= to[1]; end++)
            for (let n = window[0]; n <= window[1]; n++)
              seen.add(n < begin ? 'not-begun' : n > end ? 'ended' : 'held');
        expect(holdOf(placed, days(window))).toBe(seen.size === 1 ? [...seen][0] : 'perhaps');
      }),
    );
  });
});
