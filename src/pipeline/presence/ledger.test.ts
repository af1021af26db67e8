import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileIn, jsonLines, onDesk, useFolder } from '../desk.fixture.ts';
import { ingest } from '../ingest.ts';
import { readDesk } from '../read.ts';
import { enterReadings } from './from-readings.ts';
import { keepEntries } from './keep-entries.ts';
import { fitsOf, presenceOf } from './presence-of.ts';

const folder = useFolder();

/** Invented counts of an invented paper. */
const HEADER = 'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,source_url,note';
const table = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');
const PAPER = 'Bay Courier,https://bay-courier.example/staff';
const row = (
  count: number,
  unit: string,
  scope: string,
  day: string,
  source = PAPER,
  kind = 'press',
): string => `RU,MX,level,${count},${count},${unit},${scope},${day},${kind},${source},`;

const COUNTS = table(
  row(20, 'diplomats', 'embassy', '2022-01-15'),
  row(60, 'diplomats', 'embassy', '2024-01-15'),
  row(85, 'accredited', 'country', '2024-01-15'),
  row(2, 'military', 'embassy', '2024-01-15'),
  row(3, 'staff', 'embassy', '2024-02-01', 'Faro,https://faro.example/a'),
  row(35, 'staff', 'embassy', '2024-02-01', 'Noray,https://noray.example/b'),
);

const keep = (name: string, content: string) =>
  onDesk(join(folder(), 'desk'), (desk) =>
    keepEntries(desk, fileIn(folder(), name, content), undefined),
  );

it('archives the table as evidence, enters each row once, and nothing again', async () => {
  expect(await keep('counts.csv', COUNTS)).toMatchObject({ rows: 6, entries: 6, added: 6 });
  expect(await keep('counts.csv', COUNTS)).toMatchObject({ entries: 6, added: 0 });
  await onDesk(join(folder(), 'desk'), async ({ store }) => {
    const [first] = await store.entriesOf('RU', 'MX');
    expect(first!.evidence).toMatchObject({ line: 2 });
    const capture = (first!.evidence as { readonly capture: never }).capture;
    const { origin, length } = (await store.capturesByIds([capture])).get(capture)!;
    expect(origin).toBe(`presence:${join(folder(), 'counts.csv')}`);
    expect(length).toBe(Buffer.byteLength(COUNTS));
  });
});

it('keeps two equal rows two, and says of a bad one where it is', async () => {
  const twice = table(
    row(9, 'diplomats', 'embassy', '2024-01-15'),
    row(9, 'diplomats', 'embassy', '2024-01-15'),
    'RU,Nowhere,level,9,9,diplomats,embassy,2024-01-15,press,Bay Courier,,',
  );
  expect(await keep('twice.csv', twice)).toMatchObject({
    added: 2,
    refused: 1,
    refusals: [{ line: 4, reason: expect.stringContaining('Nowhere') }],
  });
});

it('puts like with like alone: series apart, a step within one, differing counts side by side', async () => {
  await keep('counts.csv', COUNTS);
  await onDesk(join(folder(), 'desk'), async (desk) => {
    const { series, size } = await presenceOf(desk, 'RU', 'MX');
    const counts = series.map(({ unit, scope, entries }) => [
      unit,
      scope,
      ...entries.map(({ count }) => count),
    ]);
    expect(counts).toEqual([
      ['diplomats', 'embassy', '20', '60'],
      ['accredited', 'country', '85'],
      ['military', 'embassy', '1–2'],
      ['staff', 'embassy', '3', '35'],
    ]);
    expect(series[0]!.steps).toMatchObject([
      { kind: 'step', sentence: expect.stringMatching(/^20 → 60, .*a step up/) },
    ]);
    expect(series[3]!.steps).toEqual([]);
    expect(series[3]!.differing).toEqual([series[3]!.entries.map(({ id }) => id)]);
    expect(size.readings.every(({ verdict }) => verdict === 'cannot-say')).toBe(true);
    expect(size.sentence).toContain('not comparable');
  });
});

it('expects nothing of fewer than four hosts, and says so', async () => {
  const lists = ['EE', 'LV', 'FI'].map(
    (host) => `RU,${host},level,9,9,diplomats,embassy,2024-01-15,official-list,List,,`,
  );
  await keep('lists.csv', table(...lists));
  const { fits, cannotSay } = await onDesk(join(folder(), 'desk'), fitsOf);
  expect(fits).toEqual([]);
  expect(cannotSay.length).toBeGreaterThan(0);
});

it('enters what articles state, with the passage, once', async () => {
  const text =
    'The Russian embassy in Mexico has 72 diplomats, the invented harbour paper reported on Monday.';
  await onDesk(join(folder(), 'desk'), async (desk) => {
    const rows = [{ url: 'https://a.example/1', title: 'Staff', text, published: '2024-03-04' }];
    await ingest(desk, [fileIn(folder(), 'a.jsonl', jsonLines(rows))]);
    await readDesk(desk, {});
    expect(await enterReadings(desk)).toMatchObject({ counts: 1, added: 1, refused: {} });
    expect(await enterReadings(desk)).toMatchObject({ added: 0 });
    const [entry] = await desk.store.entriesOf('RU', 'MX');
    expect(entry).toMatchObject({ unit: 'diplomats', number: { min: 72, max: 72 }, kind: 'press' });
    const { span } = entry!.evidence as { readonly span: { begin: number; end: number } };
    expect(text.slice(span.begin, span.end)).toContain('72 diplomats');
  });
});
