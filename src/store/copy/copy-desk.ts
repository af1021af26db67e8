/** The copy itself, and the proof that nothing was lost: counts and digests of every table on both sides. */
import { createHash } from 'node:crypto';
import { COPYING, type CopyEnd, isOfPlace, type Row, type TableShape } from './copied-tables.ts';

/** Rows read and written at a time; of tables with bytes fewer, since each may be megabytes. */
const PAGE = 1000;
const PAGE_OF_BYTES = 20;

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of the rows in whatever order, shortened: the same on both sides. */
  readonly digest: string;
}

export interface Copied {
  readonly from: string;
  readonly to: string;
  readonly tables: readonly CopiedTable[];
  readonly rows: number;
}

/** Rows copied so far. */
type Tell = (stage: 'copying' | 'comparing', rows: number) => void;

export interface Tables {
  readonly copied: readonly TableShape[];
  /** Made of the others, and compared as well. */
  readonly derived: readonly TableShape[];
}

/**
 * Copies all tables; throws where `to` holds a desk already, or where a table came out otherwise than it
 * was. Called again after a crash it goes on. Nothing is changed in `from`, which nobody may write meanwhile.
 */
export async function copyDesk(
  tables: Tables,
  from: CopyEnd,
  to: CopyEnd,
  tell: Tell,
): Promise<Copied> {
  const begun = await to.setting(COPYING);
  if (begun === undefined && !(await to.isEmpty())) {
    throw new Error(`${to.shown} holds a desk already: name an empty database, or remove it first`);
  }
  if (begun !== undefined && begun !== from.shown) {
    throw new Error(`${to.shown} is half copied from ${begun}: finish that first, or remove it`);
  }
  await to.setSetting(COPYING, from.shown);
  let rows = 0;
  for (const table of tables.copied) {
    for await (const count of copyTable(table, from, to)) {
      rows += count;
      tell('copying', rows);
    }
  }
  await to.finish();
  const compared = await compare([...tables.copied, ...tables.derived], from, to, tell);
  await to.setSetting(COPYING, undefined);
  return { from: from.shown, to: to.shown, tables: compared, rows };
}

async function* copyTable(table: TableShape, from: CopyEnd, to: CopyEnd): AsyncGenerator<number> {
  if (table.key.length === 0) await to.clear(table);
  const page = pageOf(table);
  let after = await to.last(table);
  for (;;) {
    const rows = await from.read(table, after, page);
    const copied = rows.filter((row) => !isOfPlace(table, row));
    if (copied.length > 0) await to.write(table, copied);
    yield copied.length;
    if (rows.length < page) return;
    after = rows[rows.length - 1];
  }
}

const pageOf = ({ columns }: TableShape): number =>
  columns.some(({ type }) => type === 'bytea') ? PAGE_OF_BYTES : PAGE;

async function compare(
  tables: readonly TableShape[],
  from: CopyEnd,
  to: CopyEnd,
  tell: Tell,
): Promise<CopiedTable[]> {
  const compared: CopiedTable[] = [];
  let rows = 0;
  for (const table of tables) {
    const [was, is] = [await summed(table, from), await summed(table, to)];
    if (was.rows !== is.rows || was.digest !== is.digest) {
      throw new Error(
        `the table ${table.name} has ${was.rows} rows in ${from.shown} and ${is.rows} in ${to.shown}, or others: nothing may write there meanwhile; empty ${to.shown} and try again`,
      );
    }
    compared.push(was);
    rows += was.rows;
    tell('comparing', rows);
  }
  return compared;
}

/** A sum over the rows' digests: the two databases need not agree on an order of theirs. */
async function summed(table: TableShape, end: CopyEnd): Promise<CopiedTable> {
  const page = pageOf(table);
  let [rows, sum] = [0, 0n];
  let after: Row | undefined;
  for (;;) {
    const read = await end.read(table, after, page);
    for (const row of read) {
      if (isOfPlace(table, row)) continue;
      rows++;
      sum = (sum + digestOfRow(row)) & MASK;
    }
    if (read.length < page) break;
    after = read[read.length - 1];
  }
  return { table: table.name, rows, digest: sum.toString(16).padStart(32, '0') };
}

const MASK = (1n << 128n) - 1n;

function digestOfRow(row: Row): bigint {
  const hash = createHash('sha256');
  for (const cell of row) {
    if (cell instanceof Uint8Array) hash.update(`b${cell.byteLength} `).update(cell);
    else hash.update(`${JSON.stringify(cell)} `);
  }
  return BigInt(`0x${hash.digest('hex').slice(0, 32)}`);
}
