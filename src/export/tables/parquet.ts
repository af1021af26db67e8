/**
 * Tables as Apache Parquet, written row group by row group, so that memory holds one group and the
 * list of groups. Columns are typed and nullable: UTF8, INT64, DOUBLE, BOOLEAN, TIMESTAMP in
 * milliseconds UTC; a list is a JSON array in a text.
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Exporter } from '../../domain/exports.ts';
import type { Cell, Column, ColumnType, Table } from './column.ts';
import { rowsOf } from './rows.ts';

/** Of one row group. */
const MOST_ROWS = 10_000;
/** UTF-16 units of the texts of one row group, after which it ends: headlines may be endless. */
const MOST_TEXT = 8_000_000;

/** Writes one table; a table without rows is a file without row groups. */
export function parquetTable(table: Table): Exporter {
  return async function* (records) {
    const bytes = new ByteWriter();
    const file = new ParquetWriter({
      writer: bytes,
      schema: schemaOf(table.columns),
      createdBy: 'Atalaya',
    });
    let group = emptyGroup(table);
    for await (const record of records) {
      for (const row of rowsOf(table, record)) {
        addRow(group, row, table.columns);
        if (group.rows < MOST_ROWS && group.text < MOST_TEXT) continue;
        yield await groupBytes(file, bytes, group);
        group = emptyGroup(table);
      }
    }
    if (group.rows > 0) yield await groupBytes(file, bytes, group);
    await file.finish();
    yield taken(bytes);
  };
}

type Stored = string | number | bigint | boolean | null;

interface Group {
  readonly columns: readonly { readonly name: string; readonly data: Stored[] }[];
  rows: number;
  text: number;
}

function emptyGroup({ columns }: Table): Group {
  return { columns: columns.map(({ name }) => ({ name, data: [] })), rows: 0, text: 0 };
}

function addRow(group: Group, row: readonly Cell[], columns: readonly Column[]): void {
  row.forEach((cell, place) => {
    const stored = storedOf(cell, columns[place]!);
    group.columns[place]!.data.push(stored);
    if (typeof stored === 'string') group.text += stored.length;
  });
  group.rows += 1;
}

function storedOf(cell: Cell, column: Column): Stored {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return column.type === 'number' ? cell : BigInt(cell);
  return typeof cell === 'object' ? JSON.stringify(cell) : cell;
}

async function groupBytes(
  file: ParquetWriter,
  bytes: ByteWriter,
  { columns, rows }: Group,
): Promise<Uint8Array> {
  await file.write({ columnData: [...columns], rowGroupSize: rows });
  return taken(bytes);
}

/** What was written since the last time; the writer goes on at the front of its buffer. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const leaves = columns.map(
    ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...STORED_AS[type] }),
  );
  return [{ name: 'root', num_children: columns.length }, ...leaves];
}

const TEXT = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const;
const STORED_AS: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  text: TEXT,
  list: TEXT,
  boolean: { type: 'BOOLEAN' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT64' },
  time: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};
