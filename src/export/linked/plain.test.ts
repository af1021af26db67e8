import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLine, quoted, sentence, shown, webAddress } from './plain.ts';

const TEXT = fc.string({ unit: 'binary', maxLength: 200 });

describe('shown', () => {
  it.each([
    ['two  words\r\nand three', 'two words and three'],
    ['a\u0000b\u202ec', 'a␀b[U+202E]c'],
    ['\ud800', '\ufffd'],
    ['', ''],
    ['exactly ten', 'exactly t…'],
    ['12345678 overrun', '12345678…'],
    ['123456789😀', '123456789…'],
  ])('%j is %j', (text, expected) => {
    expect(shown(text, expected.endsWith('…') ? 10 : 40)).toBe(expected);
  });

  it('keeps 55 words and no more, in scripts without blanks characters', () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');
    expect(shown(words(55), 1000)).toBe(words(55));
    expect(shown(words(56), 1000)).toBe(`${words(55)}…`);
    expect(shown('字'.repeat(56), 1000)).toBe(`${'字'.repeat(55)}…`);
    expect(shown(`— ${words(55)} —`, 1000)).toBe(`— ${words(55)} —`);
  });

  it('is never longer than asked, and well-formed', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        for (const one of [shown(text, limit), sentence(text, limit)]) {
          expect(one.length).toBeLessThanOrEqual(limit);
          expect(one.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('takes a megabyte of nothing but marks', () => {
    expect(shown('-'.repeat(1_000_000), 1024)).toHaveLength(1024);
    expect(quoted('-'.repeat(1_000_000))).toHaveLength(4000);
  });
});

describe('quoted', () => {
  it('replaces one character by one, and leaves all others', () => {
    expect(quoted('a\u0000b\ud800c\ufffed\u202ee\t😀')).toBe(
      'a\ufffdb\ufffdc\ufffed\u202ee\t😀'.replace('\ufffe', '\ufffd'),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const changed = [...quoted(text)].filter((one, i) => one !== [...text][i]);
        expect(quoted(text)).toHaveLength(text.length);
        expect(quoted(text).isWellFormed() && changed.every((one) => one === '\ufffd')).toBe(true);
      }),
    );
    expect(quoted('  blanks  stay ')).toBe('  blanks  stay ');
  });
});

describe('webAddress', () => {
  it.each([
    ['https://x.example/ñ', 'https://x.example/%C3%B1'],
    ['HTTP://X.example', 'http://x.example/'],
    ['https://user:pass@x.example/', undefined],
    ['javascript:alert(1)', undefined],
    ['file:/home/x', undefined],
    ['', undefined],
    [`https://x.example/${'a'.repeat(5000)}`, undefined],
    [undefined, undefined],
  ])('%j is %j', (url, expected) => {
    expect(webAddress(url)).toBe(expected);
  });
});

describe('jsonLine', () => {
  it('may stand in a script element and says the same', () => {
    fc.assert(
      fc.property(fc.oneof(TEXT, fc.constantFrom('</script>', '<!--', '\u2028\u202e')), (text) => {
        const line = jsonLine({ text });
        expect(line).not.toMatch(/[<\n\u2028-\u202e]/);
        expect(JSON.parse(line)).toEqual({ text });
      }),
    );
  });
});
