/**
 * `watch`: how fast the watch polls feeds that bring nothing new, and how fast it fetches, archives,
 * extracts and stores pages. The web is a stand-in on the loopback address, served by this process;
 * the desk is a process of its own, whose memory and time are told. Both share the machine.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { drawTable } from '../eval/table.ts';
import type { StageShares } from './stage-profile.ts';
import type { WatchRun, WatchTask } from './watch-desk.ts';
import { serveWeb, type WebSize } from './watch-web.ts';

/** Entries of a feed that is polled, and hosts over which pages are spread. */
const ENTRIES = 30;
const HOSTS = 200;

export interface WatchCall {
  /** How many feeds are polled, and pages fetched; a part of which there are none is left out. */
  readonly feeds: number;
  readonly pages: number;
  /** Time between two requests to one host, in ms. */
  readonly paceMs: number;
}

/** One line of JSON. */
interface WatchFigures {
  readonly feeds?: {
    readonly count: number;
    /** The cycle in which all feeds have other bytes and name nothing new. */
    readonly seconds: number;
    /** The one before, in which all is new; its pages are not fetched. */
    readonly firstSeconds: number;
    readonly peakMb: number;
    readonly refused: number;
    readonly cpuSeconds: StageShares;
  };
  readonly pages?: {
    readonly count: number;
    readonly seconds: number;
    readonly perSecond: number;
    readonly peakMb: number;
    readonly refused: number;
    readonly cpuSeconds: StageShares;
  };
}

export interface WatchBench {
  readonly table: string;
  readonly figures: WatchFigures;
}

/** Measures both parts, one after the other. */
export async function benchWatch({ feeds, pages, paceMs }: WatchCall): Promise<WatchBench> {
  const polled = feeds > 0 ? await polling(feeds, paceMs) : undefined;
  const fetched = pages > 0 ? await fetching(pages, paceMs) : undefined;
  const figures = {
    ...(polled !== undefined && { feeds: polled }),
    ...(fetched !== undefined && { pages: fetched }),
  };
  return { table: tableOf(figures), figures };
}

async function polling(count: number, paceMs: number): Promise<WatchFigures['feeds']> {
  const run = await runOnWeb('feeds', { hosts: count, entries: ENTRIES }, paceMs);
  if (run.polls !== 2 * count) throw new Error(`${run.polls} polls were made, not ${2 * count}`);
  const { seconds, firstSeconds, peakMb, refused, shares: cpuSeconds } = run;
  return { count, seconds, firstSeconds, peakMb, refused, cpuSeconds };
}

async function fetching(wanted: number, paceMs: number): Promise<WatchFigures['pages']> {
  const hosts = Math.min(HOSTS, wanted);
  const run = await runOnWeb('pages', { hosts, entries: Math.round(wanted / hosts) }, paceMs);
  const { articles: count, firstSeconds: seconds, peakMb, refused, shares: cpuSeconds } = run;
  return { count, seconds, perSecond: count / seconds, peakMb, refused, cpuSeconds };
}

async function runOnWeb(part: WatchTask['part'], size: WebSize, paceMs: number): Promise<WatchRun> {
  const web = await serveWeb(size);
  const desk = fork(new URL('./watch-desk.ts', import.meta.url));
  try {
    const ended = once(desk, 'exit').then(([code]) => {
      throw new Error(`the desk's process ended with ${code}`);
    });
    const answered = once(desk, 'message') as Promise<[WatchRun]>;
    desk.send({ part, port: web.port, hosts: size.hosts, paceMs } satisfies WatchTask);
    const [run] = await Promise.race([answered, ended]);
    ended.catch(() => {});
    return run;
  } finally {
    await web.close();
  }
}

function tableOf({ feeds, pages }: WatchFigures): string {
  const rows: string[][] = [];
  const row = (what: string, value: number, digits: number): void => {
    rows.push([what, value.toFixed(digits)]);
  };
  if (feeds !== undefined) {
    row(`first cycle of ${feeds.count} feeds, seconds`, feeds.firstSeconds, 1);
    row('cycle with other bytes and nothing new, seconds', feeds.seconds, 1);
    row('  peak memory, MB', feeds.peakMb, 0);
    row('  refused', feeds.refused, 0);
    for (const [stage, cpu] of Object.entries(feeds.cpuSeconds)) row(`  ${stage}, CPU s`, cpu, 1);
  }
  if (pages !== undefined) {
    row(`${pages.count} pages, seconds`, pages.seconds, 1);
    row('  pages a second', pages.perSecond, 0);
    row('  peak memory, MB', pages.peakMb, 0);
    row('  refused', pages.refused, 0);
    for (const [stage, cpu] of Object.entries(pages.cpuSeconds)) row(`  ${stage}, CPU s`, cpu, 1);
  }
  return drawTable(['watch', ''], rows);
}
