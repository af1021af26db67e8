/** The ledger of presence and ties. That entries are never changed or deleted, the database holds to. */
import type Database from 'better-sqlite3';
import type { EntryId } from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Tie } from '../../domain/ties.ts';
import type { EntryBatch, LedgerStore, PairCount } from '../ledger.ts';
import { batchWriter } from './ingest.ts';

export function ledgerTables(db: Database.Database): LedgerStore {
  return { ...entryTables(db), ...tieTables(db) };
}

type EntryTables = Pick<
  LedgerStore,
  'saveEntries' | 'entriesOf' | 'entries' | 'knownEntries' | 'ledgerVersion' | 'presencePairs'
>;

function entryTables(db: Database.Database): EntryTables {
  const save = db.transaction(entryWriter(db)).immediate;
  const ofPair = db
    .prepare('SELECT body FROM ledger_entry WHERE sender = ? AND host = ? ORDER BY seq')
    .pluck();
  const ofSender = db
    .prepare('SELECT body FROM ledger_entry WHERE sender = ? ORDER BY seq')
    .pluck();
  const all = db.prepare('SELECT body FROM ledger_entry ORDER BY seq').pluck();
  const known = db
    .prepare('SELECT id FROM ledger_entry WHERE id IN (SELECT value FROM json_each(?))')
    .pluck();
  const pairs = db.prepare(
    `SELECT sender, host, count(*) AS entries FROM ledger_entry
     GROUP BY sender, host ORDER BY entries DESC, sender, host`,
  );
  const version = db
    .prepare(`SELECT (SELECT count(*) FROM ledger_entry) || ' ' || (SELECT count(*) FROM tie)`)
    .pluck();
  return {
    saveEntries: async (batch) => save(batch),
    entriesOf: async (sender, host) => (ofPair.all(sender, host) as string[]).map(entryOf),
    entries: async (sender) =>
      ((sender === undefined ? all.all() : ofSender.all(sender)) as string[]).map(entryOf),
    knownEntries: async (ids) => new Set(known.all(JSON.stringify(ids)) as EntryId[]),
    ledgerVersion: async () => version.get() as string,
    presencePairs: async () => pairs.all() as PairCount[],
  };
}

const entryOf = (body: string): LedgerEntry => JSON.parse(body) as LedgerEntry;

function entryWriter(db: Database.Database): (batch: EntryBatch) => number {
  const write = batchWriter(db);
  const keep = db.prepare(
    `INSERT INTO ledger_entry (id, sender, host, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  );
  return ({ captures, entries, archiveEnd }) => {
    write({ captures, articles: [], items: [], ...(archiveEnd !== undefined && { archiveEnd }) });
    let added = 0;
    for (const one of entries) {
      added += keep.run(one.id, one.sender, one.host, JSON.stringify(one)).changes;
    }
    return added;
  };
}

function tieTables(db: Database.Database): Pick<LedgerStore, 'saveTies' | 'tiesBetween' | 'ties'> {
  const keep = db.prepare(
    `INSERT INTO tie (kind, from_state, to_state, year, source, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, from_state, to_state, year, source) DO UPDATE SET body = excluded.body`,
  );
  const between = db
    .prepare(
      `SELECT body FROM tie WHERE (from_state = @a AND to_state IN (@b, '')) OR
         (from_state = @b AND to_state IN (@a, '')) ORDER BY kind, year, from_state, source`,
    )
    .pluck();
  const all = db.prepare('SELECT body FROM tie ORDER BY kind, from_state, to_state, year').pluck();
  const save = db.transaction((ties: readonly Tie[]) => {
    for (const tie of ties) {
      const { kind, from, to = '', year, source } = tie;
      keep.run(kind, from, to, year ?? 0, source.name, JSON.stringify(tie));
    }
  }).immediate;
  const tieOf = (body: string): Tie => JSON.parse(body) as Tie;
  return {
    saveTies: async (ties) => save(ties),
    tiesBetween: async (a, b) => (between.all({ a, b }) as string[]).map(tieOf),
    ties: async () => (all.all() as string[]).map(tieOf),
  };
}
