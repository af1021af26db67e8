import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { piecesOf } from './pieces.ts';
import { tenseAt, tensesOf } from './tense.ts';

const TENSES = tensesOf({
  past: ['said'],
  future: ['will'],
  pastEndings: ['ed'],
  futureEndings: ['ll'],
  neither: ['need'],
});

/** The tense beside the word HERE. */
function beside(text: string) {
  const pieces = piecesOf(documentOf({ text, language: 'en' }));
  const at = pieces.findIndex((piece) => piece.text === 'HERE');
  return tenseAt(pieces, at, at + 1, TENSES);
}

describe('tenseAt', () => {
  it.each([
    ['He said HERE that he will go', 'past'],
    ['He will go HERE, she said', 'future'],
    ['HERE he arrived', 'past'],
    ['HERE is what he will do', 'future'],
    ['It ended HERE, will it', 'past'],
    ['What they need HERE', undefined],
    ['A red HERE', undefined],
    ['He said so.\nHERE it is', undefined],
    [`He said ${'so '.repeat(30)}HERE`, undefined],
  ])('%s', (text, tense) => {
    expect(beside(text)).toBe(tense);
  });
});
