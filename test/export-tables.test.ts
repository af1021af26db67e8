/**
 * Tables in every format: what other programs read of a file is what the desk has, whatever the texts
 * are. The readers are csv-parse and hyparquet; DuckDB has a file of its own.
 */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../src/domain/exports.ts';
import { csvTable } from '../src/export/tables/csv.ts';
import {
  ALERT,
  poisoned,
  READING,
  RECORDS,
  streamed,
  writtenBy,
} from '../src/export/tables/invented-records.fixture.ts';
import { jsonLines, tableLines } from '../src/export/tables/json-lines.ts';
import { parquetTable } from '../src/export/tables/parquet.ts';
import { fromParquet, rowsIn, unguarded, worded } from '../src/export/tables/read-back.fixture.ts';
import { rowsOf } from '../src/export/tables/rows.ts';
import { TABLES } from '../src/export/tables/tables.ts';
import { HOSTILE } from './hostile-console/strings.ts';

const ALL_TABLES = TABLES.map((table) => [table.name, table] as const);
/** Longer texts would only be slow. */
const TEXTS = HOSTILE.map((text) => text.slice(0, 300));
const FUZZED = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...TEXTS,
      ' =1',
      '\u200b@x',
      '＝1',
      '\t=1',
      '\r',
      '\n-1',
      '',
      ' x ',
      "'=1",
      ';=1',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        ',',
        '\r',
        '\n',
        '\0',
        '=',
        ' ',
        '\ud800',
        '😀',
        "'",
        '|',
        '\u2028',
      ),
      maxLength: 12,
    }),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('tables', () => {
  it.each(ALL_TABLES)(
    '%s: has rows, and every column says something in one of them',
    (_name, table) => {
      const rows = rowsIn(table);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(table.columns.length);
      const empty = table.columns.filter((_, x) => rows.every((row) => row[x] === undefined));
      expect(empty.map((column) => column.name)).toEqual([]);
    },
  );

  it.each(ALL_TABLES)(
    '%s: names columns once, and says of each in one sentence what it is',
    (_name, table) => {
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, doc, type, unit } of table.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(doc).toMatch(/^[^|\n]+\.$/);
        expect(unit === undefined).toBe(type !== 'integer' && type !== 'number');
      }
    },
  );

  it('are the same bytes each time', async () => {
    for (const write of [
      ...TABLES.flatMap((table) => [csvTable(table), parquetTable(table)]),
      jsonLines,
    ])
      expect((await writtenBy(write)).equals(await writtenBy(write))).toBe(true);
  });

  it('have no name twice', () => {
    expect(new Set(TABLES.map(({ name }) => name)).size).toBe(TABLES.length);
  });

  it('keep places on the machine, notes and people of the desk to themselves', async () => {
    for (const table of TABLES) {
      const text = (await writtenBy(csvTable(table))).toString();
      expect(text).not.toMatch(/file:|private note|somebody at the desk|an analyst/);
    }
  });

  it('show no long run of an article in one cell', () => {
    const statements = TABLES.find(({ name }) => name === 'statements')!;
    const place = statements.columns.findIndex(({ name }) => name === 'content');
    for (const row of rowsIn(statements)) {
      expect((row[place] as string[]).join(' ').split(/\s+/).length).toBeLessThanOrEqual(60);
    }
    expect(rowsIn(statements)[0]![place]).toEqual([
      READING.reading.statements[0]!.content[0]!.text,
    ]);
  });

  it('count places in code points', () => {
    const events = TABLES.find(({ name }) => name === 'events')!;
    const begin = events.columns.findIndex(({ name }) => name === 'begin');
    // Of the pairs at 1 and 8 both begin before 9.
    expect(rowsIn(events)[0]!.slice(begin, begin + 2)).toEqual([7, 17]);
  });

  it('say of presence where it is stated, and no upper end where none is', () => {
    const presence = TABLES.find(({ name }) => name === 'presence')!;
    const columns = ['min', 'max', 'article', 'begin', 'end', 'capture', 'line'];
    const places = columns.map((name) =>
      presence.columns.findIndex((column) => column.name === name),
    );
    expect(rowsIn(presence).map((row) => places.map((place) => row[place]))).toEqual([
      [1, 2, undefined, undefined, undefined, 'c000000000000001', 3],
      [9, undefined, READING.article.id, 3, 29, undefined, undefined],
    ]);
  });

  it('hold no number that is none, and no time that is no date', () => {
    const alerts = TABLES.find(({ name }) => name === 'alerts')!;
    const odd = { ...ALERT.view.alert, value: Number.NaN, raisedAt: 9e15, at: 1.5 };
    const row = rowsOf(alerts, { ...ALERT, view: { ...ALERT.view, alert: odd } })[0]!;
    const cell = (name: string) => row[alerts.columns.findIndex((column) => column.name === name)];
    expect([cell('value'), cell('raised_at'), cell('evidence_at')]).toEqual([
      undefined,
      undefined,
      1,
    ]);
  });
});

