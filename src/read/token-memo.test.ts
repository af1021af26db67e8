import { describe, expect, it } from 'vitest';
import { documentOf, spelledAs } from './document.ts';
import { tokenMemo } from './token-memo.ts';

function counted() {
  const asked: string[] = [];
  const memo = tokenMemo(({ text }) => {
    asked.push(text);
    return `<${text}>`;
  });
  return { asked, memo };
}

describe('tokenMemo', () => {
  it('asks once a spelling, across documents', () => {
    const { asked, memo } = counted();
    for (const text of ['Paz y paz', 'y Paz']) {
      const { tokens } = documentOf({ text, language: 'es' });
      expect(tokens.map(memo)).toEqual(text.split(' ').map((word) => `<${word}>`));
    }
    expect(asked).toEqual(['Paz', 'y', 'paz']);
  });

  it('asks again for what has no number: long runs of letters, tokens not cut from a text', () => {
    const { asked, memo } = counted();
    const long = spelledAs('x'.repeat(33));
    const loose = { text: 'y', lower: 'y', kind: 'word', capital: false } as const;
    for (const token of [long, loose, long, loose]) expect(memo(token)).toBe(`<${token.text}>`);
    expect(asked).toHaveLength(4);
  });

  it('gives no answer of another spelling whose place it takes', () => {
    const { memo } = counted();
    const old = { text: 'old', lower: 'old', kind: 'word', capital: false, word: 7 } as const;
    const newer = { ...old, text: 'new', lower: 'new', word: 7 + (1 << 15) };
    expect([memo(old), memo(newer), memo(old)]).toEqual(['<old>', '<new>', '<old>']);
  });
});
