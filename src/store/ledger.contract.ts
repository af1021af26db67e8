/** What is asked of every store about the ledger of presence and ties between states. */
import { expect, it } from 'vitest';
import { entryIdOf } from '../domain/ids.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Tie } from '../domain/ties.ts';
import { captureOf } from './rows.fixture.ts';
import type { Store } from './store.ts';

function entryOf(name: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: entryIdOf(name, 'list.csv'),
    sender: 'RU',
    host: 'MX',
    measure: 'level',
    number: { min: 3, max: 3 },
    unit: 'diplomats',
    scope: 'embassy',
    kind: 'press',
    source: { name: 'Invented paper' },
    evidence: { capture: captureOf('list').id, line: 2 },
    ...more,
  };
}

const TIE: Tie = {
  from: 'RU',
  to: 'MX',
  kind: 'exports',
  year: 2020,
  value: 7,
  unit: 'usd',
  source: { name: 'Invented table' },
};

export function describeLedger(store: () => Store): void {
  const save = (entries: readonly LedgerEntry[]): Promise<number> =>
    store().saveEntries({ captures: [], entries });

  it('adds entries once, with their captures, and finds them by the two states', async () => {
    const [one, two] = [entryOf('one'), entryOf('two', { host: 'GB' })];
    expect(await store().saveEntries({ captures: [captureOf('list')], entries: [one, two] })).toBe(
      2,
    );
    expect(await save([one, entryOf('three')])).toBe(1);
    expect(await store().entriesOf('RU', 'MX')).toEqual([one, entryOf('three')]);
    expect(await store().entriesOf('MX', 'RU')).toEqual([]);
    expect(await store().entries('RU')).toHaveLength(3);
    expect(await store().entries()).toHaveLength(3);
    expect(await store().knownEntries([one.id, entryIdOf('none', '')])).toEqual(new Set([one.id]));
    expect(await store().presencePairs()).toEqual([
      { sender: 'RU', host: 'MX', entries: 2 },
      { sender: 'RU', host: 'GB', entries: 1 },
    ]);
  });

  it('never changes an entry that it holds', async () => {
    await save([entryOf('one')]);
    expect(await save([entryOf('one', { number: { min: 9, max: 9 } })])).toBe(0);
    expect(await store().entries()).toEqual([entryOf('one')]);
  });

  it('replaces a tie that the same source states anew, and keeps one of another source', async () => {
    const size: Tie = {
      from: 'MX',
      kind: 'gdp',
      year: 2020,
      value: 1,
      unit: 'usd',
      source: TIE.source,
    };
    await store().saveTies([TIE, size]);
    await store().saveTies([
      { ...TIE, value: 8 },
      { ...TIE, source: { name: 'Other' } },
    ]);
    const between = await store().tiesBetween('MX', 'RU');
    expect(between).toHaveLength(3);
    expect(between).toEqual(expect.arrayContaining([size, { ...TIE, value: 8 }]));
    expect(await store().tiesBetween('MX', 'GB')).toEqual([size]);
    expect(await store().ties()).toHaveLength(3);
  });
}
