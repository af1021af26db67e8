import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileIn, onDesk, useFolder } from '../desk.fixture.ts';
import { keepEntries } from './keep-entries.ts';
import { fitsOf, presenceOf } from './presence-of.ts';

const folder = useFolder();

/** Invented counts of invented papers. */
const HEADER = 'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,supersedes';
const table = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');

const keep = (name: string, content: string) =>
  onDesk(join(folder(), 'desk'), (desk) =>
    keepEntries(desk, fileIn(folder(), name, content), undefined),
  );
const shown = (sender = 'RU', host = 'MX') =>
  onDesk(join(folder(), 'desk'), (desk) => presenceOf(desk, sender, host));

const WRONG = table(
  'RU,MX,level,20,20,diplomats,embassy,2022-01-15,press,Bay Courier,',
  'RU,MX,level,90,90,diplomats,embassy,2024-01-15,press,Bay Courier,',
);
const RIGHT = table(
  'RU,MX,level,21,21,diplomats,embassy,2024-01-15,press,Bay Courier,Bay Courier 2024-01-15',
);

it('keeps a superseded entry, shows it as such, and counts it nowhere', async () => {
  await keep('wrong.csv', WRONG);
  expect((await shown()).series[0]!.steps).toMatchObject([{ kind: 'step' }]);
  expect(await keep('right.csv', RIGHT)).toMatchObject({ added: 1, refused: 0 });
  const { series, superseded, size } = await shown();
  expect(series.map(({ entries }) => entries.map(({ count }) => count))).toEqual([['20', '21']]);
  expect(series[0]!.steps).toMatchObject([{ kind: 'within-noise' }]);
  expect(series[0]!.differing).toEqual([]);
  expect(superseded).toMatchObject([
    { count: '90', unit: 'diplomats', by: [series[0]!.entries[1]!.id] },
  ]);
  expect(size.readings.map(({ count }) => count)).toEqual(['21']);
  await onDesk(join(folder(), 'desk'), async ({ store }) =>
    expect(await store.entriesOf('RU', 'MX')).toHaveLength(3),
  );
  // The same file again: by now its words mean two entries, and are not asked again.
  await keep(
    'other.csv',
    table('RU,MX,level,22,22,diplomats,embassy,2024-01-15,press,Bay Courier,'),
  );
  expect(await keep('right.csv', RIGHT)).toMatchObject({ entries: 1, added: 0, refused: 0 });
});

it('takes an id, also of another unit, pair or line of the same file', async () => {
  await keep('wrong.csv', WRONG);
  const { entries } = (await shown()).series[0]!;
  const right = table(
    `RU,MX,level,90,90,staff,country,2024-01-15,press,Bay Courier,${entries[1]!.id}`,
    `RU,GB,level,20,20,diplomats,embassy,2022-01-15,press,Bay Courier,${entries[0]!.id}`,
    'RU,GB,level,22,22,diplomats,embassy,2022-01-15,press,Bay Courier,Bay Courier 2022-01-15',
  );
  expect(await keep('right.csv', right)).toMatchObject({ added: 3, refused: 0 });
  const mexico = await shown();
  expect(mexico.series.map(({ unit }) => unit)).toEqual(['staff']);
  expect(mexico.superseded.map(({ count }) => count)).toEqual(['20', '90']);
  const britain = await shown('RU', 'GB');
  expect(britain.series[0]!.entries.map(({ count }) => count)).toEqual(['22']);
  expect(britain.superseded).toHaveLength(1);
});

it('refuses, by its line, what names nothing or several, and keeps the rest', async () => {
  await keep('wrong.csv', WRONG);
  const twice = 'RU,MX,level,30,30,diplomats,embassy,2023-01-15,press,Faro,';
  const bad = table(
    twice,
    twice,
    'RU,MX,level,31,31,diplomats,embassy,2023-01-15,press,Faro,Faro 2023-01-15',
    'RU,MX,level,31,31,diplomats,embassy,2023-01-15,press,Faro,Noray 2023-01-15',
    'RU,MX,level,31,31,diplomats,embassy,2023-01-15,press,Faro,0123456789abcdef',
    'RU,MX,level,31,31,diplomats,embassy,2023-01-15,press,Faro,the last one',
  );
  const kept = await keep('bad.csv', bad);
  expect(kept).toMatchObject({ rows: 6, added: 2, refused: 4 });
  expect(kept.refusals.map(({ line, reason }) => [line, reason.slice(0, 60)])).toEqual([
    [4, expect.stringContaining('supersedes "Faro" of 2023-01-15, which 2 entries are')],
    [5, expect.stringContaining('supersedes "Noray" of 2023-01-15, and no entry')],
    [6, expect.stringContaining('supersedes "0123456789abcdef"')],
    [7, expect.stringContaining('"the last one" names no entry')],
  ]);
});

it('leaves it out of displacement and of what sizes are expected from', async () => {
  await keep(
    'moves.csv',
    table(
      'RU,EE,expulsion,40,40,diplomats,embassy,2022-04-05,press,Bay Courier,',
      'RU,EE,level,9,9,diplomats,embassy,2022-01-01,official-list,List,',
      'RU,MX,level,20,20,diplomats,embassy,2022-01-15,press,Bay Courier,',
      'RU,MX,level,90,90,diplomats,embassy,2024-01-15,press,Bay Courier,',
    ),
  );
  const before = await shown();
  expect(before.displacement).toHaveLength(1);
  expect((await onDesk(join(folder(), 'desk'), fitsOf)).cannotSay.length).toBeGreaterThan(0);
  await keep(
    'corrections.csv',
    table(
      'RU,EE,expulsion,40,40,staff,embassy,,press,Bay Courier,' +
        (await idOf('RU', 'EE', 'expulsion')),
      'RU,EE,level,9,9,diplomats,embassy,2022-01-01,press,List,List 2022-01-01',
    ),
  );
  expect((await shown()).displacement).toEqual([]);
  expect(await onDesk(join(folder(), 'desk'), fitsOf)).toEqual({ fits: [], cannotSay: [] });
});

const idOf = (sender: string, host: string, measure: string): Promise<string> =>
  onDesk(join(folder(), 'desk'), async ({ store }) => {
    const entries = await store.entriesOf(sender, host);
    return entries.find((one) => one.measure === measure)!.id;
  });
