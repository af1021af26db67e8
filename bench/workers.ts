/**
 * `workers --articles N`: invented news on the PostgreSQL of `DATABASE_URL`, read by one process of `atalaya work`
 * and then, anew, by two: what a second one on this machine adds. The times are of the reading alone, from the
 * first job that was done to the last.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { drawTable } from '../eval/table.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { BUILT_IN_READER } from '../src/read/read.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { writeNews } from './pipeline.ts';
import { inPlace } from './place.ts';
import { BUILT } from './processes.ts';

/** How often it is looked how many articles are read, in milliseconds. */
const LOOK = 100;
/** Read before the clock starts: workers load lists and weights first. */
const WARM = 0.1;

interface WorkerFigures {
  readonly articles: number;
  /** Articles a second of one worker and of two. */
  readonly one: number;
  readonly two: number;
  readonly ratio: number;
}

export interface WorkerBench {
  readonly table: string;
  readonly figures: WorkerFigures;
}

/** Measures one worker and two. Throws without `DATABASE_URL`. */
export async function benchWorkers(articles: number): Promise<WorkerBench> {
  if (process.env['DATABASE_URL'] === undefined) {
    throw new Error('DATABASE_URL names no PostgreSQL, and workers need one');
  }
  const one = await speedOf(1, articles);
  const two = await speedOf(2, articles);
  const figures = { articles, one, two, ratio: two / one };
  const table = drawTable(
    [`${articles} articles`, 'articles/s'],
    [
      ['one worker', one.toFixed(0)],
      ['two workers', two.toFixed(0)],
      ['ratio', figures.ratio.toFixed(2)],
    ],
  );
  return { table, figures };
}

function speedOf(workers: number, articles: number): Promise<number> {
  return inPlace(async ({ folder, database }) => {
    const desk = await openDesk({
      folder: join(folder, 'desk'),
      database,
      now: Date.now,
      detectLanguage: lazyLanguageDetector(),
    });
    try {
      await ingest(desk, writeNews(folder, articles));
      await traceDesk(desk);
      const children = Array.from({ length: workers }, () => startWorker(desk.folder, database!));
      const speed = await speedOfReading(desk, articles);
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(children.map((child) => once(child, 'exit')));
      return speed;
    } finally {
      await desk.close();
    }
  });
}

function startWorker(folder: string, database: string) {
  const argv = [...BUILT, 'work', '--desk', folder];
  return spawn(process.execPath, argv, {
    env: { ...process.env, DATABASE_URL: database },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function speedOfReading({ store }: Desk, articles: number): Promise<number> {
  let begin: { readonly at: number; readonly read: number } | undefined;
  for (;;) {
    const { articles: read } = await store.readingCounts(BUILT_IN_READER);
    const at = performance.now();
    if (begin === undefined && read >= articles * WARM) begin = { at, read };
    if (begin !== undefined && read >= articles) {
      return ((read - begin.read) / (at - begin.at)) * 1000;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
