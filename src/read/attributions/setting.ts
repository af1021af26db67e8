/** Where and when a statement was made, as its own sentence says outside of what is stated. */
import type { DateMention, Phrase } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { holds, overlaps, tokenAt } from '../token-range.ts';
import type { Speech } from './speech.ts';

/** Words of a venue. */
const VENUE_WORDS = 14;

/** What of a sentence is the reporter's: outside of the content and of what else is taken. */
export interface Frame {
  /** The spans of all dates of the document, in order. */
  readonly dateSpans: readonly Span[];
  readonly sentence: Span & { readonly first: number; readonly last: number };
  readonly taken: readonly Span[];
  /** Where it may stand: the sentence, or the content of the statement that tells this one. */
  readonly bounds: readonly Span[];
  /** Cues of other statements near it: what stands beyond one is theirs. */
  readonly otherCues: readonly Span[];
}

const isFree = ({ taken, bounds }: Frame, span: Span): boolean =>
  taken.every((one) => !overlaps(one, span)) && bounds.some((one) => holds(one, span));

/**
 * The first phrase that begins with a preposition of place or time and holds a venue ("during a Senate
 * hearing"), without the preposition and without the date behind it.
 */
export function venueIn(
  document: TaggedDocument,
  frame: Frame,
  dates: readonly DateMention[],
  speech: Speech,
): Phrase | undefined {
  const { tokens, text } = document;
  for (let at = frame.sentence.first; at < frame.sentence.last; at++) {
    const token = tokens[at]!;
    // "told a Senate hearing": the venue is the verb's object, before any preposition.
    const told =
      speech.language === 'en' &&
      (speech.isTeller(token.lower) || /^address(?:ing|ed)$/.test(token.lower));
    if (!told && !(speech.isVenuePreposition(token.lower) && leads(document, at))) continue;
    const next = tokens[at + 1];
    if (!isFree(frame, token) || next === undefined) continue;
    if (dateAt(next, frame, dates)?.span.begin === next.begin) continue;
    const end = phraseEnd(document, at + 1, frame, dates, speech);
    const words = tokens.slice(at + 1, end);
    const venue = words.findIndex(({ lower }) => speech.isVenue(lower));
    const link = words.findIndex((_, i) => document.tags[at + 1 + i] === 'ADP');
    if (venue < 0 || (told && link >= 0 && link < venue)) continue;
    const span = { begin: tokens[at + 1]!.begin, end: tokens[end - 1]!.end };
    return { span, text: text.slice(span.begin, span.end) };
  }
  return undefined;
}

/** Whether a preposition leads to a place or time: not "a partir de", not "consultado por el canal". */
function leads({ tokens, tags }: TaggedDocument, at: number): boolean {
  if (tags[at + 1] === 'VERB' && tokens[at]!.lower === 'a') return false;
  if (tokens[at]!.lower === 'al' && /^(?:tanto|frente|corriente)$/u.test(tokens[at + 1]!.lower)) {
    return false;
  }
  // "by email", but not "published by the channel".
  if (tokens[at]!.lower === 'by') return tags[at + 1] === 'NOUN' && tokens[at + 2]?.kind !== 'word';
  if (tokens[at]!.lower === 'por' && tags[at + 1] === 'NOUN') return true;
  return tokens[at]!.lower !== 'por' || !/^(?:VERB|ADJ)$/.test(tags[at - 1] ?? '');
}

