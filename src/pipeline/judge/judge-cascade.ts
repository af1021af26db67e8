/** A cascade judged as one claim: what its members share. */
import type { Article } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Cascade } from '../../domain/trace.ts';
import { type RecycledEcho, recycledEchoes } from '../../judge/clocks/recycled-echoes.ts';
import type { QuotingQuery } from '../../store/store.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { Judge, Wording } from './judge.ts';
import {
  type Carried,
  candidatesOf,
  carriersAmong,
  type JudgedClaim,
  judgeCarried,
} from './judge-claim.ts';
import { ladderOfCascade } from './ladder-members.ts';
import { readingOf } from './own-reading.ts';

export interface JudgedCascade extends JudgedClaim {
  /** Members that bring the passage again long after it was first seen. */
  readonly recycledEchoes: readonly RecycledEcho[];
}

/** Statements of the first article that are looked up beside its headline and first sentence. */
const STATEMENTS = 2;
/** How far apart two articles on one utterance may be published: two weeks, in milliseconds. */
const SAME_NEWS = 14 * 86_400_000;
/** Articles that quote one speaker and are read as they are; of more, only those with telling words. */
const MOST_QUOTING = 100;
/** Of those, the ones that the full-text search offers of one language. */
const TELLING = 400;
/** Shorter contents ("that it was so") state no claim of their own. */
const LEAST_CONTENT = 30;

/** Judges a cascade: its checks, stances, ladder and grade. */
export async function judgeCascade(judge: Judge, cascade: Cascade): Promise<JudgedCascade> {
  const { store } = judge.desk;
  const ids = cascade.echoes.map(({ article }) => article);
  const articles = await store.articlesByIds(ids);
  const spans = sharedSpans(cascade);
  const members = ids.flatMap((id) => articles.get(id) ?? []);
  const first = articles.get(cascade.earliest[0] ?? ids[0]!);
  const reading = first && readingOf(await store.readingsOf([first.id]), first.id);
  const shared = first === undefined ? [] : (spans.get(first.id) ?? []);
  const stated = first === undefined ? [] : statedIn(first, shared, reading);
  const wordings = first === undefined ? [] : wordingsOf(first, shared, stated);
  const recycled = recycledEchoes(cascade, (id) => articles.get(id)?.published);
  const also = await alsoTold(judge, { members, first, reading, spans, wordings, stated });
  const carried = members.map((article) => ({
    article,
    spans: spans.get(article.id) ?? [],
    confidence: undefined,
    sure: true,
  }));
  const told = new Map(also.map((one) => [one.article.id, one.spans]));
  const judged = await judgeCarried(judge, wordings, [...carried, ...also], {
    recycled: recycled.map((one) => one.recycled),
    cascades: [cascade],
    ladder: await ladderOfCascade(store, cascade, judge.factsOf, told),
  });
  return { ...judged, recycledEchoes: recycled };
}

/** A cascade at hand, and how its first article words it. */
interface AtHand {
  readonly members: readonly Article[];
  readonly first: Article | undefined;
  readonly reading: Reading | undefined;
  readonly spans: ReadonlyMap<ArticleId, readonly Span[]>;
  readonly wordings: readonly Wording[];
  /** What it is said to have been stated, without who said it and when. */
  readonly stated: readonly Wording[];
}

/**
 * Articles outside the cascade that tell the same in words of their own. Words alone find too many in
 * rolling news; what counts is that the cascade's first speaker is said there to have said it, within
 * `SAME_NEWS` of it.
 */
