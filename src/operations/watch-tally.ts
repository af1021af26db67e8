/** What the steps of a watch bring, summed, and what is done with it when there is time. */
import type { LossView } from '../domain/watch-views.ts';
import { LockHeld } from '../pipeline/lock.ts';
import type { TraceMemory } from '../pipeline/trace-memory.ts';
import type { WatchStep } from '../store/watching.ts';
import { tracing } from './ingest.ts';
import type { Context } from './operation.ts';
import { reading } from './read.ts';

/** What one step brought, in numbers. */
export interface StepNumbers {
  readonly polls: number;
  readonly pages: number;
  readonly articles: number;
  readonly refused: Readonly<Record<string, number>>;
}

export function stepNumbers({ fetches, articles }: WatchStep): StepNumbers {
  const refused: Record<string, number> = {};
  for (const { reason } of fetches) {
    if (reason !== undefined) refused[reason] = (refused[reason] ?? 0) + 1;
  }
  const pages = fetches.filter(({ purpose }) => purpose === 'page').length;
  return { polls: fetches.length - pages, pages, articles: articles.length, refused };
}

/** What a watch did. */
export interface WatchSums {
  readonly polls: number;
  readonly pages: number;
  readonly newArticles: number;
  /** Articles of which a further version was kept. */
  readonly newVersions: number;
  readonly losses: readonly LossView[];
}

/** Sums of the steps of a watch. */
export class WatchTally {
  private polls = 0;
  private pages = 0;
  private articles = 0;
  private versions = 0;
  private news = false;
  private readonly refused = new Map<string, number>();

  add(step: WatchStep): void {
    const { polls, pages, articles, refused } = stepNumbers(step);
    this.polls += polls;
    this.pages += pages;
    this.articles += articles;
    this.news ||= articles > 0;
    const ids = new Set(step.articles.map(({ article }) => article.id));
    this.versions += step.pages.filter(
      ({ article, fetches }) => article !== undefined && ids.has(article) && fetches > 1,
    ).length;
    for (const [reason, n] of Object.entries(refused)) {
      this.refused.set(reason, (this.refused.get(reason) ?? 0) + n);
    }
  }

  /** Whether articles came in since this was asked the last time. */
  takeNews(): boolean {
    const { news } = this;
    this.news = false;
    return news;
  }

  /** They are still to be traced and read. */
  keepNews(): void {
    this.news = true;
  }

  result(): WatchSums {
    const losses = [...this.refused]
      .map(([reason, exchanges]) => ({ reason, exchanges }))
      .sort((a, b) => b.exchanges - a.exchanges);
    const { polls, pages, articles, versions } = this;
    return { polls, pages, newArticles: articles - versions, newVersions: versions, losses };
  }
}

/** Traces and reads what came in since the last time. */
export async function catchUp(
  context: Context,
  tally: WatchTally,
  memory?: TraceMemory,
): Promise<void> {
  if (!tally.takeNews()) return;
  try {
    await tracing(context, false, memory);
    await reading(context);
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    tally.keepNews();
    context.progress.tell(`Not traced and read yet: ${error.message}.`);
  }
}