function phraseEnd(
  { tokens, tags }: TaggedDocument,
  first: number,
  frame: Frame,
  dates: readonly DateMention[],
  speech: Speech,
): number {
  let end = first;
  while (end < frame.sentence.last && end - first < VENUE_WORDS) {
    const token = tokens[end]!;
    const tag = tags[end]!;
    if (/^[,;:.!?—–()«»"“”]$/u.test(token.text) || !isFree(frame, token)) break;
    // English has venues that look like verbs: "meeting", "briefing".
    const verb = tag === 'VERB' && !(speech.language === 'en' && speech.isVenue(token.lower));
    const clause = verb || tag === 'AUX' || tag === 'SCONJ' || tag === 'PRON';
    // "his own channel": a pronoun may begin the phrase.
    if (clause && end > first) break;
    // A date inside the phrase ("a talk last week in London") does not end it; one behind it does.
    const date = dateAt(token, frame, dates);
    if (date?.span.begin === token.begin && speech.isVenue(tokens[end - 1]?.lower ?? '')) break;
    end++;
  }
  return withoutDate({ tokens, tags }, first, end, frame);
}

function withoutDate(
  { tokens, tags }: Pick<TaggedDocument, 'tokens' | 'tags'>,
  first: number,
  last: number,
  { dateSpans }: Frame,
): number {
  let end = last;
  while (end > first) {
    const token = tokens[end - 1]!;
    const date = dateSpans[tokenAt(dateSpans, token.begin)];
    if (date !== undefined && overlaps(date, token)) {
      end = Math.max(first, Math.min(end - 1, tokenAt(tokens, date.begin)));
    } else if (tags[end - 1] === 'ADP' || tags[end - 1] === 'DET' || tags[end - 1] === 'CCONJ')
      end--;
    else break;
  }
  return end;
}

function dateAt(
  token: Span,
  { dateSpans }: Frame,
  dates: readonly DateMention[],
): DateMention | undefined {
  const at = tokenAt(dateSpans, token.begin);
  return at < dates.length && overlaps(dateSpans[at]!, token) ? dates[at] : undefined;
}

/**
 * The date in the frame that stands nearest to the cue: its place in `dates`; no durations, none beyond
 * another statement's cue, none in a clause between commas ("X, who took office last year, said").
 */
export function utteredIn(
  document: TaggedDocument,
  frame: Frame,
  cue: Span,
  dates: readonly DateMention[],
  speech: Speech,
): number | undefined {
  let best: number | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = tokenAt(frame.dateSpans, frame.sentence.begin); at < dates.length; at++) {
    const { span, type, value } = dates[at]!;
    if (span.begin >= frame.sentence.end) break;
    const isVague = value === 'FUTURE_REF' || value === 'PRESENT_REF';
    if (type === 'DURATION' || type === 'SET' || isVague || !isFree(frame, span)) continue;
    if (isBeyond(frame, span, cue) || isInserted(document, span, cue)) continue;
    // "mayor until 2015", "since Monday": no day on which anything was said.
    const led = document.tokens[tokenAt(document.tokens, span.begin) - 1]?.lower;
    if (led !== undefined && speech.isTenureEnd(led)) continue;
    const distance = gap(cue, span);
    if (distance < nearest) {
      nearest = distance;
      best = at;
    }
  }
  return best;
}

/** Characters between two spans. */
const gap = (a: Span, b: Span): number => Math.max(a.begin - b.end, b.begin - a.end, 0);

/** Whether a date belongs to another statement: its cue is nearer, or stands between. */
function isBeyond({ otherCues }: Frame, date: Span, cue: Span): boolean {
  return otherCues.some(
    (other) =>
      gap(other, date) < gap(cue, date) ||
      (other.begin >= date.end && other.end <= cue.begin) ||
      (other.end <= date.begin && other.begin >= cue.end),
  );
}

/** Whether a date before the cue stands in a clause of its own: a comma behind it, and one before a verb. */
function isInserted({ tokens, tags }: TaggedDocument, date: Span, cue: Span): boolean {
  if (date.begin >= cue.begin) return false;
  let at = tokenAt(tokens, date.end);
  while (at < tokens.length && tokens[at]!.begin < cue.begin && tokens[at]!.text !== ',') at++;
  if (at >= tokens.length || tokens[at]!.begin >= cue.begin) return false;
  const sentence = tokens[at]!.sentence;
  let verb = false;
  for (let back = tokenAt(tokens, date.begin) - 1; back >= 0; back--) {
    if (tokens[back]!.sentence !== sentence) return false;
    if (tokens[back]!.text === ',') return verb;
    verb ||= tags[back] === 'VERB';
  }
  return false;
}
