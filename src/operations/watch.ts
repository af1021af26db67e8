/** Watching the web: the loop over a watch list, and how its sources fare. */
import { z } from 'zod';
import type { Health, LossView, SourceView } from '../domain/watch-views.ts';
import { instantWords } from '../export/moments.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { sourcesText, stepLine, watchText } from '../export/terminal/watch.ts';
import { TraceMemory } from '../pipeline/trace-memory.ts';
import { healthOf } from '../pipeline/watch/health.ts';
import { type SyncedSources, syncSources } from '../pipeline/watch/sources.ts';
import { runWatch } from '../pipeline/watch/watch.ts';
import { openWatchList, outletName } from '../pipeline/watch/watch-list.ts';
import type { SourceRow } from '../store/watching.ts';
import { Alarms } from './alarms.ts';
import { type Context, operation } from './operation.ts';
import { wait } from './wait.ts';
import { catchUp, stepNumbers, type WatchSums, WatchTally } from './watch-tally.ts';

/** What a watch did from its start to its end. */
export interface WatchView extends WatchSums {
  readonly file: string;
  readonly sources: SyncedSources & { readonly active: number };
  readonly ended: 'done' | 'interrupted';
}

export interface SourcesView {
  readonly now: number;
  readonly sources: readonly SourceView[];
  readonly losses: readonly LossView[];
}

export const watchOperation = operation({
  input: z.object({
    file: z.string().default('watch.yaml').describe('the watch list; default ./watch.yaml'),
    once: z.boolean().default(false).describe('end when nothing is due any more'),
  }),
  positional: 'file',
  creates: true,
  run: async ({ file, once }, context): Promise<WatchView> => watching(context, file, once),
  text: (view) => watchText(view),
});

export const sourcesOperation = operation({
  input: z.object({}),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (_input, { desk }): Promise<SourcesView> => {
    const { store } = desk;
    const now = desk.now();
    const pages = new Map<string, SourceView['pages']>();
    for (const { source, state, count } of await store.pageTally()) {
      const known = pages.get(source) ?? { kept: 0, waiting: 0, refused: 0 };
      pages.set(source, { ...known, [state]: count });
    }
    const rows = await store.sources();
    return {
      now,
      sources: rows.map((row) => sourceView(row, pages.get(row.id), now)),
      losses: lossesOf(await store.fetchTally()),
    };
  },
  text: (view, { color }) => sourcesText(view, inkOf(color)),
});

async function watching(context: Context, file: string, once: boolean): Promise<WatchView> {
  const { desk, progress } = context;
  if (desk.openWeb === undefined) throw new Error('this desk has no way to the web');
  const { watch, outlets } = await openWatchList(file);
  const synced = await syncSources(desk, watch.sources, (outlet) => outletName(outlets, outlet));
  const active = watch.sources.filter(({ enabled }) => enabled).length;
  const tally = new WatchTally();
  const signal = context.interrupted();
  const web = await desk.openWeb(watch.fetch);
  const alarms = new Alarms(context, file);
  const memory = new TraceMemory();
  let told: number | undefined;
  try {
    await runWatch(desk, web, {
      once,
      signal,
      wait,
      onSaved: (step) => {
        tally.add(step);
        progress.tell(stepLine(stepNumbers(step), desk.now()));
      },
      onRest: async (until) => {
        await catchUp(context, tally, memory);
        await alarms.measure('in-time');
        await alarms.tell(undefined);
        // A rest is looked up from now and then: the same is not said again.
        if (until === undefined || until === told) return;
        told = until;
        progress.tell(`Nothing is due until ${instantWords(until)}.`);
      },
      onWaiting: (holder) => progress.tell(`Waiting to save: ${holder}.`),
    });
    await catchUp(context, tally, memory);
    await alarms.measure('in-time');
    await alarms.tell(undefined);
  } finally {
    await web.close();
  }
  const ended = signal.aborted ? 'interrupted' : 'done';
  return { file, sources: { ...synced, active }, ...tally.result(), ended };
}

function sourceView(
  row: SourceRow,
  pages: SourceView['pages'] = { kept: 0, waiting: 0, refused: 0 },
  now: number,
): SourceView {
  const { id, kind, url, outlet, every, polls, failures, nextAt, entries } = row;
  const { polledAt, answeredAt, newAt, ms, passed = 0, refusal, movedTo } = row;
  return {
    id,
    kind,
    url,
    outlet,
    health: pageTrouble(row, pages) ?? healthOf(row, now),
    everyMs: every,
    polls,
    failures,
    polledAt,
    answeredAt,
    newAt,
    nextAt,
    ms,
    entries,
    passed,
    pages,
    refusal,
    movedTo,
  };
}

/** A source that is itself the page fares as its page does. */
function pageTrouble({ kind }: SourceRow, pages: SourceView['pages']): Health | undefined {
  return kind === 'page' && pages.kept === 0 && pages.refused + pages.waiting > 0
    ? 'failing'
    : undefined;
}

/** Reasons over all sources, most exchanges first. */
function lossesOf(
  tally: readonly { readonly reason: string | undefined; readonly count: number }[],
): LossView[] {
  const sums = new Map<string, number>();
  for (const { reason, count } of tally) {
    if (reason !== undefined) sums.set(reason, (sums.get(reason) ?? 0) + count);
  }
  return [...sums]
    .map(([reason, exchanges]) => ({ reason, exchanges }))
    .sort((a, b) => b.exchanges - a.exchanges || a.reason.localeCompare(b.reason));
}
