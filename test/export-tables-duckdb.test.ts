/** DuckDB reads the Parquet and the CSV of a table as the same rows, whatever the texts are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Column } from '../src/export/tables/column.ts';
import { csvTable } from '../src/export/tables/csv.ts';
import { poisoned, RECORDS, writtenBy } from '../src/export/tables/invented-records.fixture.ts';
import { parquetTable } from '../src/export/tables/parquet.ts';
import { fromParquet, rowsIn, unguarded, worded } from '../src/export/tables/read-back.fixture.ts';
import { TABLES } from '../src/export/tables/tables.ts';
import { HOSTILE } from './hostile-console/strings.ts';

/** Longer texts would only be slow. */
const TEXTS = HOSTILE.map((text) => text.slice(0, 300));
const ALL_TABLES = TABLES.map((table) => [table.name, table] as const);

const IN_DUCKDB: Readonly<Record<Column['type'], string>> = {
  text: 'VARCHAR',
  list: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  time: 'TIMESTAMP WITH TIME ZONE',
};

describe('DuckDB', () => {
  let folder: string;
  let database: DuckDBInstance;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-tables-'));
    database = await DuckDBInstance.create(':memory:');
  });
  afterAll(() => {
    database?.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(question: string): Promise<readonly (readonly unknown[])[]> {
    const connection = await database.connect();
    try {
      return (await connection.runAndReadAll(question)).getRowsJS() as unknown[][];
    } finally {
      connection.closeSync();
    }
  }

  it.each(ALL_TABLES)(
    'reads the Parquet and the CSV of %s as the same rows',
    async (name, table) => {
      const records = poisoned(RECORDS, TEXTS);
      const parquet = join(folder, `${name}.parquet`);
      const csv = join(folder, `${name}.csv`);
      writeFileSync(parquet, await writtenBy(parquetTable(table), records));
      writeFileSync(csv, await writtenBy(csvTable(table), records));
      const wanted = rowsIn(table, records);
      const read = await ask(`SELECT * FROM read_parquet('${parquet}')`);
      expect(read.map((row) => row.map((cell, x) => fromParquet(cell, table.columns[x]!)))).toEqual(
        wanted,
      );
      const types = await ask(`DESCRIBE SELECT * FROM read_parquet('${parquet}')`);
      expect(types.map(([column, type]) => [column, type])).toEqual(
        table.columns.map((column) => [column.name, IN_DUCKDB[column.type]]),
      );
      const rows = await ask(
        `SELECT * FROM read_csv('${csv}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', allow_quoted_nulls = false)`,
      );
      const texts = wanted.map((row) => row.map((cell, x) => worded(cell, table.columns[x]!)));
      expect(
        rows.map((row, y) => row.map((cell, x) => unguarded(String(cell ?? ''), texts[y]![x]!))),
      ).toEqual(texts);
    },
  );

  it('finds out by itself what columns of CSV hold', async () => {
    const echoes = TABLES.find(({ name }) => name === 'echoes')!;
    const csv = join(folder, 'plain.csv');
    writeFileSync(csv, await writtenBy(csvTable(echoes)));
    const found = await ask(
      `SELECT role, confidence + 0.25, json_extract_string(rivals, '$[0]') FROM '${csv}' WHERE parent IS NOT NULL`,
    );
    expect(found).toEqual([['echo', 0.75, '28aee4c6f84858bb']]);
  });

  it('reads a table without rows', async () => {
    for (const table of TABLES) {
      const file = join(folder, `empty-${table.name}.parquet`);
      writeFileSync(file, await writtenBy(parquetTable(table), [RECORDS[0]!]));
      expect(await ask(`SELECT count(*) FROM read_parquet('${file}')`)).toEqual([[0n]]);
    }
  });
});
