/**
 * Retention: files of the archive whose captures are all older than a day and on which no open alert rests move to
 * another folder, where they stay part of the archive. The desk keeps its articles and their texts; what moves is
 * the captured bytes. O(lines of the chain), and twice the bytes of what moves. A desk in use goes on meanwhile.
 */
import { stat } from 'node:fs/promises';
import type { ChainLine } from '../archive/chain.ts';
import { linesFrom } from '../archive/chain-places.ts';
import { retireFile } from '../archive/retire.ts';
import { type StoredFile, storedFiles } from '../archive/stored-file.ts';
import type { AlertId } from '../domain/ids.ts';
import type { ArchiveEnd } from '../store/batch.ts';
import type { Store } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { capturesOfAlert } from './warn/alert-evidence.ts';

/** Alerts read at a time. */
const PIECE = 200;
const OPEN = ['new', 'acknowledged', 'assigned'] as const;

/** Why a file stays: it is written to; it holds captures of that day or later; open alerts rest on it; nothing vouches for it. */
export type StayReason = 'written' | 'young' | 'evidence' | 'unchained';

export interface FileFate {
  readonly file: string;
  readonly bytes: number;
  /** When its newest record was captured, milliseconds since the epoch; absent where the chain does not say. */
  readonly newest: number | undefined;
  /** Absent: it moves. */
  readonly stays: StayReason | undefined;
  /** Open alerts that rest on a capture in it. */
  readonly alerts: readonly AlertId[];
}

export interface RetainResult {
  /** The folder that they move to. */
  readonly to: string;
  /** Milliseconds since the epoch: what was captured then or later stays. */
  readonly before: number;
  /** Whether they were moved; else they would be. */
  readonly applied: boolean;
  readonly files: readonly FileFate[];
  /** Files that were moved earlier. */
  readonly earlier: number;
}

export interface RetainOptions {
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly before: number;
  readonly apply: boolean;
  readonly tell: (stage: string, done: number, total: number) => void;
}

/** Says which files move, and moves them with `apply`. Throws where a copy is not what the chain knows; then that file stays. */
export async function retain(
  desk: Desk,
  { to, before, apply, tell }: RetainOptions,
): Promise<RetainResult> {
  const end = await desk.store.archiveEnd();
  const stored = end === undefined ? [] : await storedFiles(desk.archiveFolder);
  const here = stored.filter(({ retired }) => retired === undefined);
  const newest = end === undefined ? new Map() : await newestByFile(desk, here, end);
  const held = await openEvidence(desk.store);
  const files: FileFate[] = [];
  for (const { name, path } of here) {
    const { size } = await stat(path);
    const alerts = held.get(name) ?? [];
    const known = { file: name, bytes: size, newest: newest.get(name), alerts };
    files.push({ ...known, stays: staysFor(known, end!, before) });
  }
  const moving = files.filter(({ stays }) => stays === undefined);
  for (const [done, { file }] of (apply ? moving : []).entries()) {
    tell('moving files', done, moving.length);
    const lines = linesOf(desk, file, end!);
    await retireFile(desk.archiveFolder, file, to, { lines, now: desk.now() });
  }
  return { to, before, applied: apply, files, earlier: stored.length - here.length };
}

function staysFor(
  { file, newest, alerts }: Pick<FileFate, 'file' | 'newest' | 'alerts'>,
  end: ArchiveEnd,
  before: number,
): StayReason | undefined {
  if (file >= end.file) return 'written';
  if (newest === undefined) return 'unchained';
  if (newest >= before) return 'young';
  return alerts.length > 0 ? 'evidence' : undefined;
}

/** When the newest record of each of these files was captured, as the chain says. */
async function newestByFile(
  { archiveFolder }: Desk,
  [first]: readonly StoredFile[],
  end: ArchiveEnd,
): Promise<Map<string, number>> {
  const newest = new Map<string, number>();
  if (first === undefined) return newest;
  const place = { file: first.name, offset: 0, length: 0 };
  for await (const { file, at } of linesFrom(archiveFolder, place, end)) {
    newest.set(file, Math.max(at, newest.get(file) ?? at));
  }
  return newest;
}

/** The chain's lines of one file. */
async function* linesOf(
  { archiveFolder }: Desk,
  file: string,
  end: ArchiveEnd,
): AsyncGenerator<ChainLine> {
  for await (const line of linesFrom(archiveFolder, { file, offset: 0, length: 0 }, end)) {
    if (line.file !== file) return;
    yield line;
  }
}

/** Which open alerts rest on each file. */
async function openEvidence(store: Store): Promise<ReadonlyMap<string, readonly AlertId[]>> {
  const held = new Map<string, AlertId[]>();
  for (let offset = 0, full = true; full; offset += PIECE) {
    const alerts = await store.alerts({ states: OPEN, limit: PIECE, offset });
    for (const alert of alerts) {
      const captures = await capturesOfAlert(store, alert);
      for (const file of new Set(captures.map(({ record }) => record.file))) {
        const known = held.get(file);
        if (known === undefined) held.set(file, [alert.id]);
        else known.push(alert.id);
      }
    }
    full = alerts.length === PIECE;
  }
  return held;
}
