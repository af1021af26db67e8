/**
 * Dates of a year or more before publication that date what is told: a statement, by its attribution;
 * a picture, a text or a figure, by the words around the date. Dates of what happened are none.
 */
import type { StalenessCue } from '../../domain/reading.ts';
import { holds, tokenRange } from '../token-range.ts';
import { followsMedia, hasMedia, isMedia } from './media.ts';
import type { StaleTask } from './stale-lexicon.ts';

/** Older dates are history, and no sign that something is told as new. */
const OLDEST_YEARS = 100;

/** Dates of a year or more before publication that date a statement, a picture or a figure. */
export function oldDates(task: StaleTask): StalenessCue[] {
  const { document, dates } = task;
  const { published } = document;
  if (published === undefined) return [];
  const newest = yearsBefore(published, 1);
  const oldest = yearsBefore(published, OLDEST_YEARS);
  const uttered = utteredIn(task);
  return dates.flatMap(({ type, days, span, text }, place) => {
    if (type !== 'DATE' || days === undefined) return [];
    if (days.last > newest || days.first < oldest) return [];
    const [first, last] = tokenRange(document.tokens, span);
    if (isSince(task, first)) return [];
    const told = uttered.has(place) && !isName(task, last);
    return told || isDated(task, first, last) ? [{ kind: 'old-date', span, text } as const] : [];
  });
}

/** The places of the dates of statements, as far as they are not told in them. */
function utteredIn({ attributions, dates }: StaleTask): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { uttered, content } of attributions) {
    const span = uttered === undefined ? undefined : dates[uttered]?.span;
    if (span !== undefined && !content.some((piece) => holds(piece, span))) places.add(uttered!);
  }
  return places;
}

/** `YYYY-MM-DD` so many years before. */
function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}

/** Words before a date among which "since" tells that it dates something else. */
const SINCE_REACH = 4;

function isSince({ marks, document }: StaleTask, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - SINCE_REACH); at--) {
    if (marks.is(at, 'since')) return true;
    const tag = document.tags[at]!;
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT') return false;
  }
  return false;
}

/** "the 2010 election": the date names what stands behind it, unless that is where one speaks. */
function isName(task: StaleTask, last: number): boolean {
  const tag = task.document.tags[last];
  if (task.document.language !== 'en') return false;
  if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADJ') return false;
  for (let at = last; at < last + 3; at++) if (task.marks.is(at, 'venue')) return false;
  return !isMedia(task, last);
}

/** Words between a picture, or the word for its making, and its date. */
const DATED_REACH = 10;
/** Words between a figure and its date. */
const FIGURE_REACH = 2;

/** "filmed in 2017", "a video of 2016", "archive footage of a 2014 march", "a 2016 report". */
function isDated(task: StaleTask, first: number, last: number): boolean {
  const { document, marks } = task;
  const sentence = document.sentences[document.tokens[first]!.sentence]!;
  if (isMedia(task, last) || marks.is(last, 'figures')) return true;
  let made = false;
  let linked = true;
  for (let at = first - 1; at >= Math.max(sentence.first, first - DATED_REACH); at--) {
    if (marks.is(at, 'archive')) return true;
    const near = linked && first - at <= FIGURE_REACH + 1;
    if (near && (marks.is(at, 'figures') || isMedia(task, at))) return true;
    if (made && isMedia(task, at)) return true;
    made ||= marks.is(at, 'made');
    linked &&= marks.is(at, 'link');
  }
  const { sentence: own } = document.tokens[first]!;
  return made && (hasMedia(task, own) || followsMedia(task, first));
}
