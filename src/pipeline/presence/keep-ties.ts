/** Ties between states: tables of the user's own, beside the few that ship with Atalaya. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { shippedTies } from '../../collect/presence/ties/shipped-ties.ts';
import { readTies } from '../../collect/presence/ties/tie-table.ts';
import type { Tie, TieKind } from '../../domain/ties.ts';
import type { Desk } from '../desk.ts';

const NAMED = 10;

export interface TiesKept {
  readonly file: string;
  readonly rows: number;
  readonly ties: number;
  readonly refused: number;
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
}

/** What a table does not say of itself. */
export interface TieAsked {
  readonly kind?: TieKind;
  readonly year?: number;
}

/** Keeps the ties of a table. Takes the writer lock. Throws, naming it, where it cannot be read. */
export async function keepTies(desk: Desk, file: string, asked: TieAsked): Promise<TiesKept> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read`, { cause });
  });
  const { rows, ties, refused } = await readTies(bytes, { name: basename(file) }, asked);
  const lock = await desk.lock('presence');
  try {
    await desk.store.saveTies(ties);
  } finally {
    lock.release();
  }
  const refusals = refused.slice(0, NAMED);
  return { file, rows, ties: ties.length, refused: refused.length, refusals };
}

/** All ties that the desk knows: its own first. */
export async function knownTies({ store }: Desk): Promise<readonly Tie[]> {
  const shipped = await shippedTies();
  return [...(await store.ties()), ...shipped.flatMap(({ ties }) => ties)];
}
