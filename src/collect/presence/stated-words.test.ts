import { describe, expect, test } from 'vitest';
import { scopeOfUnit, scopeStated, statesCap, unitStated } from './stated-words.ts';

test.each([
  ['diplomats', 'diplomats'],
  ['diplomats (cumulative since 2022-02-24)', 'diplomats'],
  ['admin_technical', 'administrative-technical'],
  ['accredited_all', 'accredited'],
  ['embassy officials', 'staff'],
  ['diplomatic staff', 'staff'],
  ['18 diplomats + 6 admin', 'staff'],
  ['intelligence officers', 'intelligence-officers'],
  // Places of staff that were cut are no embassies and consulates.
  ['mission posts cut', 'unstated'],
  ['persons, 2022', 'unstated'],
  ['diplomats and their families', 'unstated'],
  ['', 'unstated'],
] as const)('unitStated %s', (words, unit) => expect(unitStated(words)).toBe(unit));

describe('scopeStated', () => {
  test.each([
    ['embassy in Mexico City', 'embassy'],
    ['embassy; excludes admin staff and the consulate', 'embassy'],
    ['bilateral embassy only', 'embassy'],
    ['embassy and consulate', 'unstated'],
    ['consulate, Guadalajara', 'consulate'],
    ['all missions incl. international organisations', 'country'],
    ['all Mexico', 'country'],
    ['México', 'country'],
    ['Hungary', 'unstated'],
    ['Mexico City', 'unstated'],
    ['accredited, attributed to SRE', 'unstated'],
    ['Bern and Geneva missions', 'unstated'],
    ['', 'unstated'],
  ] as const)('%s', (words, scope) => expect(scopeStated(words, 'MX')).toBe(scope));
});

test('scopeOfUnit', () => {
  expect(scopeOfUnit('embassy staff')).toBe('embassy');
  expect(scopeOfUnit('staff')).toBe('unstated');
});

test('a cap is what is called so, not what a note mentions', () => {
  expect(statesCap('embassy cap', '')).toBe(true);
  expect(statesCap('', 'cap')).toBe(true);
  expect(statesCap('embassy', 'parity cap of the other side')).toBe(false);
  expect(statesCap('capital', '')).toBe(false);
});
