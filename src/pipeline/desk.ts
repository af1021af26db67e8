/** A desk: one folder with its database, its archive and one writer at a time. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import type { Store } from '../store/store.ts';
import type { LanguageDetector } from '../text/language.ts';
import { lockDesk, type WriterLock } from './lock.ts';

/** What the pipeline works on. Clock and language are passed in, so that runs can be repeated. */
export interface Desk {
  readonly folder: string;
  readonly store: Store;
  readonly archiveFolder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Loaded at first use. */
  readonly detectLanguage: LanguageDetector;
  /** Waits for the desk's one writer to be done; throws, naming it, after ten seconds. */
  readonly lock: (task: string) => Promise<WriterLock>;
  readonly close: () => Promise<void>;
}

export interface DeskOptions {
  readonly folder: string;
  readonly now: () => number;
  readonly detectLanguage: LanguageDetector;
}

/** Opens the desk in a folder, creating it if need be. */
export async function openDesk({ folder, now, detectLanguage }: DeskOptions): Promise<Desk> {
  await mkdir(folder, { recursive: true });
  const store = openSqlite(join(folder, 'desk.sqlite'));
  return {
    folder,
    store,
    archiveFolder: join(folder, 'archive'),
    now,
    detectLanguage,
    lock: (task) => lockDesk(folder, task),
    close: () => store.close(),
  };
}

/** Whether there is a desk in the folder. */
export function hasDesk(folder: string): boolean {
  return existsSync(join(folder, 'desk.sqlite'));
}