describe('csvTable', () => {
  it('is comma-separated with CRLF, and makes no formula of a headline', async () => {
    const [articles] = TABLES.filter(({ name }) => name === 'articles');
    const text = (await writtenBy(csvTable(articles!))).toString();
    expect(text.startsWith('id,url,domain,outlet,title,language,published_earliest,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain(`,"'=cmd|""no, nobody"" asked",es,2024-09-23T06:00:00.000Z,`);
  });

  it.each([
    '=1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\n=1',
    '  =1',
    '\u3000=1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('makes no formula of %j', async (text) => {
    const outlets = TABLES.filter(({ name }) => name === 'outlets');
    const records = [{ kind: 'outlet', domain: 'a.example', name: text, facts: [] }] as const;
    const [, row] = parse(await writtenBy(csvTable(outlets[0]!), records)) as string[][];
    expect(row![1]).toBe(`'${text}`);
  });

  it('leaves numbers below zero numbers', async () => {
    const echoes = TABLES.find(({ name }) => name === 'echoes')!;
    const rows = parse(await writtenBy(csvTable(echoes)), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map((row) => row['lag_min'])).toEqual(['', String(6 * 3_600_000 + 1), '']);
  });

  it('comes back as it was, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED, fc.constantFrom(...TABLES), async (texts, table) => {
        const records = poisoned(RECORDS, texts);
        const [names, ...rows] = parse(await writtenBy(csvTable(table), records)) as string[][];
        expect(names).toEqual(table.columns.map(({ name }) => name));
        const wanted = rowsIn(table, records).map((row) =>
          row.map((cell, place) => worded(cell, table.columns[place]!)),
        );
        expect(rows.map((row, y) => row.map((cell, x) => unguarded(cell, wanted[y]![x]!)))).toEqual(
          wanted,
        );
        const guarded = rows.flat().filter((cell) => /^\s*[=+@＝＋－＠]|^[\t\r]/.test(cell));
        expect(guarded).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('jsonLines', () => {
  const lines = async (records: readonly ExportRecord[]) =>
    (await writtenBy(jsonLines, records))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('holds every record in full, the version first', async () => {
    const [head, ...rest] = await lines(RECORDS);
    expect(head).toEqual({ atalaya: 1, ...RECORDS[0] });
    expect(rest.map(({ kind }) => kind)).toEqual(RECORDS.slice(1).map(({ kind }) => kind));
    expect(rest.find(({ kind }) => kind === 'reading').reading).toEqual(
      JSON.parse(JSON.stringify(READING.reading)),
    );
  });

  it('leaves out where on the machine things were, and who at the desk did what', async () => {
    const text = (await writtenBy(jsonLines)).toString();
    expect(text).not.toMatch(/file:|private note|somebody at the desk|an analyst/);
    expect(text).toContain('"origin":"https://diario-bah-a.example/feed"');
    expect(text).toContain('"by":"person"');
  });

  it('is one line a record and valid Unicode, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED, async (texts) => {
        const bytes = await writtenBy(jsonLines, poisoned(RECORDS, texts));
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        expect(text.trimEnd().split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(RECORDS.length);
        for (const line of text.trimEnd().split('\n')) {
          expect(JSON.stringify(JSON.parse(line)).isWellFormed()).toBe(true);
          expect(line).not.toMatch(/\\ud[89a-f]/i);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('tableLines', () => {
  it.each(ALL_TABLES)(
    '%s: one object a row, with lists as lists and null for what is not known',
    async (_name, table) => {
      const text = (await writtenBy(tableLines(table))).toString();
      const rows = text
        .trimEnd()
        .split('\n')
        .map((line) => Object.values(JSON.parse(line)));
      expect(rows).toEqual(
        rowsIn(table).map((row) =>
          row.map((cell, x) =>
            table.columns[x]!.type === 'time' && cell !== undefined
              ? new Date(cell as number).toISOString()
              : (cell ?? null),
          ),
        ),
      );
    },
  );
});

describe('parquetTable', () => {
  it.each(ALL_TABLES)('%s: is read back by hyparquet as it was', async (_name, table) => {
    const records = poisoned(RECORDS, TEXTS);
    const file = await writtenBy(parquetTable(table), records);
    const rows = await parquetReadObjects({ file: bufferOf(file) });
    const read = rows.map((row) =>
      table.columns.map((column) => fromParquet(row[column.name], column)),
    );
    expect(read).toEqual(rowsIn(table, records));
  });

  it('is written row group by row group', async () => {
    const [outlets] = TABLES;
    const outlet = (n: number) =>
      ({ kind: 'outlet', domain: `o${n}.example`, name: 'O', facts: [] }) as const;
    const records = Array.from({ length: 25_000 }, (_, n) => outlet(n));
    const pieces: number[] = [];
    for await (const piece of parquetTable(outlets!)(streamed(records))) pieces.push(piece.length);
    expect(pieces).toHaveLength(4);
    const file = await writtenBy(parquetTable(outlets!), records);
    const { row_groups } = await parquetMetadataAsync(bufferOf(file));
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5_000]);
    const rows = await parquetReadObjects({ file: bufferOf(file), columns: ['domain'] });
    expect(rows.map((row) => row['domain'])).toEqual(records.map(({ domain }) => domain));
  });

  it('ends a row group early where texts are long', async () => {
    const name = 'long '.repeat(600_000);
    const records = Array.from(
      { length: 6 },
      (_, n) => ({ kind: 'outlet', domain: `o${n}.example`, name, facts: [] }) as const,
    );
    const { row_groups } = await parquetMetadataAsync(
      bufferOf(await writtenBy(parquetTable(TABLES[0]!), records)),
    );
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([3, 3]);
  });
});

function bufferOf(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}
