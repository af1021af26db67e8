import { describe, expect, test } from 'vitest';
import { stateNamed, stateOfCow, stateStated } from './state-codes.ts';

describe('stateStated', () => {
  test.each([
    ['mx', 'MX'],
    ['MEX', 'MX'],
    ['ROM', 'RO'],
    [' Russian Federation ', 'RU'],
    ['Países Bajos', 'NL'],
    ['Германия', 'DE'],
    ['Côte d’Ivoire', 'CI'],
    ['EU', 'EU'],
    ['nato', 'NATO'],
    ['S. Korea', 'KR'],
    // The Spanish short form of the United Kingdom is no code of it.
    ['RU', 'RU'],
  ])('%s', (text, code) => expect(stateStated(text)).toBe(code));

  test.each(['', 'TOTAL', 'World', 'AFE', 'Ruritania', 'x'.repeat(100_000)])(
    'no state: %.20s',
    (text) => expect(stateStated(text)).toBeUndefined(),
  );
});

test('stateNamed takes no codes: they are words too', () => {
  expect(stateNamed('NO')).toBeUndefined();
  expect(stateNamed('Norway')).toBe('NO');
});

test.each([
  ['2', 'US'],
  ['365', 'RU'],
  ['70', 'MX'],
  ['347', 'XK'],
  ['999', undefined],
  ['2x', undefined],
])('stateOfCow %s', (number, code) => expect(stateOfCow(number)).toBe(code));
