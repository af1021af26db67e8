import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeBack } from './safe-back.ts';

describe('safeBack', () => {
  it.each([
    ['/', '/'],
    ['/alerts', '/alerts'],
    ['/claims?q=a%20b&x=//y', '/claims?q=a%20b&x=//y'],
    ['/alerts/../claims', '/claims'],
    ['/alerts#part', '/alerts'],
  ])('keeps a page of the console: %s', (back, kept) => {
    expect(safeBack(back)).toBe(kept);
  });

  it.each([
    [undefined],
    [null],
    [''],
    ['alerts'],
    ['//other.example'],
    ['/\\other.example'],
    ['\\\\other.example'],
    ['/\t/other.example'],
    ['/\n/other.example'],
    ['/.//other.example'],
    ['/a/..//other.example'],
    ['https://other.example/'],
    ['javascript:alert(1)'],
    ['/sign-in'],
    ['/sign-in?back=/'],
    ['/x/../sign-out'],
    ['/do/account'],
    ['/a\r\nset-cookie: x=y'],
    [`/${'a'.repeat(3000)}`],
  ])('leads to the first page instead of %j', (back) => {
    expect(safeBack(back)).toBe('/');
  });

  it('never leads away, whatever is asked', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '\t',
      '%2f',
      'other.example',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const url = new URL(safeBack(parts.join('')), 'https://desk.example');
        return url.origin === 'https://desk.example';
      }),
      { numRuns: 2000 },
    );
  });
});
