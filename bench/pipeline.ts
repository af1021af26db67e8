/**
 * `pipeline --articles N`: invented news in en, es and ru from a file to the desk, through the stages
 * that the program has for them: ingested (read, archived, stored), traced, read. All threads; SQLite, or the
 * PostgreSQL of `DATABASE_URL`, in a schema of its own that is gone afterwards.
 * The process is the desk's own; making the articles is not in the times, but in the peak of memory.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { drawTable } from '../eval/table.ts';
import { openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { readDesk } from '../src/pipeline/read.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { makeNews } from './news.ts';
import { inPlace } from './place.ts';

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
    const desk = await openDesk({
      folder: join(folder, 'desk'),
      database,
      now: Date.now,
      detectLanguage: lazyLanguageDetector(),
    });
    try {
      const seconds = {
        ingest: await timed(() => ingest(desk, files)),
        trace: await timed(() => traceDesk(desk)),
        read: await timed(() => readDesk(desk)),
      };
      const kept = await desk.store.countArticles();
      if (kept !== articles) throw new Error(`${kept} articles were kept, not ${articles}`);
      const figures = figuresOf(articles, seconds);
      return { table: tableOf(figures, seconds), figures };
    } finally {
      await desk.close();
    }
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

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

type Seconds = Readonly<Record<'ingest' | 'trace' | 'read', number>>;

function figuresOf(articles: number, stages: Seconds): PipelineFigures {
  const seconds = Object.values(stages).reduce((sum, one) => sum + one, 0);
  return {
    articles,
    seconds,
    articlesPerSecond: articles / seconds,
    stages: Object.fromEntries(
      Object.entries(stages).map(([stage, one]) => [stage, { articlesPerSecond: articles / one }]),
    ),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

function tableOf(figures: PipelineFigures, stages: Seconds): string {
  const rows = Object.entries(stages).map(([stage, seconds]) => [
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
