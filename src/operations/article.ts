/** One article with all that the desk made of it: versions, readings, cascades, what it shares with whom. */
import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import type {
  ArticleVersionView,
  ArticleWholeView,
  CascadePartView,
  SharingView,
} from '../domain/cascade-views.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { Alignment } from '../domain/trace.ts';
import { swapSides } from '../domain/trace.ts';
import { instantWords, momentWords } from '../export/moments.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { readingText } from '../export/terminal/reading.ts';
import { counted } from '../export/wording.ts';
import { versionsBy } from '../pipeline/changed-articles.ts';
import type { Desk } from '../pipeline/desk.ts';
import { evidenceOf } from '../pipeline/evidence.ts';
import { matchChecks } from '../pipeline/judge/judge.ts';
import { keptJudge } from '../pipeline/judge/kept-judge.ts';
import type { Store } from '../store/store.ts';
import { cascadeRows } from './cascade-rows.ts';
import { articleViews } from './cascade-views.ts';
import { checkViews } from './claim-views.ts';
import { ID_BEGINNING, oneId } from './one-id.ts';
import { NotFound, operation } from './operation.ts';
import { readingView } from './reading-views.ts';

/** Articles named that share words with it; passages told of each. */
const MOST_SHARING = 20;
const MOST_PASSAGES = 20;
const MOST_CASCADES = 20;

export const articleOperation = operation({
  input: z.object({
    id: z
      .string()
      .regex(ID_BEGINNING, {
        error: ({ input }) => `"${input}" is not an id: 4 to 16 digits of 0-9a-f are expected`,
      })
      .describe('id of the article, or its first digits'),
  }),
  positional: 'id',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ id }, { desk }): Promise<ArticleWholeView> => {
    const { store } = desk;
    const found = (await oneId(store, id)) as ArticleId;
    const article = (await store.articlesByIds([found])).get(found);
    if (article === undefined) throw new NotFound(`${found} is a cascade, not an article`);
    const readings = (await store.readingsOf([found])).get(found) ?? [];
    const alignments = await store.alignmentsOf(found);
    return {
      article: (await articleViews(store, [found]))[0]!,
      evidence: await evidenceView(desk, article),
      versions: (await versionsBy(store, article.key)).map(versionView),
      cascades: await partsOf(store, found),
      readings: readings.map((reading) => readingView(reading, article.text)),
      checks: await checksOf(desk, article),
      sharing: await sharingOf(store, found, alignments),
      sharingTotal: alignments.length,
    };
  },
  text: (view, { color }) => wholeText(view, inkOf(color)),
});

async function evidenceView(desk: Desk, article: Article): Promise<ArticleWholeView['evidence']> {
  try {
    const { capture } = await evidenceOf(desk, article);
    return { checked: true, length: capture.length, mediaType: capture.mediaType };
  } catch (cause) {
    // A page must still show the article whose capture is lost or changed, and say so.
    return { checked: false, problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

function versionView({ id, title, capturedAt, modified }: Article): ArticleVersionView {
  return { id, title, capturedAt, modified };
}

async function partsOf(store: Store, id: ArticleId): Promise<CascadePartView[]> {
  const cascades = (await store.cascadesOfArticle(id)).slice(0, MOST_CASCADES);
  const rows = await cascadeRows(store, cascades);
  return cascades.map(({ echoes, earliest }, i) => {
    const own = echoes.find(({ article }) => article === id)!;
    const isEarliest = earliest.includes(id);
    const role = isEarliest ? 'earliest' : earliest.length === 0 ? 'undated' : 'echo';
    return { ...rows[i]!, role, credit: own.credit };
  });
}

async function checksOf(
  desk: Desk,
  { title, language }: Article,
): Promise<ArticleWholeView['checks']> {
  if ((await desk.store.checkCounts()).checks === 0) return [];
  const judge = await keptJudge(desk);
  return checkViews(desk.store, await matchChecks(judge, [{ text: title, language }]));
}

async function sharingOf(
  store: Store,
  id: ArticleId,
  alignments: readonly Alignment[],
): Promise<SharingView[]> {
  const shared = alignments
    .map(({ a, b, passages }) => ({
      other: a === id ? b : a,
      passages: (a === id ? passages : passages.map(swapSides)).slice(0, MOST_PASSAGES),
      words: passages.reduce((sum, { words }) => sum + words, 0),
    }))
    .sort((x, y) => y.words - x.words || (x.other < y.other ? -1 : 1))
    .slice(0, MOST_SHARING);
  const articles = await store.articlesByIds(shared.map(({ other }) => other));
  return shared.flatMap(({ other, passages, words }) => {
    const article = articles.get(other);
    if (article === undefined) return [];
    const { title, outlet, domain, language, published } = article;
    return [
      {
        article: { id: other, title, outlet, domain, language, published },
        words,
        passages: passages.map(({ a, b }) => ({ here: a, there: b })),
      },
    ];
  });
}

function wholeText(view: ArticleWholeView, ink: Ink): string {
  const { article, evidence, versions, cascades, readings, sharing, sharingTotal } = view;
  return [
    [
      ink.bold(foreign(article.title)),
      `  ${foreign(article.outlet)} (${foreign(article.domain)}) · ${article.language} · ${counted(article.words, 'word')}`,
      `  published   ${momentWords(article.published).main}`,
      `  captured    ${instantWords(article.capturedAt)}, ${counted(versions.length, 'version')}`,
      `  evidence    SHA-256 ${article.capture.digest}, ${evidence.checked ? 'checked' : foreign(evidence.problem)}`,
    ].join('\n'),
    ...readings.map((reading) => readingText(reading, ink)),
    [
      `in ${counted(cascades.length, 'cascade')}; shares words with ${counted(sharingTotal, 'article')}`,
      ...sharing.map(
        ({ article: { id, outlet, title }, words }) =>
          `  ${counted(words, 'word')}  ${foreign(outlet)}: ${foreign(title)}  ${ink.dim(id)}`,
      ),
    ].join('\n'),
  ].join('\n\n');
}
