import { describe, expect, it } from 'vitest';
import * as wording from './judgement-wording.ts';

describe('the words of judgements', () => {
  it('are short, differ within a union, and call nobody names', () => {
    for (const words of Object.values(wording)) {
      const all = Object.values<string>(words);
      expect(new Set(all).size).toBe(all.length);
      for (const one of all) {
        expect(one).toMatch(/^[^.!A-Z][^.!]{2,80}$/u);
        expect(one).not.toMatch(/\b(?:spy|spies|agent of|lies|lied|propaganda|fake)\b/i);
      }
    }
  });
});
