import { describe, expect, it } from 'vitest';
import { isFew, shownCount } from './small-counts.ts';

describe('shownCount', () => {
  it.each([
    [0, 0, '0'],
    [1, 1, '1–2'],
    [2, 2, '1–2'],
    [0, 2, '0–2'],
    [3, 3, '3'],
    [2, 5, '1–5'],
    [0, 5, '0–5'],
    [9, 12, '9–12'],
    [9, null, 'at least 9'],
    [2, null, 'at least 1'],
  ])('shows %i to %s as %s', (min, max, shown) => {
    expect(shownCount({ min, max })).toBe(shown);
  });
});

it('takes for few what is shown as a range of one or two', () => {
  const few = (min: number, max: number | null) => isFew({ min, max });
  expect([few(1, 1), few(2, 2), few(0, 2), few(1, 9), few(2, null)]).not.toContain(false);
  expect([few(0, 0), few(3, 3), few(0, null), few(3, null), few(0, 5)]).not.toContain(true);
});
