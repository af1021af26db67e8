import { describe, expect, it } from 'vitest';
import { counted, figure, listed, percent } from './wording.ts';

describe('numbers', () => {
  it.each([
    [7, '7', '7'],
    [1234, '1,234', '1234'],
    [12_345, '12,345', '12\u202f345'],
    [1_234_567, '1,234,567', '1\u202f234\u202f567'],
  ])('%d is separated as the language does', (n, english, spanish) => {
    expect([figure(n), figure(n, 'es')]).toEqual([english, spanish]);
  });

  it('are counted and shared in both languages', () => {
    expect([counted(1, 'echo', 'echoes'), counted(2, 'article')]).toEqual(['1 echo', '2 articles']);
    expect(counted(12_345, 'eco', 'ecos', 'es')).toBe('12\u202f345 ecos');
    expect([percent(0.716), percent(0.716, 'es')]).toEqual(['72 %', '72\u202f%']);
    expect([percent(Number.NaN), percent(Number.NaN, 'es')]).toEqual(['not known', 'no se sabe']);
  });
});

describe('listed', () => {
  it('joins the last by a word', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect(listed(['a', 'b', 'c'], 'es')).toBe('a, b y c');
  });
});
