/** What the desk holds, and what it could not read. */
import { z } from 'zod';
import type { BoilerplateView, Tally } from '../domain/views.ts';
import { dayWords, instantWords } from '../export/moments.ts';
import { clipped, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { boilerplateText, refusalsText, tallyText } from '../export/terminal/tally.ts';
import { counted, figure } from '../export/wording.ts';
import type { DeskCounts, RefusalRow, Store } from '../store/store.ts';
import type { PageState } from '../store/watching.ts';
import { operation } from './operation.ts';

export interface StatusView {
  readonly folder: string;
  readonly counts: DeskCounts;
  readonly tally: Tally;
  /** Articles covered by the trace; fewer than there are: run `atalaya trace`. */
  readonly traced: number;
  readonly cascades: number;
  readonly boilerplate: readonly BoilerplateView[];
  /** Sources of a watch, and the pages that they named, by their state; zeros where nothing is watched. */
  readonly web: Readonly<Record<'sources' | PageState, number>>;
}

export interface RefusalsView {
  readonly total: number;
  readonly refusals: readonly RefusalRow[];
  /** With `web`: pages that could not be had or were no article the last time, the last tried first. */
  readonly pages: readonly RefusedPage[];
}

export interface RefusedPage {
  readonly url: string;
  readonly source: string;
  readonly reason: string;
  readonly detail: string;
  /** Milliseconds since the epoch; absent: it was given up. */
  readonly triedAgain: number | undefined;
}

export const statusOperation = operation({
  input: z.object({}),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (_input, { desk: { store, folder } }): Promise<StatusView> => ({
    folder,
    counts: await store.counts(),
    tally: await store.tally(),
    traced: await store.tracedArticles(),
    cascades: await store.countCascades(2),
    boilerplate: await store.boilerplate(),
    web: await webOf(store),
  }),
  text: (view, { color }) => statusText(view, color),
});

export const refusalsOperation = operation({
  input: z.object({
    limit: z.coerce.number().int().min(1).max(100_000).default(50).describe('how many to list'),
    web: z.boolean().default(false).describe('pages that a watch could not have'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ limit, web }, { desk: { store } }): Promise<RefusalsView> => {
    if (web) return { total: 0, refusals: [], pages: await refusedPages(store, limit) };
    const { refused } = await store.tally();
    return {
      total: Object.values(refused).reduce((sum, n) => sum + n, 0),
      refusals: await store.refusals(limit),
      pages: [],
    };
  },
  text: ({ refusals, total, pages }, { color }) => {
    const ink = inkOf(color);
    return pages.length > 0 ? pagesText(pages, ink) : refusalsText(refusals, total, ink);
  },
});

async function refusedPages(store: Store, limit: number): Promise<RefusedPage[]> {
  const rows = await store.refusedPages(limit);
  return rows.map(({ url, source, refusal, nextAt }) => ({
    url,
    source,
    reason: refusal?.reason ?? 'unknown',
    detail: refusal?.detail ?? '',
    triedAgain: nextAt,
  }));
}

function pagesText(pages: readonly RefusedPage[], ink: Ink): string {
  return pages
    .map(
      ({ url, source, reason, detail, triedAgain }) =>
        `${foreign(url)}\n  ${ink.warn(foreign(reason))} (${foreign(source)}): ${clipped(foreign(detail), 300)}\n  ${
          triedAgain === undefined ? 'given up' : `tried again ${instantWords(triedAgain)}`
        }`,
    )
    .join('\n');
}

async function webOf(store: Store): Promise<StatusView['web']> {
  const web = { sources: (await store.sources()).length, kept: 0, waiting: 0, refused: 0 };
  for (const { state, count } of await store.pageTally()) web[state] += count;
  return web;
}

function webText({ sources, kept, waiting, refused }: StatusView['web']): string[] {
  if (sources === 0) return [];
  const numbers = `${figure(kept)} kept, ${figure(waiting)} waiting, ${figure(refused)} refused`;
  return [`${counted(sources, 'source')} of the web named pages: ${numbers} (atalaya sources).`];
}

function statusText(view: StatusView, color: boolean): string {
  const ink = inkOf(color);
  const { articles, outlets, undated, period } = view.counts;
  const dates = period && `${dayWords(period.from)} to ${dayWords(period.to)}`;
  const lines = [
    `Desk in ${view.folder}: ${counted(articles, 'article')} of ${counted(outlets, 'outlet')}, ${undated} without a date${dates === undefined ? '' : `; ${dates}`}.`,
    `${counted(view.cascades, 'cascade')} across publishers; the trace covers ${counted(view.traced, 'article')}.`,
    ...webText(view.web),
    '',
    tallyText(view.tally, ink),
  ];
  if (view.boilerplate.length > 0) {
    lines.push(
      '',
      'Set aside as what an outlet repeats of its own:',
      boilerplateText(view.boilerplate),
    );
  }
  return lines.join('\n');
}
