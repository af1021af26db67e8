/**
 * A desk: one folder with its archive, a database (SQLite in the folder, or PostgreSQL elsewhere) and one
 * writer at a time.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Web } from '../collect/web/web.ts';
import type { Briefer } from '../domain/briefing.ts';
import type { FetchSettings } from '../domain/watch.ts';
import type { Reader } from '../read/read.ts';
import type { Queue } from '../store/queue.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import type { Store } from '../store/store.ts';
import type { LanguageDetector } from '../text/language.ts';
import type { Encoder } from '../trace/encoder/encoder.ts';
import { databaseFile } from './desk-place.ts';
import { lockDesk, lockTrace, lockWatch, type WriterLock } from './lock.ts';

/** What the pipeline works on. Clock and language are passed in, so that runs can be repeated. */
export interface Desk {
  readonly folder: string;
  readonly store: Store;
  readonly archiveFolder: string;
  /** Size in bytes at which a file of the archive is closed; undefined: the archive's own choice. */
  readonly archiveFileBytes: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Loaded at first use. */
  readonly detectLanguage: LanguageDetector;
  /** Opens the encoder that looks for retellings beside the built-in one, if the desk has another. */
  readonly openEncoder: (() => Promise<Encoder>) | undefined;
  /** Opens the reader that can be asked beside the built-in one, if the desk has another. */
  readonly openReader: (() => Reader) | undefined;
  /** Waits for the desk's one writer to be done; throws, naming it, after ten seconds. */
  readonly lock: (task: string) => Promise<WriterLock>;
  /** Waits for the desk's one trace to be done; throws, naming it, after ten seconds. */
  readonly lockTrace: (task: string) => Promise<WriterLock>;
  /** Opens the queue of the desk's workers; undefined on SQLite, where one process does all. */
  readonly openQueue: (() => Promise<Queue>) | undefined;
  /** Takes the place of the desk's one watch; throws, naming it, if there is one. */
  readonly lockWatch: (task: string) => Promise<WriterLock>;
  /** Opens the way to the web with the settings of a watch list, if the desk has one. */
  readonly openWeb: ((settings: FetchSettings) => Web | Promise<Web>) | undefined;
  /** The key for the Google Fact Check Tools API, if the desk has one. */
  readonly factCheckKey: string | undefined;
  /** Opens the model that can propose sentences of briefings, if the desk has one. */
  readonly openBriefer: (() => Briefer) | undefined;
  /** The browser's program that prints pages; undefined: there is none. */
  readonly findBrowser: () => string | undefined;
  readonly close: () => Promise<void>;
}

export interface DeskOptions {
  readonly folder: string;
  /** The address of a PostgreSQL that holds what else stands in the folder's own database. */
  readonly database?: string | undefined;
  readonly archiveFileBytes?: number | undefined;
  readonly now: () => number;
  readonly detectLanguage: LanguageDetector;
  readonly openEncoder?: (() => Promise<Encoder>) | undefined;
  readonly openReader?: (() => Reader) | undefined;
  readonly openWeb?: ((settings: FetchSettings) => Web | Promise<Web>) | undefined;
  readonly factCheckKey?: string | undefined;
  readonly openBriefer?: (() => Briefer) | undefined;
  readonly findBrowser?: () => string | undefined;
}

/** Opens the desk in a folder, creating it if need be. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { folder, now, detectLanguage, openEncoder, openReader, openWeb, factCheckKey } = options;
  const { database } = options;
  await mkdir(folder, { recursive: true });
  const store =
    database === undefined ? openSqlite(databaseFile(folder)) : await postgresAt(database);
  return {
    folder,
    store,
    archiveFolder: join(folder, 'archive'),
    archiveFileBytes: options.archiveFileBytes,
    now,
    detectLanguage,
    openEncoder,
    openReader,
    lock: (task) => lockDesk({ folder, database }, task),
    lockTrace: (task) => lockTrace({ folder, database }, task),
    lockWatch: (task) => lockWatch({ folder, database }, task),
    openQueue: database === undefined ? undefined : () => queueAt(database),
    openWeb,
    factCheckKey,
    openBriefer: options.openBriefer,
    findBrowser: options.findBrowser ?? (() => undefined),
    close: () => store.close(),
  };
}

// Loaded where there is one: a desk in a folder needs none of it.
const postgresAt = async (database: string): Promise<Store> =>
  (await import('../store/postgres/postgres.ts')).openPostgres(database);

const queueAt = async (database: string): Promise<Queue> =>
  (await import('../store/postgres/queue.ts')).openQueue(database);
