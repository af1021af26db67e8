/**
 * What the desk itself knows of an article before a model is believed: its names, dates, sentences
 * and quotation marks. States, entities, values of dates and whether words are quoted come from
 * here, never from a model.
 */
import type { DateMention, Mention, Party, Phrase, Speaker } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import { quotesOf } from '../read/quotes.ts';
import type { ReadableArticle } from '../read/read.ts';
import { holds, overlaps, tokenAt, tokenRange } from '../read/token-range.ts';
import { paragraphsOf } from './reading-windows.ts';

/** What the built-in readers find; lists are in order and do not overlap. */
export interface Findings {
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly sentences: readonly Span[];
  /** The numbers that words of the article may mean, in digits or written out. */
  readonly numbersIn: (words: string) => readonly number[];
}
export type FindIn = (article: ReadableArticle) => Findings;

/** An article with all that is known of it. */
export interface Ground extends Findings {
  readonly text: string;
  readonly mentionSpans: readonly Span[];
  readonly dateSpans: readonly Span[];
  readonly paragraphs: readonly Span[];
  /** What stands in quotation marks, marks included, in the order of the opening ones. */
  readonly quotes: readonly Span[];
}

export function groundOf(article: ReadableArticle, find: FindIn): Ground {
  const { text } = article;
  const paragraphs = paragraphsOf(text);
  const found = find(article);
  return {
    ...found,
    text,
    mentionSpans: found.mentions.map(({ span }) => span),
    dateSpans: found.dates.map(({ span }) => span),
    paragraphs,
    quotes: quotesOf(text, paragraphs),
  };
}

/** The words at a span. */
export const phraseAt = ({ text }: Ground, span: Span): Phrase => ({
  span,
  text: text.slice(span.begin, span.end),
});

/** The paragraph that an offset is in; where it is in none, the next one. */
export function paragraphAt({ paragraphs }: Ground, offset: number): number {
  return Math.min(tokenAt(paragraphs, offset), paragraphs.length - 1);
}

/** The sentence that a span begins in, else its paragraph. */
export function sentenceAt(ground: Ground, { begin }: Span): Span {
  const sentence = ground.sentences[tokenAt(ground.sentences, begin)];
  return sentence !== undefined && sentence.begin <= begin
    ? sentence
    : ground.paragraphs[paragraphAt(ground, begin)]!;
}

/** Whether all of a span, a part of it or nothing stands in quotation marks. */
export function quotedness({ quotes }: Ground, span: Span): 'all' | 'part' | 'none' {
  let touched = false;
  for (const quote of quotes) {
    if (quote.begin >= span.end) break;
    if (holds(quote, span)) return 'all';
    touched ||= overlaps(quote, span);
  }
  return touched ? 'part' : 'none';
}

/** The place in `dates` of the one that shares most with a span. */
export function dateAt({ dateSpans }: Ground, span: Span | undefined): number | undefined {
  if (span === undefined) return undefined;
  let best: number | undefined;
  let most = 0;
  const [first, last] = tokenRange(dateSpans, span);
  for (let at = first; at < last; at++) {
    const { begin, end } = dateSpans[at]!;
    const shared = Math.min(end, span.end) - Math.max(begin, span.begin);
    if (shared <= most) continue;
    most = shared;
    best = at;
  }
  return best;
}

function mentionsIn({ mentions, mentionSpans }: Ground, span: Span): Mention[] {
  const [first, last] = tokenRange(mentionSpans, span);
  return mentions.slice(first, last).filter((mention) => holds(span, mention.span));
}

/** A party: its entity and state are those of the names in its words, as the desk's lists know them. */
export function partyAt(ground: Ground, span: Span): Party {
  const inside = mentionsIn(ground, span);
  const named =
    inside.find(({ kind }) => kind === 'person') ??
    inside.find(({ kind }) => kind === 'organisation') ??
    inside.find(({ state }) => state !== undefined);
  const state = named?.state ?? inside.find((mention) => mention.state !== undefined)?.state;
  return { ...phraseAt(ground, span), entity: named?.entity, state };
}

/** What a model says of a source besides its words. */
export interface SourceHint {
  readonly form: Speaker['form'] | null | undefined;
  /** Where the article names the one who is meant. */
  readonly named: Span | undefined;
}

/** A speaker: named by the person or outlet that its words name, else by what the article says elsewhere. */
export function speakerAt(ground: Ground, span: Span, hint?: SourceHint): Speaker {
  const phrase = phraseAt(ground, span);
  const own = namedBy(ground, phrase);
  if (own !== undefined) {
    const { entity, name } = own;
    return { ...phrase, form: 'named', entity, name, namedAt: undefined };
  }
  const form = hint?.form === 'pronoun' ? 'pronoun' : 'described';
  const other =
    hint?.named &&
    mentionsIn(ground, hint.named).find(({ kind }) => kind === 'person' || kind === 'organisation');
  return { ...phrase, form, entity: other?.entity, name: other?.name, namedAt: other?.span };
}

/** A person's that is only said to be somebody's or of somebody: "Biden's spokesman". */
const OWNED = /^['’]s?\s+\p{L}/u;
const OF = /(?:^|\s)(?:of|for|to|de|del|para)\s+$/iu;

/** The person in a source, else what is its whole head but for a short article: "the Kremlin". */
function namedBy(ground: Ground, { span, text }: Phrase): Mention | undefined {
  const inside = mentionsIn(ground, span);
  const person = inside.find(
    ({ kind, span: own }) =>
      kind === 'person' &&
      !OWNED.test(ground.text.slice(own.end, span.end)) &&
      !OF.test(ground.text.slice(span.begin, own.begin)),
  );
  if (person !== undefined) return person;
  const comma = text.search(/[,(]/u);
  const end = comma > 0 ? span.begin + comma : span.end;
  return inside.find(
    ({ form, kind, span: own }) =>
      form !== 'demonym' &&
      kind !== 'office' &&
      /^\s*(?:\p{L}{1,3}\s+)?$/u.test(ground.text.slice(span.begin, own.begin)) &&
      /^(?:['’]s)?\s*$/u.test(ground.text.slice(own.end, end)),
  );
}
