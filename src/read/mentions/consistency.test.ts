import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { consistent } from './consistency.ts';
import type { NameKind, NameSpan } from './name-spans.ts';
import { personsOf } from './persons.ts';
import { wordsOf } from './words.ts';

/** Spans by the words they stand on: the `nth` occurrence of a first word. */
function spansIn(text: string, tagged: readonly (readonly [number, number, NameKind])[]) {
  const words = wordsOf(documentOf({ text, language: 'en' }));
  const spans = tagged.map(([first, last, kind]): NameSpan => ({ first, last, kind }));
  const names = spans
    .filter(({ kind }) => kind === 'person')
    .map(({ first, last }) => words.document.tokens.slice(first, last).map((one) => one.text));
  const persons = personsOf(names, 'en', () => false);
  return consistent(words, spans, persons, () => false);
}

describe('consistent', () => {
  it('makes a surname alone the person, and adds it where it was missed', () => {
    // Harold Pym left . Pym ran . Later Pym won
    const found = spansIn('Harold Pym left. Pym ran. Later Pym won.', [
      [0, 2, 'person'],
      [4, 5, 'place'],
    ]);
    expect(found).toEqual([
      { first: 0, last: 2, kind: 'person' },
      { first: 4, last: 5, kind: 'person' },
      { first: 8, last: 9, kind: 'person' },
    ]);
  });

  it('gives one name the kind that most of its spans have', () => {
    const found = spansIn('In Acme or Acme or Acme it is.', [
      [1, 2, 'organisation'],
      [3, 4, 'place'],
      [5, 6, 'organisation'],
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(['organisation', 'organisation', 'organisation']);
  });

  it('does not add a single word at the head of a sentence', () => {
    const found = spansIn('The Union won. Union members cheered. A Union fell.', [
      [1, 2, 'organisation'],
    ]);
    expect(found.map(({ first }) => first)).toEqual([1, 9]);
  });
});
