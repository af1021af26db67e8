/**
 * From the answers about an article's windows to one reading: in the order of the text, each item
 * once, and tied to each other by where they stand. The order in which answers came makes no
 * difference.
 */
import type { Attribution, Reading } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { ReadableArticle } from '../read/read.ts';
import { holds } from '../read/token-range.ts';
import type { AnswerItems } from './reading-answer.ts';
import { countOf, eventOf, positionOf } from './reading-deeds.ts';
import type { Ground } from './reading-ground.ts';
import { quotationsIn } from './reading-quotations.ts';
import type { Refused } from './reading-refusals.ts';
import { type Lookup, statementOf } from './reading-statements.ts';
import type { Window } from './reading-windows.ts';

/** What came back about one window. */
export interface WindowAnswer {
  readonly window: Window;
  readonly items: AnswerItems;
}

/** Statements looked back over for the one that tells an item. */
const LOOK_BACK = 64;

/** One article's reading. `refused` is counted on. */
export function readingOf(
  article: ReadableArticle,
  reader: string,
  ground: Ground,
  answers: readonly WindowAnswer[],
  refused: Refused,
): Reading {
  const all = takenFrom(article.text, ground, answers, refused);
  const statements = inOrder(
    all((items) => items.attributions, statementOf),
    hullOf,
  );
  const tellers = tellersOf(statements);
  const told = <T extends { readonly span: Span }>(found: readonly T[]): T[] =>
    inOrder(found, ({ span }) => span).map((one) => ({
      ...one,
      told: tellerOf(tellers, one.span),
    }));
  return {
    article: article.id,
    reader,
    mentions: ground.mentions,
    dates: ground.dates,
    attributions: statements.map((one, at) => ({ ...one, within: withinOf(tellers, one, at) })),
    events: told(all((items) => items.events, eventOf)),
    counts: told(all((items) => items.counts, countOf)),
    positions: told(all((items) => items.positions, positionOf)),
    staleness: [],
    refused,
  };
}

type ItemsOf<I> = (items: AnswerItems) => readonly I[];
type Take<I, T> = (item: I, lookup: Lookup) => T | undefined;

/** What gives all items of one list that the article bears out. */
function takenFrom(
  text: string,
  ground: Ground,
  answers: readonly WindowAnswer[],
  refused: Refused,
): <I, T>(itemsOf: ItemsOf<I>, take: Take<I, T>) => T[] {
  const lookups = answers.map(({ window, items }) => ({
    items,
    lookup: { ground, window, quotations: quotationsIn(text, window), refused },
  }));
  return (itemsOf, take) =>
    lookups.flatMap(({ items, lookup }) =>
      itemsOf(items).flatMap((item) => {
        const taken = take(item, lookup);
        return taken === undefined ? [] : [taken];
      }),
    );
}

/** Each once, by their place: what holds another comes before it; at one place by what they are. */
function inOrder<T>(found: readonly T[], spanOf: (one: T) => Span): T[] {
  const keyed = new Map<string, { readonly one: T; readonly key: string; readonly span: Span }>();
  for (const one of found) {
    const key = JSON.stringify(one);
    keyed.set(key, { one, key, span: spanOf(one) });
  }
  return [...keyed.values()]
    .sort(
      (a, b) => a.span.begin - b.span.begin || b.span.end - a.span.end || (a.key < b.key ? -1 : 1),
    )
    .map(({ one }) => one);
}

function hullOf({ content, cue, source }: Attribution): Span {
  const spans = [...content, cue?.span, source?.span].filter((span) => span !== undefined);
  return {
    begin: Math.min(...spans.map(({ begin }) => begin)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** A piece of content and the place of its statement. */
interface Teller {
  readonly piece: Span;
  readonly at: number;
}

const tellersOf = (statements: readonly Attribution[]): Teller[] =>
  statements
    .flatMap(({ content }, at) => content.map((piece) => ({ piece, at })))
    .sort((a, b) => a.piece.begin - b.piece.begin || b.piece.end - a.piece.end);

/** The statement in whose content a span stands; of several the innermost. */
function tellerOf(
  tellers: readonly Teller[],
  span: Span,
  isOther: (at: number) => boolean = () => true,
): number | undefined {
  let low = 0;
  let high = tellers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tellers[middle]!.piece.begin <= span.begin) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && low - i <= LOOK_BACK; i--) {
    const { piece, at } = tellers[i]!;
    if (holds(piece, span) && isOther(at)) return at;
  }
  return undefined;
}

/** The earlier statement that holds this one's source and cue, or its content where it has neither. */
function withinOf(
  tellers: readonly Teller[],
  { source, cue, content }: Attribution,
  own: number,
): number | undefined {
  const parts = [source?.span, cue?.span].filter((span) => span !== undefined);
  const spans = parts.length > 0 ? parts : [content[0]!];
  const hull = {
    begin: Math.min(...spans.map(({ begin }) => begin)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  return tellerOf(tellers, hull, (at) => at < own);
}
