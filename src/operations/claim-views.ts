/** Judged claims, statements and cascades as people and programs see them. */
import type { Article } from '../domain/article.ts';
import type { ArticleId, CaptureId } from '../domain/ids.ts';
import type {
  CarrierView,
  CheckView,
  ClaimJudgedView,
  ConflictView,
  JudgedStatementView,
} from '../domain/judgement-views.ts';
import type { Reading } from '../domain/reading.ts';
import type { MatchedFactCheck } from '../pipeline/judge/judge.ts';
import type { JudgedStatement } from '../pipeline/judge/judge-article.ts';
import type { JudgedClaim } from '../pipeline/judge/judge-claim.ts';
import type { Store } from '../store/store.ts';
import { quotedView } from '../text/quoted.ts';
import { articleViews } from './cascade-views.ts';
import { drawLadder, evidenceViews, evident } from './judgement-views.ts';
import { statementView } from './reading-views.ts';

/** Draws up a judged claim with the articles and captures that it points at. */
export async function claimView(store: Store, judged: JudgedClaim): Promise<ClaimJudgedView> {
  const articles = await articlesOf(store, [judged]);
  return drawClaim(store, judged, articles);
}

async function drawClaim(
  store: Store,
  { claim, checks, carriers, ladder, conflicts, credibility }: JudgedClaim,
  articles: ReadonlyMap<ArticleId, Article>,
): Promise<ClaimJudgedView> {
  const views = await articleViews(
    store,
    carriers.map(({ article }) => article.id),
  );
  return {
    claim,
    checks: await checkViews(store, checks),
    carriers: carriers.map(
      ({ article, spans, confidence, sure, stance, debunked }, i): CarrierView => ({
        article: views[i]!,
        passages: spans.map((span) => quotedView(span, article.text)),
        confidence,
        sure,
        stance: evident(stance, articles),
        debunked,
      }),
    ),
    ladder: ladder && drawLadder(ladder, articles),
    conflicts: conflicts.map(
      (conflict): ConflictView => ({
        ...conflict,
        sides: conflict.sides.map((side) => evident(side, articles)),
      }),
    ),
    credibility,
  };
}

/** Fact-checks that match, with the captures that state them. */
export async function checkViews(
  store: Store,
  checks: readonly MatchedFactCheck[],
): Promise<CheckView[]> {
  const captures = await store.capturesByIds(checks.map(({ check }) => check.capture));
  return checks.map(({ check, verdict, registered, confidence }) => {
    const { body: _, capture, ...rest } = check;
    const { digest, origin } = captures.get(capture as CaptureId)!;
    return { ...rest, verdict, registered, confidence, capture: { digest, origin } };
  });
}

/** Draws up the judged statements of one article. */
export async function statementViews(
  store: Store,
  article: Article,
  { attributions, dates }: Reading,
  statements: readonly JudgedStatement[],
): Promise<JudgedStatementView[]> {
  const articles = await articlesOf(
    store,
    statements.map(({ judged }) => judged),
    statements.flatMap(({ clocks, recycled }) => [
      ...(clocks.firstPublished === undefined ? [] : [clocks.firstPublished.article]),
      ...recycled.flatMap(({ evidence }) => evidence.map((one) => one.article)),
    ]),
  );
  const views: JudgedStatementView[] = [];
  for (const { place, clocks, recycled, role, ratedFalse, judged } of statements) {
    views.push({
      place,
      statement: statementView(attributions[place]!, article.text, dates),
      clocks,
      recycled: recycled.map((one) => evident(one, articles)),
      role: role && { ...role, evidence: evidenceViews([role.evidence], articles) },
      ratedFalse,
      judged: await drawClaim(store, judged, articles),
    });
  }
  return views;
}

/** Every article that a judgement points at. */
async function articlesOf(
  store: Store,
  judged: readonly JudgedClaim[],
  more: readonly ArticleId[] = [],
): Promise<ReadonlyMap<ArticleId, Article>> {
  const ids = new Set<ArticleId>(more);
  for (const { carriers, ladder } of judged) {
    for (const { article } of carriers) ids.add(article.id);
    for (const { units, merges } of ladder?.rungs ?? []) {
      for (const id of units.flatMap((unit) => unit.articles)) ids.add(id);
      for (const { article } of merges.flatMap((merge) => merge.evidence)) ids.add(article);
    }
  }
  return store.articlesByIds([...ids]);
}
