/**
 * The report as JSON: the shape of `ReportView`, written out key by key so that the order never
 * depends on how the view was built. The same view gives the same bytes.
 *
 * - `format` is `atalaya-report`, `formatVersion` an integer that grows when a key changes meaning.
 * - Absent values are `null`; no key is ever missing, but counts by kind name only what came up.
 * - Every time stands twice: `…Ms` in milliseconds since 1970-01-01T00:00:00Z and, beside it, ISO
 *   8601 in UTC (`null` where no calendar holds it). A moment is
 *   `{earliestMs, earliest, latestMs, latest, precision, zone}`; lags are in milliseconds.
 * - Spans are half-open ranges of UTF-16 units in the article's text.
 * - Strings are as they were stored. A program that shows them must escape them.
 */
import type { MemberName } from '../domain/excerpts.ts';
import type { Moment } from '../domain/moment.ts';
import { DOUBT_KINDS, REFUSAL_KINDS } from '../domain/outcome.ts';
import type {
  ArticleView,
  CascadeView,
  EchoView,
  PassageView,
  ReportView,
  Tally,
  WireView,
} from '../domain/views.ts';
import { ladderJson } from './ladder-json.ts';
import { isoOf } from './moments.ts';

const FORMAT = 'atalaya-report';
const FORMAT_VERSION = 1;

/** The report as indented JSON, ending in a line feed. */
export function reportJson(view: ReportView): string {
  const { period } = view;
  const report = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    title: view.title,
    notice: view.notice ?? null,
    generatedAtMs: view.generatedAt,
    generatedAt: isoOf(view.generatedAt) ?? null,
    version: view.version,
    articles: view.articles,
    outlets: view.outlets,
    undated: view.undated,
    period:
      period === undefined
        ? null
        : {
            fromMs: period.from,
            from: isoOf(period.from) ?? null,
            toMs: period.to,
            to: isoOf(period.to) ?? null,
          },
    tally: tallyJson(view.tally),
    refusals: view.refusals.map(({ kind, file, line, detail }) => {
      return { kind, file, line: line ?? null, detail };
    }),
    boilerplate: view.boilerplate.map(({ domain, articles, sample }) => {
      return { domain, articles, sample };
    }),
    cascadesTotal: view.cascadesTotal,
    cascades: view.cascades.map(cascadeJson),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function tallyJson(tally: Tally): unknown {
  return {
    items: tally.items,
    articles: tally.articles,
    sameBytes: tally.sameBytes,
    sameArticle: tally.sameArticle,
    refused: countsJson(REFUSAL_KINDS, tally.refused),
    doubts: countsJson(DOUBT_KINDS, tally.doubts),
  };
}

/** Counts in the order of the closed list of kinds; kinds that never came up are left out. */
function countsJson<K extends string>(
  kinds: readonly K[],
  counts: Readonly<Partial<Record<K, number>>>,
): unknown {
  return Object.fromEntries(kinds.flatMap((kind) => (counts[kind] ? [[kind, counts[kind]]] : [])));
}

function cascadeJson(cascade: CascadeView): unknown {
  return {
    id: cascade.id,
    title: cascade.title,
    order: cascade.order,
    earliest: cascade.earliest.map((article) => article.id),
    articles: cascade.articles,
    reach: cascade.reach,
    languages: cascade.languages,
    spreadMs: cascade.spreadMs,
    droppedCredits: cascade.droppedCredits,
    wires: cascade.wires.map(wireJson),
    ladder: cascade.ladder === undefined ? null : ladderJson(cascade.ladder),
    echoes: cascade.echoes.map(echoJson),
  };
}

function wireJson(wire: WireView): unknown {
  return {
    id: wire.id,
    name: wire.name,
    claim: wire.claim,
    others: wire.others,
    crediting: wire.crediting,
    own: wire.own.map(memberJson),
    ownEarliest: wire.ownEarliest,
    earliestCredits: wire.earliestCredits.map(memberJson),
    credits: wire.credits.map(
      ({ article, outlet, strength, place, before, text, after, covers }) => {
        const { begin = null, end = null } = place.kind === 'text' ? place.span : {};
        const shown = { begin, end, before, text, after, covers };
        return { article, outlet, strength, in: place.kind, ...shown };
      },
    ),
  };
}

const memberJson = ({ article, outlet }: MemberName): unknown => ({ article, outlet });

function echoJson(echo: EchoView): unknown {
  const { parent, comparedWith, title } = echo;
  return {
    article: articleJson(echo.article),
    role: echo.role,
    parent:
      parent === undefined
        ? null
        : {
            article: parent.article,
            outlet: parent.outlet,
            reason: parent.reason,
            confidence: parent.confidence,
            lagMs: { min: parent.lag.min, max: parent.lag.max },
            rivals: parent.rivals.map(memberJson),
            bothCredit: parent.bothCredit.map(({ id, name }) => ({ id, name })),
          },
    comparedWith: comparedWith === undefined ? null : memberJson(comparedWith),
    copyType: echo.copyType ?? null,
    credit: echo.credit,
    creditText: echo.creditText ?? null,
    creditIn: echo.creditIn ?? null,
    title: title === undefined ? null : { from: title.from, to: title.to },
    alterations: echo.alterations.map(({ kind, from, to }) => ({ kind, from, to })),
    added: echo.added,
    removed: echo.removed,
    passages: echo.passages.map(passageJson),
  };
}

function articleJson(article: ArticleView): unknown {
  return {
    id: article.id,
    url: article.url ?? null,
    domain: article.domain,
    outlet: article.outlet,
    title: article.title,
    language: article.language,
    published: momentJson(article.published),
    firstSeen: momentJson(article.firstSeen),
    capturedAtMs: article.capturedAt,
    capturedAt: isoOf(article.capturedAt) ?? null,
    words: article.words,
    capture: { digest: article.capture.digest, origin: article.capture.origin },
  };
}

function momentJson(moment: Moment | undefined): unknown {
  if (moment === undefined) return null;
  return {
    earliestMs: moment.earliest,
    earliest: isoOf(moment.earliest) ?? null,
    latestMs: moment.latest,
    latest: isoOf(moment.latest) ?? null,
    precision: moment.precision,
    zone: moment.zone,
  };
}

function passageJson(passage: PassageView): unknown {
  const { from, to } = passage;
  return {
    from: { begin: from.span.begin, end: from.span.end, text: from.text },
    to: { begin: to.span.begin, end: to.span.end, text: to.text },
    diff: passage.diff.map(({ kind, text }) => ({ kind, text })),
    words: passage.words,
    hiddenWords: passage.hiddenWords,
  };
}