async function alsoTold(
  judge: Judge,
  { members, first, reading, spans, wordings, stated }: AtHand,
): Promise<Carried[]> {
  const speaker = first && leadSpeaker(reading, spans.get(first.id) ?? []);
  if (speaker === undefined) return [];
  const dated = members.flatMap(({ published }) => published ?? []);
  if (dated.length === 0) return [];
  const among = await quoting(judge, stated.length > 0 ? stated : wordings, {
    entity: speaker,
    from: Math.min(...dated.map(({ earliest }) => earliest)) - SAME_NEWS,
    to: Math.max(...dated.map(({ latest }) => latest)) + SAME_NEWS,
    limit: MOST_QUOTING,
  });
  const found = new Map<ArticleId, Omit<Carried, 'sure'>>();
  for (const wording of wordings) {
    // Members are read as well: how they write the claim's names tells names from other words.
    for (const one of carriersAmong(judge, wording, [...members, ...among])) {
      const known = found.get(one.article.id);
      if ((known?.confidence ?? 0) < (one.confidence ?? 0)) found.set(one.article.id, one);
    }
  }
  const keys = new Set(members.map(({ key }) => key));
  const outside = [...found.values()].filter(({ article: { key } }) => !keys.has(key));
  const readings = await judge.desk.store.readingsOf(outside.map(({ article }) => article.id));
  return outside
    .filter(({ article, spans: told }) =>
      speakersIn(readingOf(readings, article.id), told).includes(speaker),
    )
    .map((one) => ({ ...one, sure: false }));
}

/**
 * Articles that quote a speaker; of one who is quoted very often, those with the claim's words. Who speaks, and when,
 * tells nothing there: all of them quote the same one, within the same weeks.
 */
async function quoting(
  judge: Judge,
  wordings: readonly Wording[],
  query: QuotingQuery,
): Promise<Article[]> {
  const { store } = judge.desk;
  let ids = await store.articlesQuoting(query);
  if (ids.length === query.limit) {
    const all = wordings.map(({ text }) => text).join('\n');
    const wording = { text: all, language: wordings[0]!.language };
    const telling = await candidatesOf(judge, wording, TELLING);
    ids = await store.articlesQuoting({ ...query, among: [...telling], limit: telling.size });
  }
  return [...(await store.articlesByIds(ids)).values()];
}

/** Who is first said to have said something of what stands in these spans. */
function leadSpeaker(reading: Reading | undefined, spans: readonly Span[]): string | undefined {
  return speakersIn(reading, spans)[0];
}

function speakersIn(reading: Reading | undefined, spans: readonly Span[]): string[] {
  return (reading?.attributions ?? []).flatMap(({ source, content }) =>
    source?.entity !== undefined && content.some((span) => isInside(span, spans))
      ? [source.entity]
      : [],
  );
}

/** What each member shares with the one that it is compared with, seen from both. */
function sharedSpans(cascade: Cascade): Map<ArticleId, Span[]> {
  const spans = new Map<ArticleId, Span[]>();
  const add = (article: ArticleId, span: Span): void => {
    const known = spans.get(article);
    if (known === undefined) spans.set(article, [span]);
    else if (!known.some(({ begin, end }) => begin <= span.begin && span.end <= end)) {
      known.push(span);
    }
  };
  for (const { article, comparedWith, passages } of cascade.echoes) {
    for (const { a, b } of passages) {
      add(article, b);
      if (comparedWith !== undefined) add(comparedWith, a);
    }
  }
  return spans;
}

/** What is first stated in the shared passages. */
function statedIn(
  { text, language }: Article,
  spans: readonly Span[],
  reading: Reading | undefined,
): Wording[] {
  return (reading?.attributions ?? [])
    .map(({ content }) => content.filter((span) => isInside(span, spans)))
    .map((content) => content.map(({ begin, end }) => text.slice(begin, end)).join(' '))
    .filter((words) => words.length >= LEAST_CONTENT)
    .slice(0, STATEMENTS)
    .map((words) => ({ text: words, language }));
}

/** Headline, first shared sentence, and what is first stated in the shared passages. */
function wordingsOf(
  { title, text, language }: Article,
  spans: readonly Span[],
  stated: readonly Wording[],
): Wording[] {
  const first = sentencesOf(text).find((sentence) => isInside(sentence, spans));
  const sentence = first === undefined ? [] : [text.slice(first.begin, first.end)];
  const own = [title, ...sentence]
    .filter((words) => words.trim() !== '')
    .map((words) => ({ text: words, language }));
  return [...own, ...stated];
}

const isInside = ({ begin, end }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.begin < end && begin < span.end);
