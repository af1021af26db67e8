import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import { newestCounts } from './newest-counts.ts';

let made = 0;
function level(
  host: string,
  count: number,
  day: string,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  made++;
  return {
    ...{ id: `${made}`.padStart(16, '0') as EntryId, sender: 'XV', host, measure: 'level' },
    ...{ number: { min: count, max: count }, unit: 'diplomats', scope: 'embassy' },
    ...{ asOf: { first: day, last: day }, kind: 'official-list', source: { name: 'A list' } },
    ...{ evidence: { capture: '0'.repeat(16) as never, line: 1 } },
    ...more,
  };
}

const shown = (entries: readonly LedgerEntry[], asked = {}): string[] =>
  newestCounts(entries, 'XV', asked).counts.map(
    ({ host, entries: of }) => `${host} ${of.map(({ count }) => count).join(' / ')}`,
  );

describe('newestCounts', () => {
  it('takes the newest of each host, and keeps those side by side that are of the same days', () => {
    const entries = [
      level('XA', 40, '2023-01-01'),
      level('XA', 30, '2024-01-01'),
      level('XB', 9, '2024-01-01', { asOf: { first: '2024-01-01', last: '2024-12-31' } }),
      level('XB', 12, '2024-06-01'),
      level('XB', 70, '2024-05-01', { measure: 'expulsion' }),
    ];
    expect(shown(entries)).toEqual(['XA 30', 'XB 9 / 12']);
  });

  it('never puts two units or two scopes side by side, whatever is asked for', () => {
    const entries = [
      level('XA', 30, '2024-01-01'),
      level('XB', 31, '2024-01-01'),
      level('XC', 700, '2024-01-01', { unit: 'staff' }),
      level('XD', 800, '2024-01-01', { scope: 'country' }),
      level('XE', 900, '2024-01-01', { unit: 'unstated' }),
    ];
    expect(shown(entries)).toEqual(['XA 30', 'XB 31']);
    expect(shown(entries, { unit: 'staff' })).toEqual(['XC 700']);
    expect(shown(entries, { scope: 'country' })).toEqual(['XD 800']);
    expect(shown(entries, { unit: 'staff', scope: 'country' })).toEqual([]);
    expect(shown(entries, { unit: 'unstated' })).toEqual([]);
    expect(newestCounts(entries, 'XV', {})).toMatchObject({
      unstated: 1,
      chosen: { unit: 'diplomats', scope: 'embassy', hosts: 2 },
    });
  });

  it('shows one or two as a range, and leaves out what is corrected', () => {
    const wrong = level('XA', 60, '2024-01-01');
    const right = level('XA', 2, '2024-01-01', { supersedes: wrong.id });
    const view = newestCounts([wrong, right], 'XV', {});
    expect(view.counts.map(({ entries }) => entries.map(({ count }) => count))).toEqual([['1–2']]);
  });
});
