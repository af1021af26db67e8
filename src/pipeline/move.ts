/** A desk's database moved from its folder to PostgreSQL, or back; the archive stays where it is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Copied, copyDesk } from '../store/copy/copy-desk.ts';
import { postgresEnd } from '../store/copy/postgres-end.ts';
import { sqliteEnd } from '../store/copy/sqlite-end.ts';
import type { DeskPlace } from './desk-place.ts';
import { lockDesk, lockTrace } from './lock.ts';

export type MoveTo = 'postgresql' | 'sqlite';

/**
 * Copies the whole database and compares both sides; the old one is left as it is. Takes the locks of
 * both. Throws where there is nothing to move, the target holds a desk, or something came out otherwise.
 */
export async function moveDesk(
  { folder, database }: DeskPlace,
  to: MoveTo,
  tell: (stage: 'copying' | 'comparing', rows: number) => void,
): Promise<Copied> {
  if (database === undefined) {
    throw new Error(
      'DATABASE_URL names no PostgreSQL: set it to the one that the desk is moved to or from',
    );
  }
  const path = join(folder, 'desk.sqlite');
  if (to === 'postgresql' && !existsSync(path)) {
    throw new Error(`there is no desk in ${folder} that could be moved: name one with --desk`);
  }
  const locks = [
    // The folder's and the server's.
    await lockDesk({ folder, database }, 'move'),
    await lockTrace({ folder, database }, 'move'),
  ];
  const file = sqliteEnd(path);
  try {
    const server = await postgresEnd(database);
    try {
      return to === 'sqlite'
        ? await copyDesk(file.tables, server, file, tell)
        : await copyDesk(file.tables, file, server, tell);
    } finally {
      await server.close();
    }
  } finally {
    await file.close();
    for (const lock of locks) lock.release();
  }
}
