/** The indicators of a desk: those that ship, changed and added to by `indicators.yaml` in its folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadIndicators } from '../../collect/indicators/load-indicators.ts';
import { problemText } from '../../collect/watch-list/read-watch.ts';
import type { Indicator } from '../../domain/alerts.ts';

const SHIPPED = new URL('../../../data/indicators/indicators.yaml', import.meta.url);
export const INDICATORS_FILE = 'indicators.yaml';

/** All indicators, those that are switched off too; throws with every problem of the desk's own file. */
export async function deskIndicators(folder: string): Promise<readonly Indicator[]> {
  const path = join(folder, INDICATORS_FILE);
  const own = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read: check its permissions`, { cause: error });
  });
  const shipped = await readFile(fileURLToPath(SHIPPED), 'utf8');
  const loaded = loadIndicators(shipped, own, path);
  if ('problems' in loaded) {
    throw new Error([`${path} cannot be used:`, ...loaded.problems.map(problemText)].join('\n  '));
  }
  return loaded.indicators;
}
