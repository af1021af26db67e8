import { describe, expect, it } from 'vitest';
import { shownCount } from './small-counts.ts';

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
