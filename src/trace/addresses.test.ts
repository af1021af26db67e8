import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './addresses.ts';

const key = (stated: string): string | undefined => readAddress(stated)?.key;

describe('readAddress', () => {
  it.each([
    'http://valdor.example/a/b',
    'https://www.valdor.example/a/b/',
    'https://m.valdor.example/a/b#part',
    'https://VALDOR.example./a//b?utm_source=x&fbclid=1',
  ])('takes %s for one page', (stated) => {
    expect(key(stated)).toBe(key('https://valdor.example/a/b'));
  });

  it.each([
    'https://valdor.example/a/B',
    'https://valdor.example/a',
    'https://valdor.example/a/b?id=1',
    'https://es.valdor.example/a/b',
    'https://m.example/a/b',
  ])('keeps %s apart', (stated) => {
    expect(key(stated)).not.toBe(key('https://valdor.example/a/b'));
    expect(key(stated)).toBeDefined();
  });

  it('does not mind the order of the query', () => {
    expect(key('https://a.example/?x=1&y=2')).toBe(key('https://a.example?y=2&x=1'));
  });

  it('tells whose it is', () => {
    const { account, publisher } = readAddress('https://t.me/s/Valdor_News/12')!;
    expect([account, publisher]).toEqual(['t.me/valdor_news', 't.me']);
    expect(readAddress('https://es.valdor.example/a')!.publisher).toBe('valdor.example');
  });

  it.each([
    '',
    'valdor.example/a',
    'mailto:desk@valdor.example',
    'https://',
    'http://localhost/a',
    `https://a.example/${'a'.repeat(9000)}`,
  ])('takes %.40s for no address', (stated) => {
    expect(readAddress(stated)).toBeUndefined();
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (stated) => {
        expect(() => readAddress(stated)).not.toThrow();
      }),
    );
  });
});
