import { describe, expect, it } from 'vitest';
import { distinctNames } from './people.ts';

describe('distinctNames', () => {
  it('takes names from all ways in which feeds write them', () => {
    for (const stated of [
      ...['Ana Roe', 'me@a.example (Ana Roe)', 'Ana Roe <me@a.example>', 'Ana Roe (me@a.example)'],
      ...['"Ana Roe" me@a.example', ' Ana\n Roe ', 'Ana Roe, mailto:me@a.example'],
    ]) {
      expect([stated, distinctNames([stated])]).toEqual([stated, ['Ana Roe']]);
    }
  });

  it('keeps an address only where nobody is named, and each name once', () => {
    expect(distinctNames(['me@a.example'])).toEqual(['me@a.example']);
    expect(distinctNames(['me@a.example', 'Ana', 'x@a.example (Ana)'])).toEqual(['Ana']);
    expect(distinctNames(['x'.repeat(301), ''])).toEqual(['']);
  });
});
