/** Invented articles for the load: words of no language, statements, and paragraphs that others had before. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prose } from '../src/pipeline/desk.fixture.ts';

interface Rows {
  readonly seed: number;
  readonly begin: number;
  readonly end: number;
}

const OUTLETS = 240;
/** One in so many takes over half of what stood so many articles before it, in the same language. */
const ECHO = 20;
const FIRST_DAY = Date.UTC(2024, 8, 1);

/** Writes them as JSON Lines; gives the file's path. */
export function writeArticles(folder: string, name: string, { seed, begin, end }: Rows): string {
  const file = join(folder, `${name}.jsonl`);
  const lines = Array.from({ length: end - begin }, (_, i) => articleAt(seed, begin + i));
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  return file;
}

function articleAt(seed: number, row: number): object {
  const own = seed * 100_000_007 + row * 2;
  const source = row % ECHO === 0 ? own - 2 * ECHO : own;
  const outlet = (row * 7) % OUTLETS;
  const language = ['en', 'es', 'ru', 'pt'][row % 4];
  return {
    url: `https://outlet${outlet}.example/${seed}/${row}`,
    outlet: `Outlet ${outlet}`,
    date: new Date(FIRST_DAY + row * 60_000).toISOString(),
    language,
    title: prose(own, 8),
    text: `Minister Ada Quill said on Monday that ${prose(source, 150)}\n\n${prose(own + 1, 150)}`,
  };
}
