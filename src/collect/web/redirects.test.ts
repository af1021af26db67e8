import { describe, expect, it } from 'vitest';
import { isAskedAgain, redirectOf, startChain } from './redirects.ts';

const A = new URL('https://a.example/x/y');
const moved = (location: string, status = 302, ...more: [string, string][]) => ({
  status,
  headers: [['Location', location] as const, ...more],
});

describe('redirectOf', () => {
  it.each([
    ['https://b.example/', 'https://b.example/'],
    ['z', 'https://a.example/x/z'],
    ['/z?q#f', 'https://a.example/z?q#f'],
    ['//b.example', 'https://b.example/'],
    [Buffer.from('/página').toString('latin1'), 'https://a.example/p%C3%A1gina'],
    ['/p\u00e1gina', 'https://a.example/p%C3%A1gina'],
  ])('leads to %s', (location, next) => {
    expect(redirectOf(startChain(), A, moved(location), 9)).toEqual({ next });
  });

  it('is none without a place to go', () => {
    expect(redirectOf(startChain(), A, { status: 302, headers: [] }, 9)).toBeUndefined();
    expect(redirectOf(startChain(), A, moved('/z', 300), 9)).toBeUndefined();
    expect(redirectOf(startChain(), A, moved('/z', 200), 9)).toBeUndefined();
    expect(redirectOf(startChain(), A, moved('http://[', 302), 9)).toMatchObject({
      reason: 'bad-url',
    });
  });

  it('notes where permanent ones lead, up to the first that is not', () => {
    const chain = startChain();
    redirectOf(chain, A, moved('/1', 301), 9);
    redirectOf(chain, A, moved('/2', 308), 9);
    redirectOf(chain, A, moved('/3', 302), 9);
    redirectOf(chain, A, moved('/4', 301), 9);
    expect(chain.permanent).toBe('https://a.example/2');
    expect(chain.hops.map((hop) => hop.status)).toEqual([301, 308, 302, 301]);
  });

  it('ends after so many', () => {
    const chain = startChain();
    expect(redirectOf(chain, A, moved('/1'), 1)).toHaveProperty('next');
    expect(redirectOf(chain, A, moved('/2'), 1)).toMatchObject({ reason: 'too-many-redirects' });
  });
});

describe('the cookies of a chain', () => {
  const afterwards = (cookie: string, url: string): string | undefined => {
    const chain = startChain();
    redirectOf(chain, A, moved('/', 302, ['Set-Cookie', cookie]), 9);
    return chain.cookies.headerFor(new URL(url));
  };

  it.each([
    ['a=1', 'https://a.example/', 'a=1'],
    ['a=1; Path=/elsewhere; HttpOnly', 'http://a.example/', 'a=1'],
    ['a=1', 'https://b.example/', undefined],
    ['a=1', 'https://sub.a.example/', undefined],
    ['a=1; Domain=.a.example', 'https://sub.a.example/', 'a=1'],
    ['a=1; Domain=b.example', 'https://b.example/', undefined],
    ['a=1; Domain=example', 'https://b.example/', undefined],
    ['a=1; Secure', 'http://a.example/', undefined],
    ['=1', 'https://a.example/', undefined],
    ['no pair', 'https://a.example/', undefined],
    ['a=b\u00e9', 'https://a.example/', undefined],
  ])('%s for %s', (cookie, url, header) => {
    expect(afterwards(cookie, url)).toBe(header);
  });

  it('make the same address another question', () => {
    const chain = startChain();
    expect(isAskedAgain(chain, A)).toBe(false);
    expect(isAskedAgain(chain, A)).toBe(true);
    redirectOf(chain, A, moved('/x/y', 302, ['set-cookie', 'pass=1']), 9);
    expect(isAskedAgain(chain, A)).toBe(false);
    expect(isAskedAgain(chain, A)).toBe(true);
  });

  it('are few', () => {
    const chain = startChain();
    const cookies = Array.from({ length: 99 }, (_, n): [string, string] => [
      'set-cookie',
      `c${n}=1`,
    ]);
    redirectOf(chain, A, moved('/', 302, ...cookies), 9);
    expect(chain.cookies.headerFor(A)!.split('; ')).toHaveLength(20);
  });
});
