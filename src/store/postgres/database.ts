/**
 * Statements to PostgreSQL: a pool, parameters in order, one transaction at a time on one connection. The
 * whole store speaks through `Sql`, so that a method is written once for both a pool and a transaction.
 */
import pg from 'pg';
import { ownText, sqlText } from './sql-text.ts';

export type SqlScalar = string | number | boolean | null | undefined | Uint8Array;
/** Values that statements take. Lists become PostgreSQL arrays, `Uint8Array` becomes `bytea`. */
export type SqlValue = SqlScalar | readonly SqlScalar[];

export interface Sql {
  /** All rows. `$1`, `$2` … stand for `values`. Any text goes in and comes out as it is. */
  rows<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, if there is one. */
  row<Row>(text: string, values?: readonly SqlValue[]): Promise<Row | undefined>;
  /** How many rows were changed. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** All of it or nothing; within a transaction the same one goes on. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

export interface Database extends Sql {
  close(): Promise<void>;
}

/** Connections of one process. */
const MOST_CONNECTIONS = 8;

// Counts and times are 64 bits there and at most 2^53 here.
const NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format: 'text' | 'binary') => {
    if (NUMBERS.includes(id)) return Number;
    if (id === pg.types.builtins.TEXT) return ownText;
    return pg.types.getTypeParser(id, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/**
 * How a server is reached: an address as PostgreSQL's own programs take it, with `?schema=NAME` where the
 * desk's tables are not where the server looks first. Desks that share one database have a schema each.
 */
export function settingsOf(url: string): pg.ClientConfig & { readonly schema?: string } {
  const schema = /[?&]schema=([a-z_][a-z0-9_]{0,62})(?=&|$)/.exec(url);
  const asked = schema === null ? url : url.replace(schema[0], (part) => part.slice(0, 1));
  return {
    connectionString: asked.replace('?&', '?').replace(/[?&]$/, ''),
    types,
    application_name: 'atalaya',
    ...(schema !== null && { schema: schema[1]!, options: `-c search_path=${schema[1]}` }),
  };
}

/** Opens a pool. */
export function connect(url: string): Database {
  const pool = new pg.Pool({ ...settingsOf(url), max: MOST_CONNECTIONS });
  // A connection that breaks while nobody uses it is replaced; the next statement tells of a server that is gone.
  pool.on('error', () => undefined);
  return {
    ...sqlOver(pool, async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      const onError = (error: Error): void => {
        broken = error;
      };
      client.on('error', onError);
      try {
        return await inTransaction(client, work);
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    }),
    close: () => pool.end(),
  };
}

type Transact = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

function sqlOver(asked: pg.Pool | pg.PoolClient, transaction: Transact): Sql {
  const ask = (text: string, values: readonly SqlValue[] = []) =>
    asked.query(text, values.map(given));
  return {
    rows: async <Row>(text: string, values?: readonly SqlValue[]) =>
      (await ask(text, values)).rows as Row[],
    row: async <Row>(text: string, values?: readonly SqlValue[]) =>
      (await ask(text, values)).rows[0] as Row | undefined,
    run: async (text, values) => (await ask(text, values)).rowCount ?? 0,
    transaction,
  };
}

async function inTransaction<T>(client: pg.PoolClient, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql: Sql = sqlOver(client, (inner) => inner(sql));
  await client.query('BEGIN');
  try {
    const done = await work(sql);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function given(value: SqlValue): unknown {
  return Array.isArray(value) ? value.map(givenOne) : givenOne(value as SqlScalar);
}

function givenOne(value: SqlScalar): unknown {
  if (typeof value === 'string') return sqlText(value);
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return value === undefined ? null : value;
}
