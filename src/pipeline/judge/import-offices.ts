/** Lists of office holders into the desk, beside those that ship with Atalaya. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readOfficeList, shippedTenures } from '../../collect/offices/office-list.ts';
import type { OfficeImport } from '../../collect/offices/stated-tenure.ts';
import type { Tenure } from '../../domain/tenure.ts';
import type { Desk } from '../desk.ts';

/** Refusals that are named one by one; all are counted. */
const REFUSALS_NAMED = 10;

export interface OfficesImported {
  readonly file: string;
  readonly tenures: number;
  readonly refused: number;
  /** The first of them. */
  readonly refusals: OfficeImport['refused'];
}

/** Keeps the tenures of one file. Throws, naming it, where the file cannot be read. */
export async function importOffices(
  desk: Desk,
  file: string,
  state: string | undefined,
): Promise<OfficesImported> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: check the path`, { cause });
  });
  const source = { name: basename(file) };
  const { tenures, refused } = await readOfficeList(bytes, {
    source,
    ...(state !== undefined && { state: state.toUpperCase() }),
  });
  const lock = await desk.lock('offices');
  try {
    await desk.store.saveTenures(tenures);
  } finally {
    lock.release();
  }
  const refusals = refused.slice(0, REFUSALS_NAMED);
  return { file, tenures: tenures.length, refused: refused.length, refusals };
}

/** All tenures that judgements of this desk rest on. */
export async function knownTenures(
  desk: Desk,
): Promise<{ readonly shipped: readonly Tenure[]; readonly own: readonly Tenure[] }> {
  return { shipped: await shippedTenures(), own: await desk.store.tenures() };
}
