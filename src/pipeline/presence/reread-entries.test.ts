import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { missionLines } from '../../collect/presence/lists/invented-list.fixture.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import { dumpDesk, fileIn, jsonLines, onDesk, useFolder } from '../desk.fixture.ts';
import { ingest } from '../ingest.ts';
import { readDesk } from '../read.ts';
import { rereadArchive } from '../reread.ts';
import { enterReadings } from './from-readings.ts';
import { keepEntries } from './keep-entries.ts';

const folder = useFolder();

/** Invented counts and lists; the missions' people are invented too. */
const HEADER = 'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,supersedes';
const row = (count: number, day: string, supersedes = ''): string =>
  `RU,MX,level,${count},${count},diplomats,embassy,${day},press,Bay Courier,${supersedes}`;
const table = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');
/** A layout that names no source: the file's name is one. */
const LISTED =
  'host,sender,list_date,resident_mission,diplomats,diplomats_resident,defence,method\nMX,FJ,2024-05-01,1,6,2,1,by hand\n';
const ORDER = ['ARGENTINA', 'BELGIUM', 'CANADA', 'DENMARK'];
const list = (more: number): string =>
  ORDER.flatMap((state, i) => missionLines(state, i === 1 ? more : 4))
    .map((line) => `<p>${line}</p>`)
    .join('\n');
const day = (text: string) => ({ first: text, last: text });

async function ledgerOf(desk: string): Promise<readonly LedgerEntry[]> {
  return onDesk(desk, ({ store }) => store.entries());
}

it('gives a desk whose database is lost its ledger back: same ids, same rows, same order', async () => {
  const one = join(folder(), 'one');
  const file = (name: string, content: string): string => fileIn(folder(), name, content);
  const [early, late] = [file('early.html', list(4)), file('late.html', list(40))];
  const rows = file('counts.csv', table(row(20, '2022-01-15'), row(90, '2024-01-15')));
  await onDesk(one, async (desk) => {
    await keepEntries(desk, rows, undefined);
    await keepEntries(desk, early, { host: 'MX', asOf: day('2023-01-01') });
    const kept = await keepEntries(desk, late, { host: 'MX', asOf: day('2024-01-01') });
    expect(kept.hints.map(({ detail }) => detail).join()).toContain('BELGIUM');
    // The same bytes of another day are other entries, and so are the same of another file's name.
    expect(
      (await keepEntries(desk, late, { host: 'MX', asOf: day('2024-06-01') })).added,
    ).toBeGreaterThan(3);
    await keepEntries(desk, file('listed.csv', LISTED), undefined);
    expect(await keepEntries(desk, file('renamed.csv', LISTED), undefined)).toMatchObject({
      added: 2,
    });
    const right = table(row(21, '2024-01-15', 'Bay Courier 2024-01-15'));
    await keepEntries(desk, file('right.csv', right), undefined);
    // Held against what came before it, not against itself.
    const again = await keepEntries(desk, late, { host: 'MX', asOf: day('2024-01-01') });
    expect(again).toEqual({ ...kept, added: 0 });
  });
  const before = await ledgerOf(one);
  expect(before.filter(({ supersedes }) => supersedes !== undefined)).toHaveLength(1);
  expect(before.some(({ note }) => note?.startsWith('look at: '))).toBe(true);
  const { tables } = dumpDesk(one);
  for (const end of ['', '-wal', '-shm']) rmSync(join(one, `desk.sqlite${end}`), { force: true });
  const two = join(folder(), 'two');
  const result = await onDesk(two, (desk) => rereadArchive(desk, join(one, 'archive')));
  expect(result).toMatchObject({ entries: before.length, articles: 0, refused: 0, damaged: [] });
  expect(await ledgerOf(two)).toEqual(before);
  const { ledger_entry, capture } = dumpDesk(two).tables;
  expect({ ledger_entry, capture }).toEqual({
    ledger_entry: tables['ledger_entry'],
    capture: tables['capture'],
  });
});

it('brings back a correction of what an article states, which only reading makes again', async () => {
  const [one, two] = [join(folder(), 'one'), join(folder(), 'two')];
  const text =
    'The Russian embassy in Mexico has 72 diplomats, the invented harbour paper reported.';
  const articles = fileIn(folder(), 'a.jsonl', jsonLines([{ url: 'https://a.example/1', text }]));
  const told = await onDesk(one, async (desk) => {
    await ingest(desk, [articles]);
    await readDesk(desk, {});
    await enterReadings(desk);
    const [entry] = await desk.store.entries();
    const right = fileIn(folder(), 'right.csv', table(row(27, '2024', entry!.id)));
    expect(await keepEntries(desk, right, undefined)).toMatchObject({ added: 1, refused: 0 });
    return entry!;
  });
  await onDesk(two, async (desk) => {
    const result = await rereadArchive(desk, join(one, 'archive'));
    expect(result).toMatchObject({ articles: 1, entries: 1, refused: 0 });
    expect(await desk.store.entries()).toMatchObject([{ supersedes: told.id }]);
    await readDesk(desk, {});
    await enterReadings(desk);
    expect((await desk.store.entries()).map(({ id }) => id)).toContain(told.id);
  });
});
