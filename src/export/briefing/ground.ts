/** What all parts of a briefing are made on: the facts, what is in them by id, and the phrases of the language. */
import type { BriefingFacts, BriefingLanguage, Footing } from '../../domain/briefing.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import type { Bounds, Estimate, RungKind } from '../../domain/judgement.ts';
import type { CheckView } from '../../domain/judgement-views.ts';
import type { LadderView } from '../../domain/ladder-views.ts';
import type { ArticleView } from '../../domain/views.ts';
import { daysInWords } from './days.ts';
import { phrasesIn } from './language-table.ts';
import type { Phrases } from './phrases.ts';
import { quotedIn } from './plain.ts';
import { quotationsOf } from './quotations.ts';
import { stateName } from './states.ts';

export interface Ground {
  readonly facts: BriefingFacts;
  readonly language: BriefingLanguage;
  readonly phrases: Phrases;
  readonly articles: ReadonlyMap<ArticleId, ArticleView>;
  readonly checks: ReadonlyMap<CheckId, CheckView>;
}

/** A sentence of a part, before the gate. */
export interface DraftSentence {
  readonly text: string;
  readonly footings: readonly Footing[];
  readonly confidence?: Estimate;
}

export interface DraftItem {
  readonly lead: string | undefined;
  readonly sentences: readonly DraftSentence[];
}

export function groundOf(facts: BriefingFacts, language: BriefingLanguage): Ground {
  const articles = [
    ...facts.cascades.flatMap(({ echoes, earliest }) => [
      ...earliest,
      ...echoes.map(({ article }) => article),
    ]),
    ...facts.claims.flatMap(({ judged }) => judged.carriers.map(({ article }) => article)),
    ...facts.said.map(({ article }) => article),
  ];
  const checks = facts.claims.flatMap(({ judged }) => judged.checks);
  return {
    facts,
    language,
    phrases: phrasesIn(language),
    articles: new Map(articles.map((article) => [article.id, article])),
    checks: new Map(checks.map((check) => [check.id, check])),
  };
}

/** A sentence with its days in words; quotations stay as they are. */
export function say(
  { language }: Ground,
  text: string,
  footings: readonly Footing[],
  confidence?: Estimate,
): DraftSentence {
  const { found } = quotationsOf(text);
  const ends = [...found.map(({ begin }) => begin), text.length];
  const starts = [0, ...found.map(({ end }) => end)];
  const own = starts.map((start, i) => daysInWords(text.slice(start, ends[i]), language));
  const words = own.map((piece, i) => `${piece}${found[i]?.text ?? ''}`).join('');
  return { text: words, footings, ...(confidence !== undefined && { confidence }) };
}

/** Foreign words between quotation marks; `—` stands for none. */
export function quoted({ phrases }: Ground, text: string): string {
  const words = quotedIn(text);
  return words === '' ? '—' : phrases.quote(words);
}

/** The figure as the language writes it; `—` for what is none. */
export function figure({ phrases }: Ground, value: number): string {
  return Number.isFinite(value) ? phrases.number(Math.round(value * 10) / 10) : '—';
}

/** `on Russia in Mexico`, as far as the watch says. */
export function topicOf({ facts, language, phrases }: Ground): string {
  const sponsors = facts.sponsors.map((code) => stateName(code, language));
  const host = facts.host === undefined ? undefined : stateName(facts.host, language);
  return phrases.about(sponsors, host);
}

/** A rung of the ladder in words; undefined where the ladder has none of the kind. */
export function rungWords(
  ground: Ground,
  ladder: LadderView | undefined,
  kind: RungKind,
): string | undefined {
  const rung = ladder?.rungs.find((one) => one.kind === kind);
  if (rung === undefined) return undefined;
  const [one, many] = ground.phrases.terms.rung[kind];
  return ground.phrases.bounds(shownBounds(ground, rung.bounds), one, many);
}

function shownBounds(
  ground: Ground,
  { atLeast, atMost }: Bounds,
): { readonly atLeast: string; readonly atMost: string } {
  return { atLeast: figure(ground, atLeast), atMost: figure(ground, atMost) };
}
