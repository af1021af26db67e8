/** The watch list from its file, with what is stated about outlets: by the watch, by lists, shipped. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type GatheredList, gatherOutlets } from '../../collect/outlets/gather.ts';
import { type OutletImport, readOutletFile, starterOutlets } from '../../collect/outlets/lists.ts';
import { type Outlets, openOutlets, statedValues } from '../../collect/outlets/registry.ts';
import { problemText, readWatch } from '../../collect/watch-list/read-watch.ts';
import type { Watch } from '../../domain/watch.ts';
import { BY_HAND } from './sources.ts';

export interface WatchList {
  readonly watch: Watch;
  readonly outlets: Outlets;
  readonly lists: readonly GatheredList[];
}

/** Where a watch list is looked for if none is named. */
const USUAL = 'watch.yaml';

/** The watch list of the folder that the user is in, if there is one. */
export function usualWatchList(): string | undefined {
  return existsSync(USUAL) ? USUAL : undefined;
}

/** The file, if it is there: a server may be told of a watch list that nobody has written yet. */
export function watchListIfThere(file: string | undefined): string | undefined {
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** Problems shown at once: one repair often mends several. */
const MOST_PROBLEMS = 20;

/** Reads a watch file; throws with every problem and its line where it cannot be meant. */
export async function openWatchList(file: string): Promise<WatchList> {
  const reading = readWatch(await textOf(file), file);
  if ('watch' in reading) {
    const { watch } = reading;
    const taken = watch.sources.find(({ id }) => id === BY_HAND);
    if (taken !== undefined) {
      const why = 'pages that are asked for by hand have that name';
      throw new Error(`${file}:${taken.line}: no source can have the id ${BY_HAND}: ${why}`);
    }
    return { watch, ...(await gatherOutlets(watch, dirname(file))) };
  }
  const { problems } = reading;
  const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${problemText(problem)}`);
  const more = problems.length - shown.length;
  const rest = more > 0 ? [`  … and ${more} more`] : [];
  throw new Error([`${file} cannot be used:`, ...shown, ...rest].join('\n'));
}

/** A list of outlets that was read, in numbers. */
export interface ListReport {
  readonly file: string;
  readonly rows: number;
  readonly facts: number;
  readonly repeated: number;
  readonly refused: number;
}

/** The registry: facts of a watch list, if one is named, of further lists, and the shipped ones. */
export async function openRegistry(
  watchFile: string | undefined,
  files: readonly string[],
): Promise<{ readonly outlets: Outlets; readonly lists: readonly ListReport[] }> {
  const watch = watchFile === undefined ? undefined : (await openWatchList(watchFile)).watch;
  const read: { readonly file: string; readonly list: OutletImport }[] = [];
  for (const file of files) {
    const list = await readOutletFile(file).catch((cause: unknown) => {
      throw new Error(`${file} cannot be read: check the path`, { cause });
    });
    read.push({ file, list });
  }
  const outlets = openOutlets([
    ...(watch?.outlets ?? []),
    ...read.flatMap(({ list }) => list.facts),
    ...(await starterOutlets()),
  ]);
  const lists = read.map(({ file, list: { rows, facts, repeated, refused } }) => ({
    file,
    rows,
    facts: facts.length,
    repeated,
    refused: refused.length,
  }));
  return { outlets, lists };
}

/** The name of an outlet, if anything states one. */
export function outletName(outlets: Outlets, outlet: string): string | undefined {
  return statedValues(outlets.factsOf(outlet), 'name')[0]?.value;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const hint = 'name another watch file, or begin with a copy of examples/mexico/watch.yaml';
    throw new Error(`the watch file ${file} cannot be read: ${hint}`, { cause });
  }
}
