import { describe, expect, it } from 'vitest';
import { countriesOf } from './countries.ts';
import { languageOf } from './languages.ts';
import { MODEL } from './model.fixture.ts';

const LANGUAGES = [...MODEL.getType('language').values.keys()];
const COUNTRIES = [...MODEL.getType('country').values.keys()];

describe('languageOf', () => {
  it('knows every language of the model by its own code, and no others', () => {
    expect(LANGUAGES.map(languageOf)).toEqual(LANGUAGES);
    expect(['und', '', 'xx', 'EN', '__proto__', undefined].map(languageOf)).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('knows them by ISO 639-1 as the platform does', () => {
    for (const [short, long] of [
      ['en', 'eng'],
      ['es', 'spa'],
      ['ru', 'rus'],
      ['uk', 'ukr'],
      ['de', 'deu'],
      ['zh', 'zho'],
      ['fa', 'fas'],
    ]) {
      expect(languageOf(short)).toBe(long);
    }
    // A code of three letters that the platform shortens must be known by the short one, too.
    for (const long of LANGUAGES) {
      const short = Intl.getCanonicalLocales(long)[0] ?? long;
      if (short.length === 2 && long !== 'tgl')
        expect([short, languageOf(short)]).toEqual([short, long]);
    }
  });
});

describe('countriesOf', () => {
  it('gives every code of two letters that the model has, and no others', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const pairs = letters.flatMap((a) => letters.map((b) => a + b));
    const expected = COUNTRIES.filter((code) => /^[a-z]{2}$/.test(code)).sort();
    expect(countriesOf(pairs.filter((code) => code !== 'su')).sort()).toEqual(expected);
  });

  it.each([
    [
      ['RU', 'ru', 'MX'],
      ['ru', 'mx'],
    ],
    [['SU'], ['suhh']],
    [['NATO', 'SEVERAL', '', 'XX', undefined, '__proto__', 'constructor'], []],
    [
      ['EU', 'UN'],
      ['eu', 'un'],
    ],
  ])('%j is %j', (states, expected) => {
    expect(countriesOf(states)).toEqual(expected);
  });
});
