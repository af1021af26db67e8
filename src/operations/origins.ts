/** One source or ten: the independence ladder of cascades and claims. */
import { z } from 'zod';
import type { ArticleId, CascadeId } from '../domain/ids.ts';
import type { LadderView } from '../domain/ladder-views.ts';
import type { Cascade } from '../domain/trace.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { ladderLines } from '../export/terminal/ladder.ts';
import { counted, figure } from '../export/wording.ts';
import { claimLanguage } from '../pipeline/judge/claim-language.ts';
import { judgeCascade } from '../pipeline/judge/judge-cascade.ts';
import { judgeText } from '../pipeline/judge/judge-claim.ts';
import { keptFacts, keptJudge } from '../pipeline/judge/kept-judge.ts';
import { cascadeViews } from './cascade-views.ts';
import { claimView } from './claim-views.ts';
import { ID_BEGINNING, oneId } from './one-id.ts';
import { type Context, operation } from './operation.ts';

export interface OriginsView {
  /** Whether every step is told: where one thing was asked for. */
  readonly whole: boolean;
  /** Cascades on the desk, of which these are a part; absent where something was asked for. */
  readonly total: number | undefined;
  readonly ladders: readonly {
    /** Absent for a claim in words. */
    readonly cascade: CascadeId | undefined;
    readonly title: string;
    readonly ladder: LadderView;
  }[];
}

export const originsOperation = operation({
  input: z.object({
    what: z
      .array(z.string())
      .default([])
      .describe('id of a cascade or an article, or a claim in words; none: the widest cascades'),
    limit: z.coerce.number().int().min(1).max(1000).default(10).describe('how many cascades'),
    language: z.string().optional().describe('language of the words; default: told by them'),
  }),
  positional: 'what',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ what, limit, language }, context): Promise<OriginsView> => {
    const { store } = context.desk;
    const words = what.join(' ').trim();
    if (words === '') {
      const cascades = await store.cascades({ limit, offset: 0, minReach: 2 });
      const total = await store.countCascades(2);
      return { whole: false, total, ladders: await laddersOf(context, cascades) };
    }
    if (ID_BEGINNING.test(words) && (await store.idsLike(words, 1)).length > 0) {
      const cascades = await cascadesMeant(context, words);
      return { whole: true, total: undefined, ladders: await wholeLadders(context, cascades) };
    }
    return {
      whole: true,
      total: undefined,
      ladders: await ladderOfWords(context, words, language),
    };
  },
  text: (view, { color }) => originsText(view, inkOf(color)),
});

async function cascadesMeant(
  { desk: { store } }: Context,
  words: string,
): Promise<readonly Cascade[]> {
  const id = await oneId(store, words);
  const cascade = await store.cascadeById(id as CascadeId);
  return cascade === undefined ? store.cascadesOfArticle(id as ArticleId) : [cascade];
}

async function laddersOf(
  { desk }: Context,
  cascades: readonly Cascade[],
): Promise<OriginsView['ladders']> {
  const views = await cascadeViews(desk.store, cascades, await keptFacts(desk));
  return views.flatMap(({ id, title, ladder }) =>
    ladder === undefined ? [] : [{ cascade: id, title, ladder }],
  );
}

/** With articles that tell the same outside the cascade: what there is at most. */
async function wholeLadders(
  { desk }: Context,
  cascades: readonly Cascade[],
): Promise<OriginsView['ladders']> {
  const judge = await keptJudge(desk);
  const ladders: OriginsView['ladders'][number][] = [];
  for (const cascade of cascades) {
    const { claim, ladder } = await claimView(desk.store, await judgeCascade(judge, cascade));
    if (ladder !== undefined) ladders.push({ cascade: cascade.id, title: claim, ladder });
  }
  return ladders;
}

async function ladderOfWords(
  { desk }: Context,
  words: string,
  language: string | undefined,
): Promise<OriginsView['ladders']> {
  const judge = await keptJudge(desk);
  const told = language ?? (await claimLanguage(judge, words));
  const { ladder } = await claimView(
    desk.store,
    await judgeText(judge, { text: words, language: told }),
  );
  return ladder === undefined ? [] : [{ cascade: undefined, title: words, ladder }];
}

function originsText({ whole, total, ladders }: OriginsView, ink: Ink): string {
  if (ladders.length === 0) {
    return whole
      ? 'No article of this desk was found that shares or carries it.'
      : 'No passage was found in articles of two publishers.';
  }
  const parts = ladders.map(({ cascade, title, ladder }) =>
    [
      `${ink.bold(foreign(title))}${cascade === undefined ? '' : ink.dim(`  ${cascade}`)}`,
      ...ladderLines(ladder, ink, whole ? 'steps' : 'line'),
    ].join('\n'),
  );
  const foot =
    total === undefined
      ? 'Bounds: at least so many if every possible step holds, at most so many if only the sure ones do.'
      : `${figure(ladders.length)} of ${counted(total, 'cascade')}, widest first. Every step of one: atalaya origins ID`;
  return [...parts, ink.dim(foot)].join('\n\n');
}
