/**
 * Foreign text on its way into JSON. Two manners: `shown` for what a person reads (unseen characters
 * become visible, blanks one space, long texts cut), and `quoted` for what a program must find again
 * (one character for one, so that places counted in it stay true).
 */
import { EXCERPT_WORDS } from '../../domain/views.ts';
import { visible } from '../escape.ts';

/** No JSON may hold a lone surrogate, and no PostgreSQL a NUL; noncharacters are for no exchange. */
const UNSTORABLE = /[\0\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/gu;
/** What could end a script element, or steer the eye of who reads the file itself. */
const STEERING = /[<\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** A run between blanks, for counting words; scripts without blanks have one word a character. */
const RUN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]+/gu;
const LETTER = /[\p{L}\p{N}]/u;
/** Longest quoted text in UTF-16 units: `EXCERPT_WORDS` words of any language are shorter. */
const QUOTE_UNITS = 4000;

/** The text as a person reads it: at most `EXCERPT_WORDS` words and `limit` UTF-16 units. */
export function shown(text: string, limit: number): string {
  // The shown form of a character has at most eight; what lies behind can never be reached.
  const flat = visible(text.slice(0, 4 * limit))
    .replace(/\s+/g, ' ')
    .trim();
  const end = Math.min(wordsEnd(flat), limit);
  if (end === flat.length && 4 * limit >= text.length) return flat;
  if (end === flat.length && flat.length < limit) return `${flat}…`;
  return `${wholeUntil(flat, Math.min(end, limit - 1))}…`;
}

/** Our own sentence, whose foreign pieces went through `shown` before: cut by length only. */
export function sentence(text: string, limit: number): string {
  const flat = visible(text).replace(/\s+/g, ' ').trim();
  return flat.length <= limit ? flat : `${wholeUntil(flat, limit - 1)}…`;
}

/** The text as it stands, cut to `EXCERPT_WORDS` words; never changes its length before the cut. */
export function quoted(text: string): string {
  const end = Math.min(wordsEnd(text.slice(0, QUOTE_UNITS)), QUOTE_UNITS);
  return wholeUntil(text, end).replace(UNSTORABLE, '\ufffd');
}

/** An http or https address without credentials, as browsers write it; else undefined. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 4096 || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  if (parsed.username !== '' || parsed.password !== '' || parsed.href.length > 4096) {
    return undefined;
  }
  return parsed.href;
}

/** One line of JSON that may stand inside a script element; values are unchanged. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where the first `EXCERPT_WORDS` words end; the text's end where it has no more than these. */
function wordsEnd(text: string): number {
  let words = 0;
  for (const match of text.matchAll(RUN)) {
    if (LETTER.test(match[0])) words++;
    if (words > EXCERPT_WORDS) return match.index;
  }
  return text.length;
}

/** The first `end` units, without half of a surrogate pair. */
function wholeUntil(text: string, end: number): string {
  if (end >= text.length) return text;
  const code = text.charCodeAt(end - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end).trimEnd();
}
