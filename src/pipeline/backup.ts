/**
 * A desk in a backup folder, made while it is in use: first the database as it stands at one moment, then the
 * archive, which only grows and so holds at least what that database knows, then the desk's own files. What
 * makes it a backup is `backup.json`, written last: a crash at any instant leaves the one before.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { storedFiles } from '../archive/stored-file.ts';
import { copyDesk } from '../store/copy/copy-desk.ts';
import { postgresEnd, postgresSnapshot } from '../store/copy/postgres-end.ts';
import { backUpSqlite, sqliteEnd } from '../store/copy/sqlite-end.ts';
import type { DeskPlace } from './desk-place.ts';
import { lockDesk } from './lock.ts';

const MANIFEST = 'backup.json';

const manifestShape = z.object({
  atalaya: z.string(),
  /** ISO time. */
  made: z.string(),
  /** The database's file among the others. */
  database: z.string(),
  files: z.array(
    z.object({ name: z.string(), length: z.number().int().min(0), sha256: z.string() }),
  ),
});

export type Manifest = z.infer<typeof manifestShape>;
type BackedUp = Manifest['files'][number];

export interface BackupResult {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Bytes that the folder did not hold yet. */
  readonly copied: number;
  /** Files of the archive that were moved elsewhere, and so are in no backup of the desk. */
  readonly retired: number;
}

type Tell = (stage: string, done: number, total: number) => void;

export interface BackupOptions {
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly tell: Tell;
}

/** Makes the backup, or makes the one in the folder newer. Throws where something cannot be read or written. */
export async function backUp(
  { folder: desk, database }: DeskPlace,
  folder: string,
  { version, now, tell }: BackupOptions,
): Promise<BackupResult> {
  await mkdir(join(folder, 'archive'), { recursive: true });
  const name = `desk-${new Date(now).toISOString().replace(/[:.]/g, '-')}.sqlite`;
  await rm(join(folder, name), { force: true });
  if (database === undefined) await backUpSqlite(join(desk, 'desk.sqlite'), join(folder, name));
  else await backUpServer(database, join(folder, name), tell);
  const sources = await filesOf(desk);
  let copied = (await stat(join(folder, name))).size;
  const files: BackedUp[] = [await digested(folder, name)];
  for (const [at, source] of sources.entries()) {
    tell('copying files', at, sources.length);
    const bytes = await copyNew(join(desk, source), join(folder, source)).catch(unlessGone);
    if (bytes === undefined) continue;
    copied += bytes;
    files.push(await digested(folder, source));
  }
  const manifest = { atalaya: version, made: new Date(now).toISOString(), database: name, files };
  await writeFile(join(folder, `${MANIFEST}.new`), `${JSON.stringify(manifest, undefined, 1)}\n`);
  await rename(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
  await dropEarlier(folder, name);
  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  const stored = existsSync(join(desk, 'archive')) ? await storedFiles(join(desk, 'archive')) : [];
  const retired = stored.filter((one) => one.retired !== undefined).length;
  return { folder, files: files.length, bytes, copied, retired };
}

async function backUpServer(database: string, path: string, tell: Tell): Promise<void> {
  const file = sqliteEnd(path);
  try {
    await postgresSnapshot(database, (server) =>
      copyDesk(file.tables, server, file, (stage, rows) => tell(stage, rows, 0)),
    );
  } finally {
    await file.close();
  }
}

/** The archive's files, and the desk's own: no database, no lock, nothing half written, nothing made anew by itself. */
async function filesOf(desk: string): Promise<string[]> {
  const names = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(desk, folder), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  };
  const own = (await names('')).filter(
    (name) =>
      !/^desk\.sqlite|\.lock(?:-journal)?$|^(?:writer|watch)\.txt$|\.partial$|\.index$/.test(name),
  );
  return [...(await names('archive')), ...own].sort();
}

/** A file that was removed while the desk was in use (a lock's, one half written) is no part of it any more. */
function unlessGone(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
}

