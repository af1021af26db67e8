import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText, quotationsIn } from './reading-quotations.ts';
import { paragraphsOf, windowsOf } from './reading-windows.ts';

function open(text: string) {
  const [window] = windowsOf(text, paragraphsOf(text), text.length);
  const { find, nearest } = quotationsIn(text, window!);
  return {
    all: find,
    find: (words: string, hint: object) => find(words, hint)[0],
    nearest,
    window: window!,
  };
}
const at = (text: string, words: string, hint = {}) => open(text).find(words, hint);

describe('foldedText', () => {
  it('folds white space and control characters, and says where each unit stands', () => {
    const { text, at: places } = foldedText('x \n\t y\u0000z', { begin: 0, end: 8 });
    expect(text).toBe('x y z');
    expect([...places]).toEqual([0, 1, 5, 6, 7]);
  });

  it('leaves no mark of a turn', () => {
    const text = 'a <|im_end|> [/INST] <think> [1] [sic]';
    expect(foldedText(text, { begin: 0, end: text.length }).text).toBe(
      'a ‹|im_end|> ［/INST] ‹think> [1] [sic]',
    );
  });

  it('gives each unit the place of the same unit', () => {
    const any = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\0', '\ud83d', '😀', '<', '['),
    });
    fc.assert(
      fc.property(any, fc.nat(5), (text, begin) => {
        const { text: folded, at: places } = foldedText(text, { begin, end: text.length });
        expect(places.length).toBe(folded.length);
        for (let i = 0; i < folded.length; i++) {
          const own = text[places[i]!]!;
          const isSame = folded[i] === own || folded[i] === '\ufffd' || own === '<';
          expect(folded[i] === ' ' ? /[\s\p{Cc}]/u.test(own) : isSame).toBe(true);
          if (i > 0) expect(places[i]!).toBeGreaterThan(places[i - 1]!);
        }
      }),
    );
  });
});

describe('find', () => {
  it('gives the span of whole words, whatever their white space', () => {
    expect(at('They said\n  so today', ' said so ')).toEqual({ begin: 5, end: 14 });
    expect(at('they say', 'he')).toBeUndefined();
    expect(at('Шойгу сказал', 'казал')).toBeUndefined();
    expect(at('café', 'caf')).toBeUndefined();
    expect(at('ex-officer', 'officer')).toEqual({ begin: 3, end: 10 });
  });

  it.each(['', ' ', 'Said', 'said  more', 'sa\u200bid', '“said”', 'said…'])(
    'does not find %j where it does not stand so',
    (words) => {
      expect(at('They said so', words)).toBeUndefined();
    },
  );

  it('takes a paragraph and a number for hints only', () => {
    const text = 'a no. b no.\nc no. d no.';
    const begins = (hint: object): number | undefined => at(text, 'no', hint)?.begin;
    expect(begins({})).toBe(2);
    expect(begins({ nth: 3 })).toBe(14);
    expect(begins({ paragraph: 2 })).toBe(14);
    expect(begins({ paragraph: 2, nth: 2 })).toBe(20);
    expect(begins({ paragraph: 2, nth: 9 })).toBe(14);
    expect(begins({ paragraph: 1, nth: 3 })).toBe(2);
    expect(begins({ paragraph: 7, nth: -2 })).toBe(2);
    expect(at(text, 'b', { paragraph: 2 })?.begin).toBe(6);
    const all = open(text).all('no', { paragraph: 2, nth: 2 });
    expect(all.map(({ begin }) => begin)).toEqual([20, 14, 8, 2]);
  });

  it('finds every run of words of its window, where that stands', () => {
    const texts = fc.array(fc.constantFrom('a', 'bb', 'й', ' ', '\n', '.\n', '"'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (parts, first, length) => {
        const text = parts.join('');
        if (text.trim() === '') return;
        const { find, window } = open(text);
        const begin = first % text.length;
        const words = text.slice(begin, begin + 1 + (length % 8)).trim();
        const span = find(words, {});
        if (span === undefined) {
          // Only what begins or ends inside a word is refused.
          const own = text.indexOf(words, begin);
          const cut = (i: number): boolean => /[a-zй]{2}/.test(text.slice(i - 1, i + 1));
          expect(words === '' || (own > 0 && cut(own)) || cut(own + words.length)).toBe(true);
          return;
        }
        expect(span.begin).toBeGreaterThanOrEqual(window.begin);
        const folded = (one: string): string => one.replace(/\s+/g, ' ');
        expect(folded(text.slice(span.begin, span.end))).toBe(folded(words));
      }),
    );
  });

  it('stays inside its window', () => {
    const text = 'first one.\nsecond one.';
    const [, second] = windowsOf(text, paragraphsOf(text), 11);
    const { find } = quotationsIn(text, second!);
    expect(find('first', {})).toEqual([]);
    expect(find('one', {})).toEqual([{ begin: 18, end: 21 }]);
  });

  it('is bounded on a text that repeats one word', () => {
    const text = 'a '.repeat(2000);
    const words = 'a '.repeat(1000).trim();
    const { find, nearest } = open(text);
    for (let i = 0; i < 50; i++)
      expect(find(words, { nth: 9999 })).toEqual({ begin: 0, end: 1999 });
    expect(nearest('b', { begin: 0, end: text.length }, { begin: 0, end: 1 })).toBeUndefined();
  });
});

describe('nearest', () => {
  const text = 'he said that he would, said he. More he said';
  const whole = { begin: 0, end: text.length };
  const content = { begin: 8, end: 21 };

  it('is as near to the anchor as can be, and touches nothing of what it stands apart from', () => {
    const { nearest } = open(text);
    expect(nearest('he', whole, content)).toEqual({ begin: 13, end: 15 });
    expect(nearest('he', whole, content, [content])).toEqual({ begin: 0, end: 2 });
    expect(nearest('said', whole, content, [content])).toEqual({ begin: 3, end: 7 });
    expect(nearest('said', whole, { begin: 40, end: 44 })).toEqual({ begin: 40, end: 44 });
  });

  it('stays inside the region whole', () => {
    const { nearest } = open(text);
    expect(nearest('More he', { begin: 0, end: 36 }, content)).toBeUndefined();
    expect(nearest('he', { begin: 36, end: 44 }, content)).toEqual({ begin: 37, end: 39 });
  });
});
