/**
 * One claim judged: which fact-checks treat it, which articles of the desk carry it and how, how many
 * sources stand behind them, and how far it can be believed.
 */
import type { Article } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type {
  Conflict,
  Credibility,
  DebunkedBefore,
  Graded,
  Ladder,
  Recycled,
  StanceJudgement,
} from '../../domain/judgement.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Cascade } from '../../domain/trace.ts';
import { carriersOf } from '../../judge/claims/carriers.ts';
import { searchTerms } from '../../judge/claims/search-terms.ts';
import { conflictsOf } from '../../judge/grading/conflicts.ts';
import { credibilityOf, type WeighedCheck } from '../../judge/grading/credibility.ts';
import { debunkedBefore } from '../../judge/profile/debunked-before.ts';
import type { Store } from '../../store/store.ts';
import { publisherOf } from '../../text/publisher.ts';
import { type Judge, type MatchedFactCheck, matchChecks, type Wording } from './judge.ts';
import { ladderOfArticles } from './ladder-members.ts';
import { readingOf } from './own-reading.ts';

/** An article that carries a claim, and how. */
export interface JudgedCarrier {
  readonly article: Article;
  readonly spans: readonly Span[];
  /** How like the claim it is, 0–1; absent where shared wording shows it. */
  readonly confidence: number | undefined;
  readonly sure: boolean;
  readonly stance: StanceJudgement;
  /** Against the first check that refutes the claim; absent without one, or without dates. */
  readonly debunked: DebunkedBefore | undefined;
}

export interface JudgedClaim {
  readonly claim: string;
  readonly checks: readonly MatchedFactCheck[];
  /** By date; undated ones last. */
  readonly carriers: readonly JudgedCarrier[];
  /** Absent where no article of the desk carries it. */
  readonly ladder: Ladder | undefined;
  readonly conflicts: readonly Conflict[];
  readonly credibility: Graded<Credibility>;
}

/** Articles that the full-text search offers of one language. */
const CANDIDATES = 150;
/**
 * Confidence from which a matching sentence surely carries the claim. Below it, and on the topic of the
 * day even above, words alone may be another statement on one event: such articles count in what there
 * is at most only.
 */
const SURE = 0.6;

/** Where a claim stands in one article. */
export interface Carried {
  readonly article: Article;
  readonly spans: readonly Span[];
  readonly confidence: number | undefined;
  /** Whether it surely carries the claim; else it may be another statement on the same event. */
  readonly sure: boolean;
}

/** What is known of a claim beyond its wording. */
export interface ClaimContext {
  readonly recycled?: readonly Recycled[];
  /** Cascades whose figures are compared. */
  readonly cascades?: readonly Cascade[];
  readonly ladder: Ladder | undefined;
}

/** Judges a claim by its words alone. */
export async function judgeText(judge: Judge, wording: Wording): Promise<JudgedClaim> {
  const carried = await findCarriers(judge, wording);
  const ladder = await ladderOfCarried(judge, carried);
  return judgeCarried(judge, [wording], carried, { ladder });
}

/** Judges a claim that these articles carry; the first wording is how it is shown. */
export async function judgeCarried(
  judge: Judge,
  wordings: readonly Wording[],
  carried: readonly Carried[],
  { recycled = [], cascades = [], ladder }: ClaimContext,
): Promise<JudgedClaim> {
  const checks = await matchChecks(judge, wordings);
  const readings = await judge.desk.store.readingsOf(carried.map(({ article }) => article.id));
  const debunked = debunkedRows(checks, carried);
  const carriers = carried.map((one) => ({
    ...one,
    stance: stanceIn(judge, one, readingOf(readings, one.article.id), checks),
    debunked: debunked.get(one.article.id),
  }));
  const surely = carriers.filter(({ sure }) => sure);
  const conflicts = conflictsIn(surely, readings, checks, cascades);
  const credibility = credibilityOf({
    ladder,
    recycled,
    checks: checks.map((one) => weighed(judge, one)),
    voices: surely.map(({ article: { domain }, stance: { stance } }) => {
      return { publisher: publisherOf(domain), stance, facts: judge.factsOf(domain) };
    }),
    conflicts,
  });
  const claim = wordings[0]?.text ?? '';
  return { claim, checks, carriers: carriers.sort(byDate), ladder, conflicts, credibility };
}

/** The ladder of articles that carry a claim; undefined where none does. */
export async function ladderOfCarried(
  { desk: { store }, factsOf }: Judge,
  carried: readonly Carried[],
): Promise<Ladder | undefined> {
  if (carried.length === 0) return undefined;
  const ids = carried.map(({ article }) => article.id);
  const spans = new Map(carried.map((one) => [one.article.id, one.spans]));
  const doubtful = carried.filter(({ sure }) => !sure);
  const perhaps = new Set(doubtful.map(({ article }) => article.id));
  return ladderOfArticles(store, ids, spans, factsOf, perhaps);
}

