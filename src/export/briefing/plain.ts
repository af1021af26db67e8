/**
 * Foreign strings as a sentence of a briefing may hold them: one line, no characters that steer a parser or
 * the eye, cut to a length. Rendering escapes them again; this only keeps a sentence readable as one.
 * All are linear in what they keep: a string is cut before it is worked on.
 */
import { EXCERPT_WORDS } from '../../domain/views.ts';

/** Longest piece of a text without spaces, in UTF-16 units: some writing systems have none. */
const EXCERPT_UNITS = 600;
/** Words of a quotation inside a sentence: the whole passage stands in the list of sources. */
const QUOTED_WORDS = 30;
const QUOTED_UNITS = 240;
const NAME_UNITS = 120;
const HEADING_WORDS = 40;
const HEADING_UNITS = 300;

/** Controls, bidirectional embeddings, overrides and isolates, noncharacters, separators of lines. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]+/gu;
/** All but the narrow space that groups the digits of a number. */
const SPACES = /[^\S\u202f]+/gu;
const MARKS = /["“”„‟«»‹›‘‚‛]/gu;

/** One line of the text, at most `units` long before it is trimmed. */
export function oneLine(text: string, units = 2000): string {
  return whole(text, units).replace(UNSEEN, ' ').replace(SPACES, ' ').trim();
}

/** The beginning of a text as it stands, as long as what leaves the desk in one piece may be. */
export function excerpt(text: string): string {
  return firstWords(whole(text, 8 * EXCERPT_UNITS), EXCERPT_WORDS, EXCERPT_UNITS).text;
}

/** The beginning of a headline or of what stands for one, on one line. */
export function heading(text: string, words = HEADING_WORDS): string {
  const { text: kept, cut } = firstWords(oneLine(text), words, HEADING_UNITS);
  return cut ? `${kept} …` : kept;
}

/** A name inside a sentence: one line without quotation marks, so that it opens no quotation. */
export function nameIn(text: string): string {
  return unmarked(oneLine(text, NAME_UNITS));
}

/** Without quotation marks and brackets; apostrophes inside words stay. */
function unmarked(text: string): string {
  return text
    .replace(MARKS, '')
    .replace(/[[\]]/g, '')
    .replace(/(?<![\p{L}\p{N}])['’]+|['’]+(?![\p{L}\p{N}])/gu, '')
    .replace(SPACES, ' ')
    .trim();
}

/** A sentence that the desk states elsewhere, without quotation marks. */
export function sentenceIn(text: string): string {
  return firstWords(unmarked(oneLine(text)), EXCERPT_WORDS, EXCERPT_UNITS).text.trim();
}

/**
 * The words of a quotation, without its own quotation marks at either end; marks inside become single
 * ones. An ellipsis says that they were cut.
 */
export function quotedIn(text: string): string {
  const line = oneLine(text);
  const { text: kept, cut } = firstWords(line, QUOTED_WORDS, QUOTED_UNITS);
  const bare = kept.replace(/["“”„‟«»]/gu, "'").replace(/[[\]]/g, '');
  const trimmed = bare.replace(/^['\s]+|['\s]+$/gu, '');
  // The sentence around it has a full stop of its own.
  return cut ? `${trimmed} …` : trimmed.replace(/(?<!\.)\.$/u, '').trimEnd();
}

/** The text up to `units`, no surrogate torn from its other half, lone ones replaced. */
function whole(text: string, units: number): string {
  return text.slice(0, units).toWellFormed();
}

function firstWords(
  text: string,
  words: number,
  units: number,
): { readonly text: string; readonly cut: boolean } {
  let seen = 0;
  let end = text.length;
  for (const match of text.matchAll(/\S+/gu)) {
    seen++;
    if (seen > words) break;
    end = match.index + match[0].length;
  }
  if (seen <= words) end = text.length;
  const kept = text
    .slice(0, Math.min(end, units))
    .toWellFormed()
    .replace(/\ufffd$/u, '');
  return { text: kept, cut: kept.length < text.length };
}
