/**
 * `pipeline --articles N`: invented news in en, es and ru from a file to the desk, through the stages
 * that the program has for them: ingested (read, archived, stored), traced, read. All threads; SQLite, or the
 * PostgreSQL of `DATABASE_URL`, in a schema of its own that is gone afterwards.
 * Each stage is a command of the program as it is built, its start included; making the articles is in no time.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawTable } from '../eval/table.ts';
import { makeNews } from './news.ts';
import { inPlace } from './place.ts';
import { BUILT, measured, type Ran } from './processes.ts';

const SEED = 20240923;
/** Of an article, in the mean. */
const WORDS = 420;
const OUTLETS = 60;
/** Articles are written to files of so many. */
const FILE = 1000;
const FIRST_DAY = Date.UTC(2024, 8, 1);
const MINUTE = 60_000;

/** One line of JSON. */
interface PipelineFigures {
  readonly articles: number;
  readonly seconds: number;
  /** From the files to the readings. */
  readonly articlesPerSecond: number;
  readonly stages: Readonly<Record<string, { readonly articlesPerSecond: number }>>;
  readonly peakMb: number;
}

export interface PipelineBench {
  readonly table: string;
  readonly figures: PipelineFigures;
}

/** Measures the three stages, one after the other, on an empty desk. */
export async function benchPipeline(articles: number): Promise<PipelineBench> {
  return inPlace(async ({ folder, database }) => {
    const files = writeNews(folder, articles);
    const place = { folder: join(folder, 'desk'), database };
    const command = (...argv: string[]): Promise<Ran> => measured(BUILT, argv, place);
    const stages = {
      ingest: await command('ingest', ...files, '--no-trace'),
      trace: await command('trace'),
      read: await command('read'),
    };
    const { counts } = JSON.parse((await command('status', '--json')).answer) as {
      readonly counts: { readonly articles: number };
    };
    if (counts.articles !== articles) {
      throw new Error(`${counts.articles} articles were kept, not ${articles}`);
    }
    const figures = figuresOf(articles, stages);
    return { table: tableOf(figures, stages), figures };
  });
}

/** JSON Lines as a crawler leaves them; gives the files' paths. */
export function writeNews(folder: string, articles: number): string[] {
  const storyOf = makeNews(SEED, WORDS);
  const files: string[] = [];
  for (let begin = 0; begin < articles; begin += FILE) {
    const file = join(folder, `news-${String(begin).padStart(8, '0')}.jsonl`);
    let lines = '';
    for (let row = begin; row < Math.min(articles, begin + FILE); row++) {
      const { title, paragraphs } = storyOf(row);
      const domain = `outlet${(row * 7) % OUTLETS}.example`;
      const published = new Date(FIRST_DAY + row * MINUTE).toISOString();
      const text = paragraphs.join('\n\n');
      lines += `${JSON.stringify({ url: `https://${domain}/${row}`, title, text, published })}\n`;
    }
    writeFileSync(file, lines);
    files.push(file);
  }
  return files;
}

type Stages = Readonly<Record<'ingest' | 'trace' | 'read', Ran>>;

function figuresOf(articles: number, stages: Stages): PipelineFigures {
  const seconds = Object.values(stages).reduce((sum, one) => sum + one.seconds, 0);
  return {
    articles,
    seconds,
    articlesPerSecond: articles / seconds,
    stages: Object.fromEntries(
      Object.entries(stages).map(([stage, one]) => [
        stage,
        { articlesPerSecond: articles / one.seconds },
      ]),
    ),
    peakMb: Math.max(...Object.values(stages).map(({ peakMb }) => peakMb)),
  };
}

function tableOf(figures: PipelineFigures, stages: Stages): string {
  const rows = Object.entries(stages).map(([stage, { seconds }]) => [
    stage,
    seconds.toFixed(1),
    (figures.articles / seconds).toFixed(0),
  ]);
  return drawTable(
    [`${figures.articles} articles`, 'seconds', 'articles/s'],
    [
      ...rows,
      ['all', figures.seconds.toFixed(1), figures.articlesPerSecond.toFixed(0)],
      ['peak memory, MB', '', figures.peakMb.toFixed(0)],
    ],
  );
}
