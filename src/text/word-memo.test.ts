import { describe, expect, it } from 'vitest';
import { wordMemo } from './word-memo.ts';

function counted() {
  const asked: string[] = [];
  const memo = wordMemo((word) => {
    asked.push(word);
    return word.toUpperCase();
  });
  return { asked, memo };
}

describe('wordMemo', () => {
  it('asks once a word and answers the same', () => {
    const { asked, memo } = counted();
    expect([memo('a'), memo('b'), memo('a')]).toEqual(['A', 'B', 'A']);
    expect(asked).toEqual(['a', 'b']);
  });

  it('keeps nothing of what is too long for a word', () => {
    const { asked, memo } = counted();
    const long = 'x'.repeat(33);
    expect([memo(long), memo(long)]).toEqual([long.toUpperCase(), long.toUpperCase()]);
    expect(asked).toHaveLength(2);
  });

  it('forgets what was not asked for long, keeps what is in use, and still answers the same', () => {
    const { asked, memo } = counted();
    for (let i = 0; i <= 45_000; i++) {
      expect(memo(`w${i}`)).toBe(`W${i}`);
      if (i % 1000 === 0) expect(memo('in-use')).toBe('IN-USE');
    }
    expect(memo('w0')).toBe('W0');
    expect(asked.filter((word) => word === 'w0')).toHaveLength(2);
    expect(asked.filter((word) => word === 'in-use')).toHaveLength(1);
  });
});
