import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halvesOf, paragraphsOf, windowsOf } from './reading-windows.ts';

const words = (text: string, spans: readonly { begin: number; end: number }[]): string[] =>
  spans.map(({ begin, end }) => text.slice(begin, end));

describe('paragraphsOf', () => {
  it.each([
    ['', []],
    [' \n \n', []],
    ['One.\nTwo.\n\n Three ', ['One.', 'Two.', 'Three']],
    ['A headline\n\nA text.', ['A headline', 'A text.']],
    ['lines that are\nmerely wrapped.\nNext', ['lines that are\nmerely wrapped.', 'Next']],
    ['“Sí.”\r\nNo.', ['“Sí.”', 'No.']],
  ])('of %j', (text, expected) => {
    expect(words(text, paragraphsOf(text))).toEqual(expected);
  });
});

const texts = fc
  .array(fc.constantFrom('a', 'word', '. ', '? ', ' ', '\n', '\n\n', '😀', '»', 'я'), {
    maxLength: 120,
  })
  .map((parts) => parts.join(''));

describe('windowsOf', () => {
  const of = (text: string, most: number) => windowsOf(text, paragraphsOf(text), most);

  it('keeps paragraphs together as long as they fit', () => {
    const text = 'aaaa.\nbbbb.\ncccc.';
    expect(words(text, of(text, 11))).toEqual(['aaaa.\nbbbb.', 'cccc.']);
    expect(words(text, of(text, 11)[0]!.pieces)).toEqual(['aaaa.', 'bbbb.']);
  });

  it('cuts a long paragraph behind a sentence, else at a space, else where it must', () => {
    expect(words('One two. Three four', of('One two. Three four', 12))).toEqual([
      'One two.',
      'Three four',
    ]);
    expect(words('aaaa bbbb cccc', of('aaaa bbbb cccc', 8))).toEqual(['aaaa', 'bbbb', 'cccc']);
    expect(words('aaaaaaa', of('aaaaaaa', 3))).toEqual(['aaa', 'aaa', 'a']);
    expect(words('aa😀😀', of('aa😀😀', 3))).toEqual(['aa', '😀', '😀']);
  });

  it('loses nothing but white space, repeats nothing, and keeps to the bound', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, most) => {
        const windows = of(text, most);
        const pieces = windows.flatMap((window) => window.pieces);
        const kept = words(text, pieces).join('').replace(/\s/g, '');
        expect(kept).toBe(text.replace(/\s/g, ''));
        let last = 0;
        for (const { begin, end } of pieces) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(text.slice(begin, end)).toMatch(/^\S(?:.*\S)?$/su);
          last = end;
        }
        for (const window of windows) {
          expect(window.end - window.begin).toBeLessThanOrEqual(most);
          expect(window.begin).toBe(window.pieces[0]!.begin);
          expect(window.end).toBe(window.pieces.at(-1)!.end);
        }
      }),
    );
  });

  it('is quick on a text without white space or sentences, and on one that is only breaks', () => {
    for (const text of ['a'.repeat(1e6), 'a '.repeat(5e5), ' '.repeat(1e6), '.\n'.repeat(5e5)]) {
      const kept = words(text, of(text, 4000)).join('').replace(/\s/g, '');
      expect(kept.length).toBe(text.replace(/\s/g, '').length);
    }
  });
});

describe('halvesOf', () => {
  it('gives smaller windows of the same words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const window of windowsOf(text, paragraphsOf(text), 60)) {
          if (window.end - window.begin < 4) continue;
          const halves = halvesOf(text, window);
          expect(halves.length).toBeGreaterThan(1);
          const kept = words(
            text,
            halves.flatMap(({ pieces }) => pieces),
          ).join('');
          const own = text.slice(window.begin, window.end);
          expect(kept.replace(/\s/g, '')).toBe(own.replace(/\s/g, ''));
        }
      }),
    );
  });
});