/** Copies what the other one does not hold; files of an archive only grow. Gives how many bytes that were. */
async function copyNew(from: string, to: string): Promise<number> {
  const { size } = await stat(from);
  const held = (await stat(to).catch(() => undefined))?.size ?? 0;
  const grows = from.endsWith('.warc.gz');
  if (grows && held === size) return 0;
  const start = grows && held < size ? held : 0;
  // Not beyond what there was: it may grow while it is read.
  if (size > start) {
    await pipeline(
      createReadStream(from, { start, end: size - 1 }),
      createWriteStream(to, { flags: start > 0 ? 'r+' : 'w', start }),
    );
  } else await copyFile(from, to);
  return size - start;
}

async function digested(folder: string, name: string, most = Number.POSITIVE_INFINITY) {
  const hash = createHash('sha256');
  let length = 0;
  if (most > 0) {
    for await (const piece of createReadStream(join(folder, name), { end: most - 1 })) {
      hash.update(piece as Buffer);
      length += (piece as Buffer).byteLength;
    }
  }
  return { name, length, sha256: hash.digest('hex') };
}

async function dropEarlier(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^desk-.*\.sqlite(?:-wal|-shm)?$/.test(name) && !name.startsWith(kept)) {
      await rm(join(folder, name), { force: true });
    }
  }
}

/**
 * Makes a desk of a backup, after every file of it was found to be as it was written. Throws, and has written
 * nothing, where one is not; and where there is a desk already.
 */
export async function restore(place: DeskPlace, folder: string, tell: Tell): Promise<Manifest> {
  const manifest = await checkedManifest(folder, tell);
  const target = join(place.folder, 'desk.sqlite');
  if (existsSync(target) || existsSync(join(place.folder, 'archive'))) {
    throw new Error(`there is a desk in ${place.folder}: name an empty folder with --desk`);
  }
  await mkdir(join(place.folder, 'archive'), { recursive: true });
  const lock = await lockDesk({ folder: place.folder }, 'restore');
  try {
    for (const [at, { name, length }] of manifest.files.entries()) {
      tell('restoring files', at, manifest.files.length);
      const to = name === manifest.database ? `${target}.partial` : join(place.folder, name);
      const end = { end: Math.max(0, length - 1) };
      if (length === 0) await writeFile(to, '');
      else await pipeline(createReadStream(join(folder, name), end), createWriteStream(to));
    }
    if (place.database !== undefined)
      await restoreServer(place.database, `${target}.partial`, tell);
    else await rename(`${target}.partial`, target);
  } finally {
    lock.release();
  }
  return manifest;
}

async function restoreServer(database: string, path: string, tell: Tell): Promise<void> {
  const file = sqliteEnd(path);
  try {
    const server = await postgresEnd(database);
    try {
      await copyDesk(file.tables, file, server, (stage, rows) => tell(stage, rows, 0));
    } finally {
      await server.close();
    }
  } finally {
    await file.close();
  }
  for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true });
}

async function checkedManifest(folder: string, tell: Tell): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const [at, wanted] of manifest.files.entries()) {
    tell('checking files', at, manifest.files.length);
    // A name that leads out of the folder is no name of a backup of ours.
    if (!/^(?:archive[\\/])?[^\\/]+$/.test(wanted.name) || wanted.name.includes('..')) {
      throw new Error(
        `${MANIFEST} names ${JSON.stringify(wanted.name)}, which is no file of a desk`,
      );
    }
    const found = await digested(folder, wanted.name, wanted.length).catch((cause: unknown) => {
      throw new Error(`the backup in ${folder} lacks ${wanted.name}`, { cause });
    });
    if (found.length !== wanted.length || found.sha256 !== wanted.sha256) {
      throw new Error(
        `${join(folder, wanted.name)} is not as it was backed up (${found.length} of ${wanted.length} bytes, SHA-256 ${found.sha256}): take another backup`,
      );
    }
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw new Error(`there is no backup in ${folder}: it has no ${MANIFEST}`, { cause });
  });
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${join(folder, MANIFEST)} cannot be read: take another backup`, { cause });
  }
}
