import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '../domain/ledger.ts';
import { reconciliationsOf } from './reconciliation.ts';

function entry(count: number, more: Partial<EntryDraft> = {}): EntryDraft {
  return {
    sender: 'AA',
    host: 'BB',
    measure: 'level',
    number: { min: count, max: count },
    unit: 'diplomats',
    scope: 'embassy',
    asOf: { first: '2022-10-01', last: '2022-10-31' },
    kind: 'press',
    source: { name: 'Invented Daily' },
    ...more,
  };
}

const embassy = entry(59);
const country = entry(62, { scope: 'country' });

describe('reconciliationsOf', () => {
  it('finds an embassy and a consulate that make up a country', () => {
    const consulate = entry(3, { scope: 'consulate' });
    expect(reconciliationsOf([embassy, country, consulate])).toEqual([
      { by: 'scope', whole: country, parts: [embassy, consulate] },
    ]);
  });

  it('finds the rest where only words state it', () => {
    const noted = { ...embassy, note: 'excludes the 3-person consulate' };
    expect(reconciliationsOf([noted, country])).toEqual([
      { by: 'scope', whole: country, parts: [noted], remainder: { count: 3, in: noted } },
    ]);
    expect(reconciliationsOf([{ ...embassy, note: '13 of them new' }, country])).toEqual([]);
  });

  it('finds diplomats and technical staff that make up all accredited', () => {
    const parts = [
      entry(142, { scope: 'country' }),
      entry(116, { scope: 'country', unit: 'administrative-technical' }),
    ];
    const whole = entry(258, { scope: 'country', unit: 'accredited' });
    expect(reconciliationsOf([whole, ...parts])).toEqual([{ by: 'unit', whole, parts }]);
  });

  it('adds nothing up across days, units, states, ranges or caps', () => {
    const consulate = entry(3, { scope: 'consulate' });
    const later = { asOf: { first: '2023-01-01', last: '2023-01-01' } };
    for (const other of [
      { ...consulate, ...later },
      { ...consulate, unit: 'staff' as const },
      { ...consulate, host: 'CC' },
      { ...consulate, number: { min: 3, max: 4 } },
      { ...consulate, measure: 'cap' as const },
    ])
      expect(reconciliationsOf([embassy, country, other])).toEqual([]);
  });
});
