import fc from 'fast-check';
import normalizeUrl from 'normalize-url';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './address.ts';

describe('canonicalUrl', () => {
  it.each([
    ['https://a.example/x?utm_source=f&id=3#top', 'https://a.example/x?id=3'],
    ['https://a.example/x?at_medium=RSS&at_campaign=K', 'https://a.example/x'],
    ['https://a.example/x?fbclid=1&gclid=2&yclid=3&mc_cid=4', 'https://a.example/x'],
    ['https://a.example/?b=2&a=1', 'https://a.example/?a=1&b=2'],
    ['HTTPS://A.Example:443/x/', 'https://a.example/x'],
    ['//a.example/x', 'https://a.example/x'],
    [' a.example/x ', 'https://a.example/x'],
    ['http://www.a.example/x', 'http://www.a.example/x'],
    ['https://a.example/новости', `https://a.example/${encodeURIComponent('новости')}`],
    ['https://t.me/c/1259695380/17763', 'https://t.me/c/1259695380/17763'],
  ])('makes %s %s', (value, expected) => {
    expect(canonicalUrl(value)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    '',
    7,
    {},
    'Perma | a title',
    'javascript:alert(1)',
    'mailto:a@a.example',
    'data:text/html,x',
    '/relative/path',
    'https://',
    'http://[::1',
    'https://a b/',
    `https://a.example/${'x'.repeat(9000)}`,
  ])('does not take %s for an address', (value) => {
    expect(canonicalUrl(value)).toBeUndefined();
  });

  it('leaves no mark of a query that says nothing', () => {
    expect(canonicalUrl('http://a.aa?/')).toBe('http://a.aa');
  });

  it('never throws, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (value) => {
        const once = canonicalUrl(value);
        if (once !== undefined) expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });

  it('passes by only what normalize-url would leave as it is', () => {
    const segment = fc.stringMatching(/^[\w.~-]{1,6}$/);
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
        const url = ['https://www.a.example', ...segments].join('/');
        expect(canonicalUrl(url)).toBe(normalizeUrl(url, { stripWWW: false, stripHash: true }));
      }),
    );
  });
});
