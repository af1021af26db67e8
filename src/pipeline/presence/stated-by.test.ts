import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../domain/ledger.ts';
import { statedBy } from './stated-by.ts';

const entry = (first?: string, last = first): LedgerEntry =>
  ({ ...(first && { asOf: { first, last } }) }) as LedgerEntry;

test('an entry counts from the first day that it may be of; without a day, always', () => {
  const ledger = [
    entry('2024-05-01'),
    entry('2024-05-02'),
    entry('2024-01-01', '2024-12-31'),
    entry(),
  ];
  const [first, , year, undated] = ledger;
  for (const at of ['2024-05-01T00:00:00Z', '2024-05-01T23:59:59.999Z']) {
    expect(statedBy(ledger, Date.parse(at))).toEqual([first, year, undated]);
  }
  expect(statedBy(ledger, Date.UTC(2023, 0, 1))).toEqual([undated]);
});