function debunkedRows(
  checks: readonly MatchedFactCheck[],
  carried: readonly Carried[],
): ReadonlyMap<ArticleId, DebunkedBefore> {
  const dated = checks.map(({ check: { id, checked }, verdict, registered }) => {
    return { check: id, verdict, checked, registered };
  });
  const echoes = carried.map(({ article: { id, published } }) => ({ article: id, published }));
  return new Map(debunkedBefore(dated, echoes).map((row) => [row.article, row]));
}

function weighed(
  { factsOf }: Judge,
  { check, verdict, registered }: MatchedFactCheck,
): WeighedCheck {
  const { checker, checked, url } = check;
  const facts = url === undefined ? [] : factsOf(hostOf(url));
  return { checker, verdict, checked, registered, facts };
}

/** Articles of the desk that carry a claim, each in its first version. */
export async function findCarriers(judge: Judge, wording: Wording): Promise<Carried[]> {
  const { store } = judge.desk;
  const ids = await candidatesOf(judge, wording);
  const found = carriersAmong(judge, wording, (await store.articlesByIds([...ids])).values());
  const likeness = new Map(found.map(({ article: { id }, confidence }) => [id, confidence ?? 0]));
  const sure = await surely(store, likeness);
  return found.map((one) => ({ ...one, sure: sure.has(one.article.id) }));
}

/** Articles that may carry a claim, by the telling words that they have. */
export async function candidatesOf(
  { desk: { store }, ports, languages }: Judge,
  { text, language }: Wording,
  most = CANDIDATES,
): Promise<ReadonlySet<ArticleId>> {
  const ids = new Set<ArticleId>();
  for (const terms of searchTerms(text, language, languages, ports).values()) {
    const beginnings = terms.map(({ prefix }) => prefix);
    for (const id of await store.articlesWith(beginnings, most)) ids.add(id);
  }
  return ids;
}

/** Which of these carry a claim, each in its first version. */
export function carriersAmong(
  { ports }: Judge,
  { text, language }: Wording,
  among: Iterable<Article>,
): Omit<Carried, 'sure'>[] {
  const articles = firstVersions(among);
  const found = carriersOf(text, [...articles.values()], { ...ports, language });
  return found.map(({ id, passages }) => ({
    article: articles.get(id as ArticleId)!,
    spans: passages.map(({ span }) => span),
    confidence: passages[0]!.confidence,
  }));
}

/** Those that are like enough, and what shares a passage with one of them. */
async function surely(
  store: Store,
  likeness: ReadonlyMap<ArticleId, number>,
): Promise<ReadonlySet<ArticleId>> {
  const sure = new Set<ArticleId>();
  for (const [id, confidence] of likeness) {
    if (confidence < SURE) continue;
    sure.add(id);
    for (const { echoes } of await store.cascadesOfArticle(id)) {
      for (const { article } of echoes) sure.add(article);
    }
  }
  return sure;
}

/** Of an article that was changed only the version that the desk kept first. */
function firstVersions(articles: Iterable<Article>): Map<ArticleId, Article> {
  const first = new Map<string, Article>();
  for (const article of articles) {
    const known = first.get(article.key);
    if (known === undefined || article.capturedAt < known.capturedAt)
      first.set(article.key, article);
  }
  return new Map([...first.values()].map((article) => [article.id, article]));
}

/** An outlet that published one of the checks is read as the fact-checker that it is. */
function stanceIn(
  { stanceOf }: Judge,
  { article, spans }: Carried,
  reading: Reading | undefined,
  checks: readonly MatchedFactCheck[],
): StanceJudgement {
  const { id, title, text, language } = article;
  const publisher = publisherOf(article.domain);
  const factChecker = checks.some(
    ({ check: { url } }) => url !== undefined && publisherOf(hostOf(url)) === publisher,
  );
  const attributions = reading?.attributions;
  return stanceOf({ article: id, title, text, language, spans, attributions, factChecker });
}

function conflictsIn(
  carried: readonly Carried[],
  readings: ReadonlyMap<ArticleId, readonly Reading[]>,
  checks: readonly MatchedFactCheck[],
  cascades: readonly Cascade[],
): Conflict[] {
  const texts = new Map(carried.map(({ article }) => [article.id, article.text]));
  return conflictsOf({
    cascades,
    readings: carried.flatMap(({ article, spans }) => {
      const reading = readingOf(readings, article.id);
      if (reading === undefined) return [];
      const counts = reading.counts.filter(({ span }) => spans.some((one) => meets(one, span)));
      return [{ reading: { ...reading, counts }, year: yearOf(article) }];
    }),
    checks: checks.map(({ check, verdict }) => ({ check: check.id, verdict })),
    utterances: [],
    textOf: (id) => texts.get(id),
  });
}

const meets = (a: Span, b: Span): boolean => a.begin < b.end && b.begin < a.end;

function yearOf({ published }: Article): string | undefined {
  if (published === undefined) return undefined;
  const [first, last] = [published.earliest, published.latest].map((ms) =>
    new Date(ms).getUTCFullYear(),
  );
  return first === last ? String(first) : undefined;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function byDate(a: JudgedCarrier, b: JudgedCarrier): number {
  const [x, y] = [a.article.published?.earliest, b.article.published?.earliest];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  return x - y || (a.article.id < b.article.id ? -1 : 1);
}
