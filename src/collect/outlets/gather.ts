/** The registry of a watch: what the desk states itself, the lists that it names, what ships. */
import { isAbsolute, join } from 'node:path';
import type { OutletFact, OutletListFile } from '../../domain/watch.ts';
import { refusedRead } from '../refusals.ts';
import type { RefusedRow } from './list-rows.ts';
import { readOutletFile, starterOutlets } from './lists.ts';
import { type Outlets, openOutlets } from './registry.ts';

/** What one list gave. A file that cannot be read is one refused row at line 1. */
export interface GatheredList {
  readonly file: string;
  readonly rows: number;
  readonly facts: number;
  readonly repeated: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * Opens the registry: facts of the watch first, then those of its lists (paths are taken from
 * `folder`, where the watch file stands), then those that ship. Never throws for a list.
 */
export async function gatherOutlets(
  watch: {
    readonly outlets: readonly OutletFact[];
    readonly outletLists: readonly OutletListFile[];
  },
  folder: string,
): Promise<{ readonly outlets: Outlets; readonly lists: readonly GatheredList[] }> {
  const facts = [...watch.outlets];
  const lists: GatheredList[] = [];
  for (const { file, format } of watch.outletLists) {
    try {
      const list = await readOutletFile(isAbsolute(file) ? file : join(folder, file), format);
      for (const fact of list.facts) facts.push(fact);
      const { rows, repeated, refused } = list;
      lists.push({ file, rows, facts: list.facts.length, repeated, refused });
    } catch (error) {
      const reason = refusedRead(error, file).refusal.detail;
      lists.push({ file, rows: 0, facts: 0, repeated: 0, refused: [{ line: 1, reason }] });
    }
  }
  return { outlets: openOutlets([...facts, ...(await starterOutlets())]), lists };
}
