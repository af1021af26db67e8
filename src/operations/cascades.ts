/** Who parroted whom: the list of cascades, and one thing by its id. */
import { z } from 'zod';
import type { ArticleId, CascadeId } from '../domain/ids.ts';
import type { ReadingView } from '../domain/reading-views.ts';
import type { ArticleView, CascadeView } from '../domain/views.ts';
import { instantWords, momentWords } from '../export/moments.ts';
import { cascadeText } from '../export/terminal/cascade.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { readingText } from '../export/terminal/reading.ts';
import { counted, figure } from '../export/wording.ts';
import { evidenceOf } from '../pipeline/evidence.ts';
import { keptFacts } from '../pipeline/judge/kept-judge.ts';
import { articleViews, cascadeViews } from './cascade-views.ts';
import { ID_BEGINNING, oneId } from './one-id.ts';
import { operation } from './operation.ts';
import { readingView } from './reading-views.ts';

export interface CascadesView {
  /** Cascades with at least the asked reach, of which `cascades` is a part. */
  readonly total: number;
  readonly offset: number;
  readonly cascades: readonly CascadeView[];
  /** True where articles came in that are not traced yet. */
  readonly stale: boolean;
}

/** One article with its evidence checked, or one cascade. */
export type ShownView =
  | { readonly kind: 'cascade'; readonly cascade: CascadeView }
  | {
      readonly kind: 'article';
      readonly article: ArticleView;
      /** The archived bytes were read and have the digest that was stored. */
      readonly evidence: { readonly length: number; readonly mediaType: string };
      readonly cascades: readonly CascadeView[];
      /** What each reader made of it. */
      readonly readings: readonly ReadingView[];
    };

export const cascadesOperation = operation({
  input: z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(10).describe('how many to show'),
    offset: z.coerce.number().int().min(0).default(0).describe('how many to skip'),
    minReach: z.coerce
      .number()
      .int()
      .min(1)
      .default(2)
      .describe('least publishers; 1 shows also what an outlet repeats of its own'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (query, { desk }): Promise<CascadesView> => {
    const { store } = desk;
    return {
      total: await store.countCascades(query.minReach),
      offset: query.offset,
      cascades: await cascadeViews(store, await store.cascades(query), await keptFacts(desk)),
      stale: (await store.countArticles()) !== (await store.tracedArticles()),
    };
  },
  text: (view, { color }) => cascadesText(view, inkOf(color)),
});

export const showOperation = operation({
  input: z.object({
    id: z
      .string()
      .regex(ID_BEGINNING, {
        error: ({ input }) => `"${input}" is not an id: 4 to 16 digits of 0-9a-f are expected`,
      })
      .describe('id, or its first digits'),
  }),
  positional: 'id',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ id }, { desk }): Promise<ShownView> => {
    const { store } = desk;
    const found = await oneId(store, id);
    const cascade = await store.cascadeById(found as CascadeId);
    if (cascade !== undefined) {
      const [view] = await cascadeViews(store, [cascade], await keptFacts(desk));
      return { kind: 'cascade', cascade: view! };
    }
    const articleId = found as ArticleId;
    const [view] = await articleViews(store, [articleId]);
    const article = (await store.articlesByIds([articleId])).get(articleId)!;
    const { capture } = await evidenceOf(desk, article);
    return {
      kind: 'article',
      article: view!,
      evidence: { length: capture.length, mediaType: capture.mediaType },
      cascades: await cascadeViews(
        store,
        await store.cascadesOfArticle(articleId),
        await keptFacts(desk),
      ),
      readings:
        (await store.readingsOf([articleId]))
          .get(articleId)
          ?.map((reading) => readingView(reading, article.text)) ?? [],
    };
  },
  text: (view, { color }) => {
    const ink = inkOf(color);
    return view.kind === 'cascade'
      ? cascadeText(view.cascade, ink, true)
      : [
          articleText(view, ink),
          ...view.readings.map((reading) => readingText(reading, ink)),
          ...view.cascades.map((cascade) => cascadeText(cascade, ink, true)),
        ].join('\n\n');
  },
});

function cascadesText({ total, offset, cascades, stale }: CascadesView, ink: Ink): string {
  const lines = cascades.map((cascade) => cascadeText(cascade, ink, false));
  const end = offset + cascades.length;
  lines.push(
    cascades.length === 0
      ? 'No passage was found in articles of two publishers.'
      : ink.dim(
          `${figure(offset + 1)}–${figure(end)} of ${counted(total, 'cascade')}, widest first. Earlier is not source: a parent is a lead with its reason.`,
        ),
  );
  if (stale) lines.push(ink.warn('Articles came in since the last trace: run atalaya trace.'));
  return lines.join('\n\n');
}

type ArticleShown = Extract<ShownView, { kind: 'article' }>;

function articleText({ article, evidence, cascades }: ArticleShown, ink: Ink): string {
  const { main, note } = momentWords(article.published);
  const { modified, authors = [], basedOn = [] } = article;
  const row = (label: string, words: string): string => `  ${label.padEnd(10)}  ${words}`;
  return [
    ink.bold(foreign(article.title)),
    `  ${foreign(article.outlet)} (${foreign(article.domain)}) · ${article.language} · ${counted(article.words, 'word')}`,
    `  published   ${main}${note === undefined ? '' : ` (${note})`}`,
    ...(modified === undefined ? [] : [row('changed', momentWords(modified).main)]),
    ...(authors.length === 0 ? [] : [row('written by', authors.map(foreign).join(', '))]),
    ...basedOn.map((address) => row('taken from', foreign(address))),
    `  first seen  ${momentWords(article.firstSeen).main}`,
    `  captured    ${instantWords(article.capturedAt)}`,
    `  address     ${foreign(article.url ?? 'none stated')}`,
    `  evidence    ${foreign(article.capture.origin)}, ${figure(evidence.length)} bytes of ${foreign(evidence.mediaType)}`,
    `              SHA-256 ${article.capture.digest}, checked`,
    `  in          ${counted(cascades.length, 'cascade')}`,
  ].join('\n');
}
