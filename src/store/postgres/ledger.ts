/** The ledger of presence and ties. That entries are never changed or deleted, the database holds to. */
import type { EntryId } from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Tie } from '../../domain/ties.ts';
import type { EntryBatch, LedgerStore, PairCount } from '../ledger.ts';
import { bodiesOf } from './bodies.ts';
import type { Sql } from './database.ts';
import { writeBatch } from './ingest.ts';
import { insertRows, lastOf, replacing } from './insert.ts';

export function ledgerTables(sql: Sql): LedgerStore {
  return { ...entryTables(sql), ...tieTables(sql) };
}

type EntryTables = Pick<
  LedgerStore,
  'saveEntries' | 'entriesOf' | 'entries' | 'knownEntries' | 'ledgerVersion' | 'presencePairs'
>;

function entryTables(sql: Sql): EntryTables {
  return {
    saveEntries: (batch) => sql.transaction((inner) => writeEntries(inner, batch)),
    entriesOf: (sender, host) =>
      bodiesOf<LedgerEntry>(
        sql,
        'SELECT body FROM ledger_entry WHERE sender = $1 AND host = $2 ORDER BY seq',
        [sender, host],
      ),
    entries: (sender) =>
      bodiesOf<LedgerEntry>(
        sql,
        'SELECT body FROM ledger_entry WHERE $1::text IS NULL OR sender = $1 ORDER BY seq',
        [sender],
      ),
    knownEntries: async (ids) => {
      const text = 'SELECT id FROM ledger_entry WHERE id = ANY($1)';
      return new Set((await sql.rows<{ id: EntryId }>(text, [ids])).map(({ id }) => id));
    },
    ledgerVersion: async () => {
      const row = await sql.row<{ version: string }>(
        `SELECT (SELECT count(*) FROM ledger_entry) || ' ' || (SELECT count(*) FROM tie) AS version`,
      );
      return row!.version;
    },
    presencePairs: () =>
      sql.rows<PairCount>(
        `SELECT sender, host, count(*) AS entries FROM ledger_entry
         GROUP BY sender, host ORDER BY entries DESC, sender, host`,
      ),
  };
}

const ENTRY = {
  table: 'ledger_entry',
  columns: 'id text, sender text, host text, body text',
  onConflict: 'ON CONFLICT (id) DO NOTHING',
};

async function writeEntries(sql: Sql, batch: EntryBatch): Promise<number> {
  const { captures, entries, archiveEnd } = batch;
  const ends = archiveEnd === undefined ? {} : { archiveEnd };
  await writeBatch(sql, { captures, articles: [], items: [], ...ends });
  return insertRows(
    sql,
    ENTRY,
    entries.map((one) => [one.id, one.sender, one.host, JSON.stringify(one)]),
  );
}

const TIE = {
  table: 'tie',
  columns: 'kind text, from_state text, to_state text, year bigint, source text, body text',
  onConflict: replacing('kind, from_state, to_state, year, source', ['body']),
};

function tieTables(sql: Sql): Pick<LedgerStore, 'saveTies' | 'tiesBetween' | 'ties'> {
  return {
    saveTies: (ties) => sql.transaction((inner) => saveTies(inner, ties)),
    tiesBetween: (a, b) =>
      bodiesOf<Tie>(
        sql,
        `SELECT body FROM tie WHERE (from_state = $1 AND to_state IN ($2, '')) OR
           (from_state = $2 AND to_state IN ($1, '')) ORDER BY kind, year, from_state, source`,
        [a, b],
      ),
    ties: () =>
      bodiesOf<Tie>(sql, 'SELECT body FROM tie ORDER BY kind, from_state, to_state, year, source'),
  };
}

async function saveTies(sql: Sql, ties: readonly Tie[]): Promise<void> {
  const rows = ties.map((tie) => {
    const { kind, from, to = '', year, source } = tie;
    return [kind, from, to, year ?? 0, source.name, JSON.stringify(tie)] as const;
  });
  await insertRows(
    sql,
    TIE,
    lastOf(rows, (row) => JSON.stringify(row.slice(0, 5))),
  );
}
