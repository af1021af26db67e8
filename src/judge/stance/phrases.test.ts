import { describe, expect, it } from 'vitest';
import { compilePhrases } from './phrases.ts';
import { wordsIn } from './words.ts';

function found(lists: Record<string, readonly string[]>, text: string): string[] {
  const words = wordsIn(text, { begin: 0, end: text.length });
  return compilePhrases(new Map(Object.entries(lists)))(words).map(
    ({ kind, from, to }) => `${kind}: ${text.slice(words[from]!.begin, words[to - 1]!.end)}`,
  );
}

describe('compilePhrases', () => {
  it('takes alternatives, endings and gaps of at most three words', () => {
    const lists = { no: ['did|does not offer* … proof'] };
    expect(found(lists, 'He does not offer any real new proof.')).toEqual([
      'no: does not offer any real new proof',
    ]);
    expect(found(lists, 'He did not offer one two three four proof.')).toEqual([]);
  });

  it('drops what a longer phrase holds, but keeps two kinds of one phrase', () => {
    const lists = { doubt: ['doubt*'], true: ['no doubt'], also: ['no doubt'] };
    expect(found(lists, 'There is no doubt.')).toEqual(['true: no doubt', 'also: no doubt']);
    expect(found(lists, 'I doubt it.')).toEqual(['doubt: doubt']);
  });

  it('folds accents and case', () => {
    expect(found({ a: ['según él'] }, 'SEGUN EL jefe')).toEqual(['a: SEGUN EL']);
  });
});
