/** Desks in temporary folders, with a clock that stands still, and everything that is in them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach } from 'vitest';
import type { Article } from '../domain/article.ts';
import { digestOf } from '../domain/ids.ts';
import { TABLES } from '../store/sqlite/schema.ts';
import type { Store } from '../store/store.ts';
import { type Desk, openDesk } from './desk.ts';

export const NOW = Date.UTC(2025, 0, 1);

/** A folder of its own for each test of the file, gone after it. */
export function useFolder(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}

/** Writes a file and gives its path. */
export function fileIn(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** One JSON line an object. */
export function jsonLines(rows: readonly unknown[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
}

/** A desk at `NOW` that takes every text of unstated language for English. */
export function deskIn(folder: string): Promise<Desk> {
  return openDesk({ folder, now: () => NOW, detectLanguage: async () => 'en' });
}

/** Runs `work` on the desk in `folder` and closes it. */
export async function onDesk<T>(folder: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await deskIn(folder);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

export async function articlesOf(store: Store): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of store.articles()) articles.push(article);
  return articles;
}

/** All rows of all tables in order, bytes as digests, and the digest of every archive file. */
export interface DeskDump {
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
  readonly archive: Readonly<Record<string, string>>;
}

/** Everything that a closed desk holds. */
export function dumpDesk(folder: string): DeskDump {
  const db = new Database(join(folder, 'desk.sqlite'), { readonly: true });
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const rows = db.prepare(`SELECT * FROM ${table} ORDER BY ${columns.join()}`).all();
    tables[table] = rows.map((row) => withDigests(row as object));
  }
  db.close();
  const archive: Record<string, string> = {};
  for (const name of readdirSync(join(folder, 'archive')).sort()) {
    archive[name] = digestOf(readFileSync(join(folder, 'archive', name)));
  }
  return { tables, archive };
}

/** Bytes as their digest: comparing megabytes number by number takes a test minutes. */
function withDigests(row: object): object {
  const cells = Object.entries(row).map(([name, cell]) => [
    name,
    cell instanceof Uint8Array ? digestOf(cell) : cell,
  ]);
  return Object.fromEntries(cells);
}

/** Words that no language has, the same for the same seed; in sentences of ten. */
export function prose(seed: number, words: number): string {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
  const syllable = (): string => 'bdfgklmnprstvz'.charAt(next(14)) + 'aeiou'.charAt(next(5));
  const word = (_: unknown, i: number): string => {
    const plain = `${syllable()}${syllable()}${syllable()}`;
    if (i % 10 === 0) return plain[0]!.toUpperCase() + plain.slice(1);
    return i % 10 === 9 ? `${plain}.` : plain;
  };
  return Array.from({ length: words }, word).join(' ').replace(/\.?$/, '.');
}
