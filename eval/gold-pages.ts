/** Folders of saved pages with what is expected of each: `html/<id>.html(.gz)` and `truth.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isObject } from './json-lines.ts';

/** A page's bytes as saved, and the string that is expected of it, if one is. */
export interface GoldPage {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly gold: string | undefined;
}

export interface GoldFolder {
  /** Read one at a time. */
  readonly pages: Iterable<GoldPage>;
  /** Ids that are expected but whose page is not there; they are not measured. */
  readonly missing: readonly string[];
}

/**
 * The pages whose entry in `truth.json` has `key`, a string or null. Absent where the folder has no
 * `html/` or no `truth.json`, or the latter names no such page. Throws where it is no JSON object.
 */
export function openPages(folder: string, key: string): GoldFolder | undefined {
  const truth = join(folder, 'truth.json');
  if (!existsSync(truth) || !existsSync(join(folder, 'html'))) return undefined;
  const stated: unknown = JSON.parse(readFileSync(truth, 'utf8'));
  if (!isObject(stated)) throw new Error(`${truth} is no JSON object; expected {id: {${key}}}`);
  const expected = Object.entries(stated).flatMap(([id, about]) => {
    const gold = isObject(about) ? about[key] : undefined;
    if (typeof gold !== 'string' && gold !== null) return [];
    return [{ id, gold: gold ?? undefined, file: fileOf(folder, id) }];
  });
  if (expected.length === 0) return undefined;
  const missing = expected.filter(({ file }) => file === undefined).map(({ id }) => id);
  return { pages: readPages(expected), missing };
}

interface Expected extends Omit<GoldPage, 'bytes'> {
  readonly file: string | undefined;
}

function fileOf(folder: string, id: string): string | undefined {
  const plain = join(folder, 'html', `${id}.html`);
  return [plain, `${plain}.gz`].find((file) => existsSync(file));
}

function* readPages(expected: readonly Expected[]): Generator<GoldPage> {
  for (const { id, gold, file } of expected) {
    if (file === undefined) continue;
    const bytes = readFileSync(file);
    yield { id, gold, bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
  }
}

/** A page without its bytes, and what was made of it. */
export interface PageResult<T> {
  readonly page: Pick<GoldPage, 'id' | 'gold'>;
  readonly result: T;
}

/**
 * What `read` makes of each page, and how many pages it reads in a second of processor time; opening
 * and unpacking are not counted.
 */
export function timed<T>(
  pages: Iterable<GoldPage>,
  read: (page: GoldPage) => T,
): { results: readonly PageResult<T>[]; pagesPerSecond: number } {
  const results: PageResult<T>[] = [];
  let spent = 0;
  for (const page of pages) {
    const begun = process.cpuUsage();
    const result = read(page);
    const { user, system } = process.cpuUsage(begun);
    spent += (user + system) / 1e6;
    results.push({ page: { id: page.id, gold: page.gold }, result });
  }
  return { results, pagesPerSecond: results.length / spent };
}
