import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../domain/trace.ts';
import { type DiffPart, EXCERPT_WORDS, type PassageView } from '../domain/views.ts';
import { tokensOf } from '../text/tokens.ts';
import { passageView } from './excerpts.ts';

const wholly = (from: string, to: string): Passage => {
  const [aWords, bWords] = [tokensOf(from).count, tokensOf(to).count];
  const a = { begin: 0, end: from.length };
  return { a, b: { begin: 0, end: to.length }, words: Math.min(aWords, bWords), aWords, bWords };
};
const view = (from: string, to: string): PassageView => passageView(wholly(from, to), from, to);
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const side = (diff: readonly DiffPart[], other: 'added' | 'removed'): string =>
  diff.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join(' ');
const numbered = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');

describe('passageView', () => {
  it('marks the words that changed, punctuation with the word on its left', () => {
    const { diff, hiddenWords } = view(
      'The minister said: no, never.',
      'The ambassador said: no, not today.',
    );
    expect(diff.map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['same', 'The'],
      ['removed', 'minister'],
      ['added', 'ambassador'],
      ['same', 'said: no,'],
      ['removed', 'never'],
      ['added', 'not today'],
    ]);
    expect(hiddenWords).toBe(0);
  });

  it('shows only the passage, and its span in the text', () => {
    const from = 'Before. The shared words. After.';
    const to = 'The shared words.';
    const passage = { ...wholly(to, to), a: { begin: 8, end: 25 }, words: 3 };
    const shown = passageView(passage, from, to);
    expect(shown.from).toEqual({ span: { begin: 8, end: 25 }, text: 'The shared words' });
    expect(shown.words).toBe(3);
  });

  it('begins a long passage a little before its first change', () => {
    const { from, to, diff, hiddenWords } = view(
      numbered(200),
      numbered(200).replace('w100 ', 'other '),
    );
    expect(from.text).toMatch(/^w88 /);
    expect(to.text).toContain(' other ');
    expect(diff[0]!.kind).toBe('same');
    expect(hiddenWords).toBe(200 - EXCERPT_WORDS);
  });

  it('begins an unchanged long passage at its beginning', () => {
    const { from, hiddenWords } = view(numbered(100), numbered(100));
    expect(from.text).toBe(numbered(EXCERPT_WORDS));
    expect(hiddenWords).toBe(100 - EXCERPT_WORDS);
  });

  it('never shows more than the limit, whatever is compared', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'один', 'dos');
    const text = fc.array(word, { maxLength: 150, size: 'max' }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const shown = view(from, to);
        expect(wordsOf(shown.from.text).length).toBeLessThanOrEqual(EXCERPT_WORDS);
        expect(wordsOf(shown.to.text).length).toBeLessThanOrEqual(EXCERPT_WORDS);
        expect(wordsOf(side(shown.diff, 'added'))).toEqual(wordsOf(shown.from.text));
        expect(wordsOf(side(shown.diff, 'removed'))).toEqual(wordsOf(shown.to.text));
        expect(from).toContain(shown.from.text);
        expect(to).toContain(shown.to.text);
        const longer = Math.max(wordsOf(from).length, wordsOf(to).length);
        const longest = Math.max(wordsOf(shown.from.text).length, wordsOf(shown.to.text).length);
        expect(shown.hiddenWords).toBe(longer - longest);
      }),
    );
  });
});
