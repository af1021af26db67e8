/** The bundled example leaves the desk in every format: the same bytes twice, and no article with it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import type { Article } from '../src/domain/article.ts';
import { KIND_NAMES, TABLE_NAMES } from '../src/operations/exports/kinds.ts';
import { articlesOf } from '../src/pipeline/desk.fixture.ts';
import { openDesk } from '../src/pipeline/desk.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { tokensOf } from '../src/text/tokens.ts';

const ROOT = join(import.meta.dirname, '..');
const WATCH = join(ROOT, 'example', 'watch.yaml');
/** No export may hold more words of an article in a row. */
const LONGEST_RUN = 60;

const EXPORTS: readonly (readonly string[])[] = KIND_NAMES.flatMap((kind): string[][] => {
  if (kind === 'csv' || kind === 'parquet')
    return TABLE_NAMES.map((name) => [kind, '--table', name]);
  if (kind === 'jsonl') return [[kind], ...TABLE_NAMES.map((name) => [kind, '--table', name])];
  if (kind === 'graphml' || kind === 'gexf') {
    return [[kind], [kind, '--network', 'cascades']];
  }
  if (kind === 'claimreview') {
    return [
      [kind, '--checker', 'Verifica Serena', '--checker-url', 'https://verificaserena.example/'],
    ];
  }
  return [[kind]];
});

let folder: string;
let desk: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-exports-'));
  desk = join(folder, 'desk');
  await asked(['demo', '--desk', desk]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function asked(argv: readonly string[]): Promise<void> {
  const { code, err } = await runIn('unused', argv, { detectLanguage: lazyLanguageDetector() });
  expect(err.replace(/.*\r/g, '')).not.toMatch(/^atalaya:/m);
  expect(code).toBe(0);
}

async function exported(argv: readonly string[], name: string): Promise<Buffer> {
  const out = join(folder, name);
  await asked(['export', ...argv, '--watch', WATCH, '--desk', desk, '--out', out]);
  return readFileSync(out);
}

async function articles(): Promise<Article[]> {
  const opened = await openDesk({
    ...{ folder: desk, now: () => 0, detectLanguage: lazyLanguageDetector() },
  });
  try {
    return await articlesOf(opened.store);
  } finally {
    await opened.close();
  }
}

/** Words as a reader sees them, whatever a format does to quotes and line feeds. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ');
  const { count, begins, ends } = tokensOf(plain);
  return Array.from({ length: count }, (_, i) => plain.slice(begins[i], ends[i]).toLowerCase());
}

function* runsOf(words: readonly string[], length: number): Generator<string> {
  for (let i = 0; i + length <= words.length; i++) yield words.slice(i, i + length).join(' ');
}

/** All runs of `LONGEST_RUN + 1` words of the example's articles. */
async function forbiddenRuns(): Promise<ReadonlySet<string>> {
  const runs = new Set<string>();
  for (const { text } of await articles()) {
    for (const run of runsOf(wordsOf(text), LONGEST_RUN + 1)) runs.add(run);
  }
  expect(runs.size).toBeGreaterThan(3000);
  return runs;
}

describe('exports of the bundled example', () => {
  let forbidden: ReadonlySet<string>;
  beforeAll(async () => {
    forbidden = await forbiddenRuns();
  });

  it.each(EXPORTS.map((argv) => ({ argv, name: argv.join(' ') })))(
    '$name is the same twice, and holds no article',
    async ({ argv }) => {
      const first = await exported(argv, 'first');
      // The example's states are invented, so that no event between known states is read.
      expect(first.byteLength).toBeGreaterThan(argv.includes('events') ? -1 : 100);
      expect(first.equals(await exported(argv, 'second'))).toBe(true);
      const text = first.toString('utf8');
      for (const run of runsOf(wordsOf(text), LONGEST_RUN + 1)) {
        if (forbidden.has(run)) throw new Error(`a long run of an article: ${run}`);
      }
      // Nothing of the machine that the desk stands on.
      expect(text).not.toContain(ROOT);
      expect(text).not.toContain(folder);
    },
  );

  it('would find an article that is exported', async () => {
    const [whole] = (await articles()).filter(({ text }) => wordsOf(text).length > 80);
    const json = JSON.stringify({ body: whole!.text });
    expect([...runsOf(wordsOf(json), LONGEST_RUN + 1)].some((run) => forbidden.has(run))).toBe(
      true,
    );
  });
});
