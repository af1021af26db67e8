/** Stored cascades as people and programs see them. */
import type { Article, Capture } from '../domain/article.ts';
import type { ArticleId, CaptureId } from '../domain/ids.ts';
import type { LadderView } from '../domain/ladder-views.ts';
import type { Cascade, Echo } from '../domain/trace.ts';
import type { ArticleView, CascadeView, EchoView } from '../domain/views.ts';
import { type FactsOf, ladderOfCascade } from '../pipeline/judge/ladder-members.ts';
import type { Store } from '../store/store.ts';
import { tokenCount } from '../text/tokens.ts';
import { passageView } from './excerpts.ts';
import { drawLadder } from './judgement-views.ts';
import { bothCredit, creditWordsAt, wireView } from './wire-views.ts';

/** Articles with the captures that they were read from. */
interface Known {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly captures: ReadonlyMap<CaptureId, Capture>;
}

/** Draws up cascades with everything that is shown of them. */
export async function cascadeViews(
  store: Store,
  cascades: readonly Cascade[],
  factsOf: FactsOf,
): Promise<CascadeView[]> {
  const ids = new Set(cascades.flatMap((cascade) => cascade.echoes.map((echo) => echo.article)));
  const known = await knownArticles(store, [...ids]);
  const views: CascadeView[] = [];
  for (const cascade of cascades) {
    const ladder = await ladderOfCascade(store, cascade, factsOf);
    views.push(cascadeView(cascade, known, drawLadder(ladder, known.articles)));
  }
  return views;
}

/** Draws up articles. */
export async function articleViews(
  store: Store,
  ids: readonly ArticleId[],
): Promise<ArticleView[]> {
  const known = await knownArticles(store, ids);
  return ids.filter((id) => known.articles.has(id)).map((id) => articleView(id, known));
}

/** The articles that stand in these cascades, by their ids. */
export function articlesOfCascade(
  store: Store,
  cascades: readonly Cascade[],
): Promise<ReadonlyMap<ArticleId, Article>> {
  const ids = new Set(cascades.flatMap(({ echoes }) => echoes.map(({ article }) => article)));
  return store.articlesByIds([...ids]);
}

/** Draws up articles that are at hand, in their order. */
export async function viewsOfArticles(
  store: Store,
  articles: readonly Article[],
): Promise<ArticleView[]> {
  const captures = await store.capturesByIds(articles.map(({ captureId }) => captureId));
  const known = { articles: new Map(articles.map((one) => [one.id, one])), captures };
  return articles.map(({ id }) => articleView(id, known));
}

async function knownArticles(store: Store, ids: readonly ArticleId[]): Promise<Known> {
  const articles = await store.articlesByIds(ids);
  const captures = await store.capturesByIds([...articles.values()].map((a) => a.captureId));
  return { articles, captures };
}

function cascadeView(cascade: Cascade, known: Known, ladder: LadderView): CascadeView {
  const echoes = cascade.echoes.map((echo) => echoView(echo, cascade, known));
  const dated = echoes.flatMap(({ article }) => (article.published ? [article.published] : []));
  const first = Math.min(...dated.map((moment) => moment.earliest));
  const last = Math.max(...dated.map((moment) => moment.latest));
  const earliest = cascade.earliest.map((id) => articleView(id, known));
  const undated = earliest.length === 0;
  return {
    id: cascade.id,
    title: titleOf(earliest[0] ?? echoes[0]!.article),
    order: undated ? 'undated' : earliest.length === 1 ? 'established' : 'open',
    earliest,
    articles: echoes.length,
    reach: cascade.reach,
    languages: [...new Set(echoes.map((echo) => echo.article.language))].sort(),
    spreadMs: dated.length === 0 ? 0 : last - first,
    droppedCredits: echoes.filter((echo) => echo.credit === 'dropped').length,
    wires: (cascade.wires ?? []).map((wire) => wireView(wire, cascade, known.articles)),
    ladder,
    echoes,
  };
}

function echoView(echo: Echo, cascade: Cascade, known: Known): EchoView {
  const article = known.articles.get(echo.article)!;
  const other = echo.comparedWith === undefined ? undefined : known.articles.get(echo.comparedWith);
  const named = (id: ArticleId): { article: ArticleId; outlet: string } => ({
    article: id,
    outlet: known.articles.get(id)?.outlet ?? id,
  });
  const { parent } = echo;
  return {
    article: articleView(echo.article, known),
    role: cascade.earliest.includes(echo.article)
      ? 'earliest'
      : article.published === undefined
        ? 'undated'
        : 'echo',
    parent:
      parent === undefined
        ? undefined
        : {
            ...named(parent.article),
            reason: parent.reason,
            confidence: parent.confidence,
            lag: parent.lag,
            rivals: parent.rivals.map(named),
            bothCredit: bothCredit(cascade.wires ?? [], echo.article, parent.article),
          },
    comparedWith: other === undefined ? undefined : named(other.id),
    copyType: echo.copyType,
    credit: echo.credit,
    creditText: echo.creditPlace && creditWordsAt(echo.creditPlace, article.text),
    creditIn: echo.creditPlace?.kind,
    title: echo.change?.title,
    added: echo.change?.added ?? [],
    removed: echo.change?.removed ?? [],
    alterations: echo.change?.alterations ?? [],
    passages:
      other === undefined
        ? []
        : echo.passages.map((passage) => passageView(passage, other.text, article.text)),
  };
}

function articleView(id: ArticleId, known: Known): ArticleView {
  const article = known.articles.get(id)!;
  const capture = known.captures.get(article.captureId)!;
  const { modified, authors, basedOn } = article;
  return {
    id,
    url: article.url,
    domain: article.domain,
    outlet: article.outlet,
    title: titleOf(article),
    language: article.language,
    published: article.published,
    firstSeen: article.firstSeen,
    capturedAt: article.capturedAt,
    ...(modified !== undefined && { modified }),
    ...(authors !== undefined && { authors }),
    ...(basedOn !== undefined && { basedOn }),
    words: tokenCount(article.text),
    capture: { digest: capture.digest, origin: capture.origin },
  };
}

/** Posts have no headline: their first words stand in for one. */
function titleOf(article: { readonly title: string; readonly text?: string }): string {
  if (article.title !== '' || article.text === undefined) return article.title;
  const line = article.text.replace(/\s+/g, ' ').trim();
  return line.length <= 90 ? line : `${line.slice(0, line.lastIndexOf(' ', 90))} …`;
}
