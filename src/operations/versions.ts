/** Articles that their outlets changed: each version beside the one before it, silent edits marked. */
import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import type { VersionedView, VersionStep } from '../domain/watch-views.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { versionsText } from '../export/terminal/versions.ts';
import { statedChange, versionsBy } from '../pipeline/changed-articles.ts';
import type { Store } from '../store/store.ts';
import { diffWords } from '../text/diff.ts';
import { tokensOf } from '../text/tokens.ts';
import { articleViews } from './cascade-views.ts';
import { passageView } from './excerpts.ts';
import { operation } from './operation.ts';

export interface VersionsView {
  readonly offset: number;
  /** Whether only those are listed of which a change is silent. */
  readonly silent: boolean;
  readonly articles: readonly VersionedView[];
}

export const versionsOperation = operation({
  input: z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(10).describe('how many to show'),
    offset: z.coerce.number().int().min(0).default(0).describe('how many to skip'),
    silent: z.boolean().default(false).describe('only where a change is not stated by the outlet'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ limit, offset, silent }, { desk: { store } }): Promise<VersionsView> => {
    const found = silent
      ? await silentlyChanged(store, limit, offset)
      : await Promise.all(
          (await store.versioned(limit, offset)).map(({ key }) => versionsBy(store, key)),
        );
    const articles: VersionedView[] = [];
    for (const versions of found) articles.push(await versionedView(store, versions));
    return { offset, silent, articles };
  },
  text: (view, { color }) => versionsText(view, inkOf(color)),
});

/** Articles looked at at a time for a silent change. */
const PAGE = 200;

/** Of the articles with several versions those with a silent change, page after page of them. */
async function silentlyChanged(store: Store, limit: number, offset: number): Promise<Article[][]> {
  const found: Article[][] = [];
  for (let from = 0; found.length < offset + limit; from += PAGE) {
    const rows = await store.versioned(PAGE, from);
    for (const { key } of rows) {
      const versions = await versionsBy(store, key);
      const isSilent = versions
        .slice(1)
        .some((to, i) => statedChange(versions[i]!, to) === undefined);
      if (isSilent) found.push(versions);
    }
    if (rows.length < PAGE) break;
  }
  return found.slice(offset, offset + limit);
}

async function versionedView(store: Store, versions: readonly Article[]): Promise<VersionedView> {
  const newest = versions.at(-1)!;
  const [view] = await articleViews(store, [newest.id]);
  const steps = versions.slice(1).map((to, i) => stepBetween(versions[i]!, to));
  return { key: newest.key, article: view!, versions: versions.length, steps };
}

function stepBetween(from: Article, to: Article): VersionStep {
  const a = tokensOf(from.text);
  const b = tokensOf(to.text);
  let removedWords = 0;
  let addedWords = 0;
  for (const run of diffWords(a.ids.slice(0, a.count), b.ids.slice(0, b.count))) {
    if (run.kind === 'removed') removedWords += run.aEnd - run.aBegin;
    if (run.kind === 'added') addedWords += run.bEnd - run.bBegin;
  }
  const whole = {
    a: { begin: 0, end: from.text.length },
    b: { begin: 0, end: to.text.length },
    words: Math.max(a.count, b.count),
  };
  return {
    from: from.id,
    to: to.id,
    capturedAt: to.capturedAt,
    stated: statedChange(from, to),
    removedWords,
    addedWords,
    oldTitle: from.title === to.title ? undefined : from.title,
    change: passageView(whole, from.text, to.text),
  };
}
