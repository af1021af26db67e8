/**
 * The desk of `bench -- watch`: a process of its own, so that its memory and its processor time are
 * nobody else's. Is told a port and a task, does it on an empty desk, and answers with figures.
 */
import { performance } from 'node:perf_hooks';
import { openWeb, type Web } from '../src/collect/web/web.ts';
import { wait } from '../src/operations/wait.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { syncSources } from '../src/pipeline/watch/sources.ts';
import { runWatch } from '../src/pipeline/watch/watch.ts';
import type { PageRow } from '../src/store/watching.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { inFolder } from './desk.ts';
import { profiled, type StageShares } from './stage-profile.ts';
import { feedAddress } from './watch-web.ts';

/** What the desk is to do with the hosts of the stand-in web. */
export interface WatchTask {
  readonly part: 'feeds' | 'pages';
  readonly port: number;
  readonly hosts: number;
  /** Time between two requests to one host, in ms. */
  readonly paceMs: number;
}

export interface WatchRun {
  /** Of the first cycle, and of the second (0 where there was none). */
  readonly firstSeconds: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly articles: number;
  readonly polls: number;
  /** Exchanges that were refused, which should be none. */
  readonly refused: number;
  readonly shares: StageShares;
}

const EVERY_MS = 3_600_000;

process.once('message', (task: WatchTask) => {
  void doTask(task).then((run) => process.send!(run, () => process.disconnect()));
});

async function doTask(task: WatchTask): Promise<WatchRun> {
  return inFolder(async (folder) => {
    // Moved on between the cycles, so that all sources are due again.
    let later = 0;
    const web = openWeb({
      version: '0.0.0-bench',
      paceMs: task.paceMs,
      ports: [task.port],
      lookup: async () => ['127.0.0.1'],
      allow: (address, at) => address === '127.0.0.1' && at === task.port,
    });
    const desk = await openDesk({
      folder,
      now: () => Date.now() + later,
      detectLanguage: lazyLanguageDetector(),
    });
    try {
      await listFeeds(desk, task);
      const first = await timed(() => cycle(task.part === 'feeds' ? restful(desk) : desk, web));
      later = 2 * EVERY_MS;
      const second = task.part === 'feeds' ? await timed(() => cycle(desk, web)) : undefined;
      return {
        firstSeconds: first.seconds,
        seconds: second?.seconds ?? 0,
        peakMb: process.resourceUsage().maxRSS / 1024,
        ...(await outcome(desk)),
        shares: (second ?? first).shares,
      };
    } finally {
      await web.close();
      await desk.close();
    }
  });
}

async function listFeeds(desk: Desk, { hosts, port }: WatchTask): Promise<void> {
  const listed = Array.from({ length: hosts }, (_, i) => ({
    id: `s${i}`,
    kind: 'feed' as const,
    url: feedAddress(i, port),
    outlet: `s${i}.example`,
    tags: [],
    everyMs: EVERY_MS,
    enabled: true,
    line: 1,
  }));
  await syncSources(desk, listed, () => undefined);
}

async function cycle(desk: Desk, web: Web): Promise<void> {
  await runWatch(desk, web, { once: true, signal: new AbortController().signal, wait });
}

async function timed(work: () => Promise<void>): Promise<{ seconds: number; shares: StageShares }> {
  const begin = performance.now();
  const shares = await profiled(work);
  return { seconds: (performance.now() - begin) / 1000, shares };
}

/** The desk, where every page that a feed names is done with at once: feeds alone are measured. */
function restful(desk: Desk): Desk {
  const { store } = desk;
  const rested = ({ nextAt: _due, ...page }: PageRow): PageRow => ({ ...page, state: 'kept' });
  const saveWatch: typeof store.saveWatch = (step) =>
    store.saveWatch({ ...step, pages: step.pages.map(rested) });
  return { ...desk, store: { ...store, saveWatch } };
}

async function outcome({ store }: Desk): Promise<Pick<WatchRun, 'articles' | 'polls' | 'refused'>> {
  const tally = await store.fetchTally();
  return {
    articles: await store.countArticles(),
    polls: (await store.sources()).reduce((sum, { polls }) => sum + polls, 0),
    refused: tally.reduce((sum, one) => sum + (one.outcome === 'refused' ? one.count : 0), 0),
  };
}
