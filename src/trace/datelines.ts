/**
 * Datelines: the place, often the date, and the agency with which a wire story opens, as in
 * `PUERTO ALBA, 12 may (EFE).-`, `HELSINKI (AP) —`, `МОСКВА, 1 янв — РИА Новости.`, `Reuters - `.
 *
 * What stands before the agency must be nothing, or a place: a few words that begin with a capital,
 * numbers, months and small words, from the beginning of a line or sentence. Constant time a mention:
 * only a window around it is read.
 */
import type { Span } from '../domain/span.ts';
import { MORE, OTHERS } from './wire-cues.ts';

/** What stands around a mention, cut to a window. */
export interface Surroundings {
  /** Up to the mention, from at most `BEFORE` characters back; its first line may be cut. */
  readonly before: string;
  /** Behind the mention, at most `AFTER` characters. */
  readonly after: string;
  /** The part of `before` on the mention's line. */
  readonly lineBefore: string;
  /** Whether `lineBefore` is the line's whole beginning. */
  readonly fromLineStart: boolean;
  /** The part of `after` on the mention's line. */
  readonly lineAfter: string;
  /** Whether `lineAfter` reaches the line's end. */
  readonly toLineEnd: boolean;
  /** Whether `after` reaches the end of the text. */
  readonly toTextEnd: boolean;
}

/** Characters read on either side. */
const BEFORE = 140;
const AFTER = 160;
/** Most words of a place with its date. */
const PLACE_WORDS = 10;

const OPEN = new RegExp(String.raw`(?<opening>[([/])\s*${OTHERS}$`, 'u');
const CLOSE = new RegExp(String.raw`^${MORE}\s*(?<closing>[)\]/])`, 'u');
/** Where a line's earlier part may end before a dateline begins, as a caption or a first heading does. */
const BREAK = /[)\]|>*_#•●]+|[.!?…]["”»)]*\s+/gu;
const DASH = /^\s*(?:[.:,]\s*)?[-–—]/;
const STOP = /^\s*[.:,]\s/;
const SMALL =
  /^(?:de|del|la|las|los|el|da|do|d|of|the|and|y|e|и|на|у|th|st|nd|rd|янв\p{L}*|фев\p{L}*|мар\p{L}*|апр\p{L}*|ма[йя]|ию[нл]\p{L}*|авг\p{L}*|сен\p{L}*|окт\p{L}*|ноя\p{L}*|дек\p{L}*|ene\p{L}*|feb\p{L}*|mar\p{L}*|abr\p{L}*|may\p{L}*|jun\p{L}*|jul\p{L}*|ago\p{L}*|sep\p{L}*|oct\p{L}*|nov\p{L}*|dic\p{L}*|г|года)$/iu;
const SPLIT = /[\s,./–—-]+/u;

/** Reads the window around a mention. */
export function surroundingsOf(text: string, { begin, end }: Span): Surroundings {
  const from = Math.max(0, begin - BEFORE);
  const to = Math.min(text.length, end + AFTER);
  const before = text.slice(from, begin);
  const after = text.slice(end, to);
  const lineBreak = before.lastIndexOf('\n');
  const lineEnd = after.indexOf('\n');
  return {
    before,
    after,
    lineBefore: before.slice(lineBreak + 1),
    fromLineStart: lineBreak >= 0 || from === 0,
    lineAfter: lineEnd < 0 ? after : after.slice(0, lineEnd),
    toLineEnd: lineEnd >= 0 || to === text.length,
    toTextEnd: to === text.length,
  };
}

/**
 * How far a dateline reaches before and behind the mention, in characters; undefined where it is
 * none. With `bracketed`, only names in brackets count.
 */
export function datelineAround(
  near: Surroundings,
  bracketed: boolean,
): { readonly before: number; readonly after: number } | undefined {
  const open = OPEN.exec(near.lineBefore);
  const close = open === null ? null : CLOSE.exec(near.lineAfter);
  if (
    open !== null &&
    close !== null &&
    fits(open.groups!['opening']!, close.groups!['closing']!)
  ) {
    const place = placeBefore(near.lineBefore.slice(0, open.index), near.fromLineStart);
    if (place === undefined) return undefined;
    const tail = near.lineAfter.slice(close[0].length);
    const stopped = STOP.test(tail) && place.sure;
    if (!DASH.test(tail) && !stopped) return undefined;
    return { before: near.lineBefore.length - place.begin, after: close[0].length };
  }
  return bracketed ? undefined : openDateline(near);
}

/** `МОСКВА, 1 янв — РИА Новости.`, `PUERTO ALBA, AFP.-`, `Reuters - `: no brackets. */
function openDateline(near: Surroundings): { before: number; after: number } | undefined {
  const tail = near.lineAfter.replace(/^\.(?:RU|COM)\b/i, '');
  const dashed = /^\s*(?:[.:]\s*)?[-–—]+\s/.test(tail);
  const place = placeBefore(near.lineBefore, near.fromLineStart);
  if (place === undefined) return undefined;
  const separated = place.empty || /[,.:—–-]\s*$/.test(near.lineBefore);
  const dated = place.sure && /[—–-]\s*$/.test(near.lineBefore) && STOP.test(tail);
  if (!(dashed && separated && (place.empty || place.sure)) && !dated) return undefined;
  return { before: near.lineBefore.length - place.begin, after: 0 };
}

const fits = (open: string, close: string): boolean =>
  (open === '(' && close === ')') ||
  (open === '[' && close === ']') ||
  (open === '/' && close === '/');

interface PlaceFound {
  /** Where in the head it begins. */
  readonly begin: number;
  readonly empty: boolean;
  /** It has a number or is in capitals: hardly anything but a dateline. */
  readonly sure: boolean;
}

/** A place at the end of `head`: from the line's start, or from the last break that leaves one. */
function placeBefore(head: string, fromLineStart: boolean): PlaceFound | undefined {
  const begins = fromLineStart ? [0] : [];
  for (const match of head.matchAll(BREAK)) begins.push(match.index + match[0].length);
  for (const begin of begins) {
    const place = placeOf(head, begin);
    if (place !== undefined && (!place.empty || begin === 0)) return place;
  }
  return undefined;
}

function placeOf(head: string, begin: number): PlaceFound | undefined {
  const said = head.slice(begin);
  const lead = /^[^\p{L}\p{N}]*/u.exec(said)![0].length;
  const words = said
    .slice(lead)
    .split(SPLIT)
    .filter((word) => word !== '');
  if (words.length === 0) return { begin: head.length, empty: true, sure: false };
  if (words.length > PLACE_WORDS || !/^[\p{Lu}\p{N}]/u.test(words[0]!)) return undefined;
  if (!words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL.test(word))) return undefined;
  if (!words.some((word) => /^\p{Lu}/u.test(word))) return undefined;
  const sure = words.some((word) => /^\p{N}/u.test(word) || /^\p{Lu}{3,}/u.test(word));
  return { begin: begin + lead, empty: false, sure };
}
