import { describe, expect, it } from 'vitest';
import { countryCode, countryNamed } from './countries.ts';

describe('countryCode', () => {
  it('takes codes in either case and nothing else', () => {
    expect(['MX', 'mx', ' ru ', 'XK'].map(countryCode)).toEqual(['MX', 'MX', 'RU', 'XK']);
    expect(['UK', 'EU', 'ZZ', 'MEX', '', 'México'].map(countryCode)).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('knows the 249 of ISO 3166-1, and those that it leaves to its users', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const pairs = letters.flatMap((a) => letters.map((b) => a + b));
    const known = pairs.filter((code) => countryCode(code) !== undefined);
    expect(known.filter((code) => !code.startsWith('X'))).toHaveLength(249);
    expect(known.filter((code) => code.startsWith('X'))).toHaveLength(25);
    expect(countryCode('XX')).toBeUndefined();
  });
});

describe('countryNamed', () => {
  it.each([
    ['Mexico', 'MX'],
    ['MÉXICO', 'MX'],
    ['Russian Federation', 'RU'],
    ['Россия', 'RU'],
    ["Cote d'Ivoire", 'CI'],
    ['Bosnia & Herzegovina', 'BA'],
    ['UAE', 'AE'],
    ['Atlantis', undefined],
    ['', undefined],
  ])('%s is %s', (name, code) => {
    expect(countryNamed(name)).toBe(code);
  });
});
