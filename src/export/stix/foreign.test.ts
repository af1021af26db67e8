import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, hashesOf, languageOf, nameOf, uriOf } from './foreign.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 2_000 });

describe('nameOf', () => {
  it('is one line of at most 300 units, well formed and never empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = nameOf(text, 'instead');
        expect(name.length).toBeLessThanOrEqual(300);
        expect(name).toMatch(/^\S/);
        expect(name).not.toMatch(/[\n\r\t\0]/);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });

  it('shows where it cuts, and cuts no character in two', () => {
    expect(nameOf('x'.repeat(301), '')).toBe(`${'x'.repeat(299)}…`);
    expect(nameOf('😀'.repeat(400), '')).toBe(`${'😀'.repeat(149)}…`);
    expect(nameOf('x'.repeat(300), '')).toBe('x'.repeat(300));
  });

  it('takes a megabyte without a space as fast as its head', () => {
    expect(nameOf('x'.repeat(1_000_000), '')).toHaveLength(300);
  });
});

describe('excerptOf', () => {
  it('has at most 55 words', () => {
    expect(excerptOf('word '.repeat(55))?.split(' ')).toHaveLength(55);
    expect(excerptOf('word '.repeat(56))).toBe(`${'word '.repeat(55).trim()}…`);
    expect(excerptOf(' \n')).toBeUndefined();
  });
});

describe('uriOf', () => {
  it.each([
    ['https://a.example/ü b?q=[1]|%zz#x{', 'https://a.example/%C3%BC%20b?q=%5B1%5D%7C%25zz#x%7B'],
    ['https://user:secret@a.example/x', 'https://a.example/x'],
    ['http://[::1]/x', 'http://[::1]/x'],
    ['https://a.example', 'https://a.example/'],
  ])('makes %s fit for RFC 3986', (url, uri) => {
    expect(uriOf(url)).toBe(uri);
  });

  it.each(['', 'file:/home/x', 'javascript:alert(1)', 'a.example', 'ftp://a.example/'])(
    'refuses %s',
    (url) => expect(uriOf(url)).toBeUndefined(),
  );

  it('says of what it gave the same again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const uri = uriOf(url);
        expect(uriOf(uri)).toBe(uri);
      }),
    );
  });
});

describe('languageOf and hashesOf', () => {
  it('take what the standards take', () => {
    expect(['es', 'cnr', 'pt-BR', 'und', 'x', 'es_MX'].map(languageOf)).toEqual([
      ...['es', 'cnr', 'pt-BR'],
      ...[undefined, undefined, undefined],
    ]);
    expect(hashesOf('a'.repeat(64))).toEqual({ 'SHA-256': 'a'.repeat(64) });
    expect(hashesOf('A'.repeat(64))).toBeUndefined();
  });
});
