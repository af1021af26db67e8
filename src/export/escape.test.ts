import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, escapeText, safeHref, safeLanguage, visible } from './escape.ts';

const ANY_TEXT = fc.string({ unit: 'binary' });

describe('visible', () => {
  it.each([
    ['a\u0000b', 'a␀b'],
    ['a\u001bb', 'a␛b'],
    ['a\u007fb', 'a␡b'],
    ['a\u0085b', 'a[U+0085]b'],
    ['a\u202eb\u202c', 'a[U+202E]b[U+202C]'],
    ['\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['a\ud800b', 'a\ufffdb'],
    ['a\udc00', 'a\ufffd'],
    ['one\r\ntwo\rthree\tfour', 'one\ntwo\nthree\tfour'],
    ['\u200fשלום\u200f', '\u200fשלום\u200f'],
    ['😀 ЁЖ ñ 中文', '😀 ЁЖ ñ 中文'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves nothing more to show and no broken pair', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const shown = visible(text);
        expect(visible(shown)).toBe(shown);
        expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown);
      }),
    );
  });
});

describe('escapeText', () => {
  it('leaves no character that ends a text or a quoted attribute', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
      }),
    );
  });

  it('is undone by reading the entities', () => {
    const read: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const back = escapeText(text)
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
          .replace(/&(amp|lt|gt|quot);/g, (_, name) => read[name] ?? '');
        expect(back).toBe(visible(text));
      }),
    );
  });
});

describe('safeHref', () => {
  it.each([
    ['https://a.example/x?q=1#y', 'https://a.example/x?q=1#y'],
    ['HTTP://A.example', 'http://a.example/'],
    [' \thttps://a.example/\n', 'https://a.example/'],
    ['https://a.example/"onclick=x', 'https://a.example/%22onclick=x'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['JaVaScRiPt://a.example/%0aalert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['blob:https://a.example/1', undefined],
    ['//a.example/x', undefined],
    ['/x', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j', (url, href) => {
    expect(safeHref(url)).toBe(href);
  });
});

describe('safeLanguage', () => {
  it.each([
    ['es', 'es'],
    ['kab', 'kab'],
    ['und', undefined],
    ['en" onload="x', undefined],
    ['EN', undefined],
    ['', undefined],
  ])('%j', (tag, safe) => {
    expect(safeLanguage(tag)).toBe(safe);
  });
});

describe('cssString', () => {
  it('escapes what could end the string or the style element', () => {
    expect(cssString('a"</style>\\')).toBe('"a\\000022\\00003c\\00002fstyle\\00003e\\00005c"');
  });

  it('leaves only letters, digits, spaces and backslashes between its quotes', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        expect(cssString(text)).toMatch(/^"[A-Za-z0-9 \\]*"$/);
      }),
    );
  });
});
