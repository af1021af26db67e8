/** Sources of a watch list from and to other programs: OPML and CSV. */
import { readFile, writeFile } from 'node:fs/promises';
import { addSources } from '../../collect/watch-list/add-sources.ts';
import { readOpml, writeOpml } from '../../collect/watch-list/opml.ts';
import { problemText } from '../../collect/watch-list/read-watch.ts';
import { readSourceCsv, writeSourceCsv } from '../../collect/watch-list/source-csv.ts';
import { openWatchList } from './watch-list.ts';

/** What an import came to; every source of the file is in one of the numbers. */
export interface ImportedSources {
  readonly file: string;
  readonly watch: string;
  readonly added: number;
  /** Addresses that the watch list has already. */
  readonly known: number;
  /** Each with its place: a line of the file, or the address. */
  readonly refused: readonly { readonly place: string; readonly reason: string }[];
}

/** Adds the sources of an OPML or CSV file to a watch list; its comments and its layout stay. */
export async function importSources(file: string, watch: string): Promise<ImportedSources> {
  const bytes = await readFile(file);
  const isOpml = /<opml[\s>]/i.test(bytes.subarray(0, 4096).toString('utf8'));
  const read = isOpml ? await readOpml(bytes) : await readSourceCsv(bytes);
  const text = await readFile(watch, 'utf8').catch((cause: unknown) => {
    throw new Error(
      `${file} is no STIX, FollowTheMoney or export of a desk; the sources of OPML or CSV go into a watch list, and ${watch} cannot be read: name one with --watch`,
      { cause },
    );
  });
  const result = addSources(text, read.drafts, watch);
  if ('problems' in result) {
    const problems = result.problems.map((problem) => `  ${problemText(problem)}`);
    throw new Error([`${watch} cannot be used:`, ...problems].join('\n'));
  }
  if (result.added.length > 0) await writeFile(watch, result.text);
  const refused = [
    ...read.refused.map(({ line, reason }) => ({ place: `${file}:${line}`, reason })),
    ...result.refused.map(({ url, reason }) => ({ place: url, reason })),
  ];
  const known = result.known.length + read.repeated;
  return { file, watch, added: result.added.length, known, refused };
}

/** The sources of a watch list for other programs. */
export async function exportSources(watch: string, format: 'opml' | 'csv'): Promise<string> {
  const { watch: list } = await openWatchList(watch);
  return format === 'opml'
    ? writeOpml(list.name ?? watch, list.sources)
    : writeSourceCsv(list.sources);
}
