import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import type { Listed } from './gazetteer.ts';
import type { NameKind, NameSpan } from './name-spans.ts';
import type { Found } from './phrases.ts';
import { settle } from './settle.ts';
import { wordsOf } from './words.ts';

const isSurname = (word: string) => word === 'Cc';
const words = wordsOf(documentOf({ text: 'Aa Bb Cc Dd Ee Ff', language: 'en' }));

function hit(first: number, last: number, kind: Listed['kind'], state = 'RU'): Found<Listed> {
  return { first, last, value: { kind, id: 'x', state, abbreviation: false, capital: true } };
}

function span(first: number, last: number, kind: NameKind): NameSpan {
  return { first, last, kind };
}

describe('settle', () => {
  it.each([
    ['a state within a longer name', span(0, 3, 'organisation'), hit(0, 1, 'state'), 'name'],
    ['a listed body around a name', span(1, 2, 'place'), hit(0, 3, 'organisation'), 'hit'],
    ['a town that a club is called by', span(0, 1, 'organisation'), hit(0, 1, 'place'), 'name'],
    ['a capital', span(0, 1, 'place'), hit(0, 1, 'capital'), 'hit'],
    ['a state that acts like a body', span(0, 1, 'organisation'), hit(0, 1, 'state'), 'hit'],
    ['a person called like a state', span(2, 3, 'person'), hit(2, 3, 'state'), 'name'],
    ['a capital that nobody is called by', span(0, 1, 'person'), hit(0, 1, 'capital'), 'hit'],
    ['a family called like a town', span(0, 1, 'person'), hit(0, 1, 'place'), 'name'],
    ['what overlaps by halves', span(0, 2, 'person'), hit(1, 3, 'place'), 'name'],
  ])('%s', (_, name, listed, winner) => {
    const settled = settle(words, [name], [listed], isSurname);
    expect(settled.names).toEqual(winner === 'name' ? [name] : []);
    expect(settled.hits).toEqual(winner === 'hit' ? [listed] : []);
  });

  it('keeps what meets nothing', () => {
    const names = [span(2, 3, 'person')];
    const hits = [hit(0, 1, 'state'), hit(4, 5, 'organisation')];
    expect(settle(words, names, hits, isSurname)).toEqual({ names, hits });
  });

  it('keeps each of two hits in one span only if the first wins alone', () => {
    const settled = settle(
      words,
      [span(0, 3, 'organisation')],
      [hit(0, 1, 'state'), hit(2, 3, 'state')],
      isSurname,
    );
    expect(settled).toEqual({ names: [span(0, 3, 'organisation')], hits: [] });
  });
});
