/** The invented articles of the soak: statements that outlets carry from each other, in some files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prose } from '../src/pipeline/desk.fixture.ts';

const FILES = 5;
const ARTICLES = 24;

/** Writes them into `folder`; gives their paths. */
export function writeFiles(folder: string): string[] {
  return Array.from({ length: FILES }, (_, file) => {
    const path = join(folder, `articles-${file}.jsonl`);
    const lines = Array.from({ length: ARTICLES }, (_line, i) =>
      JSON.stringify(article(file * ARTICLES + i)),
    );
    // One line that is no article, and one that repeats another file's.
    lines.push('{ broken', JSON.stringify(article(7)));
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}

function article(at: number): object {
  const outlet = at % 5;
  return {
    url: `https://outlet${outlet}.example/${at}`,
    outlet: `Outlet ${outlet}`,
    date: `2024-09-${String(1 + (at % 28)).padStart(2, '0')}`,
    language: 'en',
    text: `Minister Ada Quill said on Monday that ${prose(at % 13, 40)} ${prose(500 + at, 20)}`,
  };
}
