import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryId } from '../domain/ids.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import { correctionsOf, indexEntries, standing } from './superseding.ts';

const idOf = (n: number): EntryId => n.toString(16).padStart(16, '0') as EntryId;
const DAY = { first: '2024-01-15', last: '2024-01-15' };

function entry(n: number, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: idOf(n),
    sender: 'RU',
    host: 'MX',
    measure: 'level',
    number: { min: n, max: n },
    unit: 'diplomats',
    scope: 'embassy',
    asOf: DAY,
    kind: 'press',
    source: { name: 'Bay Courier' },
    evidence: { capture: 'c' as never, line: n },
    ...more,
  };
}

describe('standing', () => {
  it('leaves out what any other entry supersedes, chains and other pairs too, as the naive way does', () => {
    const chain = [
      entry(1),
      entry(2, { supersedes: idOf(1) }),
      entry(3, { supersedes: idOf(2), host: 'GB' }),
    ];
    expect(standing(chain).map(({ id }) => id)).toEqual([idOf(3)]);
    expect([...correctionsOf(chain)]).toEqual([
      [idOf(1), [idOf(2)]],
      [idOf(2), [idOf(3)]],
    ]);
    const links = fc.array(fc.option(fc.nat(30), { nil: undefined }), { maxLength: 30 });
    fc.assert(
      fc.property(links, (to) => {
        const all = to.map((at, n) => entry(n, at === undefined ? {} : { supersedes: idOf(at) }));
        const naive = all.filter(({ id }) => !all.some((one) => one.supersedes === id));
        expect(standing(all)).toEqual(naive);
      }),
    );
  });
});

describe('indexEntries', () => {
  const stated = { kind: 'stated', source: 'bay courier', asOf: DAY } as const;

  it('finds by id, and by source and day of the same measure, unit and scope alone', () => {
    const others = [
      entry(2, { unit: 'staff' }),
      entry(3, { scope: 'country' }),
      entry(4, { host: 'GB' }),
      entry(5, { source: { name: 'Faro' } }),
      entry(6, { asOf: { first: '2024-01-01', last: '2024-01-31' } }),
      entry(7, { measure: 'cap' }),
    ];
    const index = indexEntries([entry(1), ...others]);
    expect(index.meant(stated, entry(9))).toEqual({ id: idOf(1) });
    expect(index.meant({ kind: 'id', id: idOf(4) }, entry(9))).toEqual({ id: idOf(4) });
    expect(index.meant({ kind: 'id', id: idOf(8) }, entry(9))).toEqual({
      reason: expect.stringContaining(`"${idOf(8)}", and the ledger holds no entry of that id`),
    });
  });

  it('finds an entry without a day where none is named', () => {
    const { asOf: _, ...undated } = entry(1);
    const index = indexEntries([undated, entry(2)]);
    expect(index.meant({ ...stated, asOf: undefined }, entry(9))).toEqual({ id: idOf(1) });
  });

  it('says of none, of several, and of what an article states, how to name one', () => {
    expect(indexEntries([]).meant(stated, entry(9))).toEqual({
      reason: expect.stringContaining('of 2024-01-15, and no entry of this source'),
    });
    expect(indexEntries([entry(1), entry(2)]).meant(stated, entry(9))).toEqual({
      reason: expect.stringContaining(
        `which 2 entries are; name one by its id: ${idOf(1)}, ${idOf(2)}.`,
      ),
    });
    const told = entry(1, { evidence: { article: 'a' as never, span: { begin: 0, end: 1 } } });
    expect(indexEntries([told]).meant(stated, entry(9))).toEqual({
      reason: expect.stringContaining(`which an article states; name it by its id: ${idOf(1)}.`),
    });
  });

  it('means by words what still stands: the last correction', () => {
    const index = indexEntries([entry(1)]);
    index.add(entry(2, { supersedes: idOf(1) }));
    expect(index.meant(stated, entry(9))).toEqual({ id: idOf(2) });
  });
});
