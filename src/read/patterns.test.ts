import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';
import { openPatterns } from './patterns.ts';

const find = openPatterns({
  go: ['go', 'go home', 'выдвор*', 'bajó', 'ещё'],
  home: ['home', 'go* home'],
});
const hits = (text: string) =>
  find(documentOf({ text, language: 'en' })).hits.map(({ kind, first, last }) => [
    kind,
    first,
    last,
  ]);

describe('openPatterns', () => {
  it('finds words and phrases of all classes', () => {
    expect(hits('Go home')).toEqual([
      ['go', 0, 1],
      ['go', 0, 2],
      ['home', 0, 2],
      ['home', 1, 2],
    ]);
  });

  it('takes any ending where the list has a star', () => {
    expect(hits('going home')).toContainEqual(['home', 0, 2]);
    expect(hits('выдворили')).toEqual([['go', 0, 1]]);
    expect(hits('goes')).toEqual([]);
  });

  it('tells accents apart, but not е and ё', () => {
    expect(hits('bajó')).toEqual([['go', 0, 1]]);
    expect(hits('bajo')).toEqual([]);
    expect(hits('еще')).toEqual([['go', 0, 1]]);
  });

  it('finds no phrase across two sentences', () => {
    expect(hits('They go. Home is far.')).toEqual([
      ['go', 1, 2],
      ['home', 3, 4],
    ]);
  });

  it('answers by place', () => {
    const marks = find(documentOf({ text: 'We go home', language: 'en' }));
    expect(marks.is(1, 'go')).toBe(true);
    expect(marks.is(0, 'go')).toBe(false);
    expect(marks.is(-1, 'go')).toBe(false);
    expect(marks.is(99, 'go')).toBe(false);
    expect(marks.startingAt(1, 'go')).toMatchObject({ first: 1, last: 3 });
    expect(marks.endingAt(3, new Set(['home']))).toMatchObject({ first: 1, last: 3 });
    expect(marks.endingAt(2, new Set(['home']))).toBeUndefined();
  });

  it('keeps many classes apart', () => {
    const names = Array.from({ length: 80 }, (_, i) => `c${i}`);
    const lists = Object.fromEntries(names.map((name) => [name, [`w${name}`]]));
    const marks = openPatterns(lists)(documentOf({ text: 'wc0 wc30 wc31 wc79', language: 'en' }));
    const at = (place: number) => names.filter((name) => marks.is(place, name));
    expect([at(0), at(1), at(2), at(3)]).toEqual([['c0'], ['c30'], ['c31'], ['c79']]);
  });

  it('finds what a search word by word finds', () => {
    const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba');
    const part = fc.tuple(word, fc.boolean()).map(([text, open]) => (open ? `${text}*` : text));
    const phrase = fc.array(part, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 5 }),
        fc.array(word, { maxLength: 12 }),
        (phrases, words) => {
          const lists = { one: phrases.map((parts) => parts.join(' ')) };
          const found = openPatterns(lists)(
            documentOf({ text: words.join(' '), language: 'en' }),
          ).hits.map(({ first, last }) => `${first} ${last}`);
          const expected = words.flatMap((_, first) =>
            phrases
              .filter((parts) =>
                parts.every((wanted, i) => {
                  const own = words[first + i];
                  if (own === undefined) return false;
                  return wanted.endsWith('*')
                    ? own.startsWith(wanted.slice(0, -1))
                    : own === wanted;
                }),
              )
              .map((parts) => `${first} ${first + parts.length}`),
          );
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
    );
  });
});
