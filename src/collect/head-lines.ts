/**
 * What the first lines of a plain text say of it: the day of publication and who wrote it, each in a
 * short line of its own ("By Ana Ruiz September 23, 2024"). Never from running text, whatever day it
 * begins with. O(ten lines).
 */
import { isSilent } from './month-names.ts';
import { writtenDate } from './written-dates.ts';

export interface HeadLines {
  /** The date as it stands there, a whole day with its year; absent where no line is one. */
  readonly published: string | undefined;
  readonly authors: readonly string[];
}

/** Lines with words in them that are looked at. */
const LINES = 10;
const MOST_WORDS = 12;
/** Longest line looked at, in UTF-16 units. */
const LONGEST = 160;
/** Most words of the names in a byline. */
const MOST_NAMES = 6;

/** A date behind these words is another one than that of publication. */
const OTHER_DATE =
  /^(?:last\s+)?(?:updated?|modified|corrected|retrieved|accessed|actualizad[oa]|actualización|modificad[oa]|consultad[oa]|обновлен[оа]?|обновлён[оа]?|изменен[оа]?|изменён[оа]?)(?!\p{L})/iu;
const BYLINE = /^(?:by|por|автор(?:ы)?|текст)(?::\s*|\s+)(\S.*)$/iu;
/** Small words inside a byline's names. */
const PARTICLES = new Set(
  'de del la las los y e and и da do dos van von der den di al el'.split(' '),
);
/** What parts a byline from its date. */
const EDGES = /^[\s,;|·•—–-]+|(?<![\s,;|·•—–-])[\s,;|·•—–-]+$/gu;

/** The head of `text` (`\n` line ends), read for its date and its byline. */
export function headLinesOf(text: string): HeadLines {
  const lines = headOf(text);
  for (const [at, line] of lines.entries()) {
    const dated = datedLine(line);
    if (dated === undefined || (dated.author === undefined && isInSentence(lines, at))) continue;
    const author = dated.author ?? bylineOf(lines[at - 1]?.text) ?? bylineOf(lines[at + 1]?.text);
    return { published: dated.date, authors: author === undefined ? [] : [author] };
  }
  return { published: undefined, authors: [] };
}

interface Line {
  readonly text: string;
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
}

function headOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (let begin = 0; begin <= text.length && lines.length < LINES; ) {
    const found = text.indexOf('\n', begin);
    const end = found < 0 ? text.length : found;
    // A text without line ends is not copied to be thrown away.
    const line = text.slice(begin, Math.min(end, begin + LONGEST + 1)).trim();
    if (line !== '') lines.push({ text: line, apart });
    apart = line === '';
    begin = end + 1;
  }
  return lines;
}

function datedLine({ text }: Line): { date: string; author?: string } | undefined {
  if (text.length > LONGEST || !/\p{N}/u.test(text) || OTHER_DATE.test(text)) return undefined;
  const words = text.split(/\s+/);
  if (words.length > MOST_WORDS) return undefined;
  if (isWholeDay(text)) return { date: text };
  for (let cut = 1; cut < words.length; cut++) {
    const [left, right] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    const found = bylineAndDate(left, right) ?? bylineAndDate(right, left);
    if (found !== undefined) return found;
  }
  return undefined;
}

function bylineAndDate(names: string, day: string): { date: string; author: string } | undefined {
  const date = day.replace(EDGES, '');
  const author = bylineOf(names);
  return author === undefined || !isWholeDay(date) ? undefined : { date, author };
}

/** A day with its year, and nothing that is no date. */
function isWholeDay(text: string): boolean {
  if (/[.!?]$/.test(text) && !/(?:^|\s)г(?:ода)?\.$/iu.test(text)) return false;
  const date = writtenDate(text);
  return date?.month !== undefined && date.day !== undefined;
}

/** The names behind "By", "Por", «Автор»; no sentence that begins so. */
function bylineOf(line: string | undefined): string | undefined {
  const names = BYLINE.exec((line ?? '').replace(EDGES, ''))?.[1]?.replace(EDGES, '');
  if (names === undefined) return undefined;
  const words = names.split(/\s+/);
  if (words.length > MOST_NAMES) return undefined;
  const isName = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}.’'-]*,?$/u.test(word);
  const fits = words.every((word) => isName(word) || PARTICLES.has(word.toLowerCase()));
  return fits && words.some((word) => isName(word) && !isSilent(word.toLowerCase()))
    ? names
    : undefined;
}

/** Whether a hard-wrapped sentence goes on around the line: it breaks off before it, or goes on behind. */
function isInSentence(lines: readonly Line[], at: number): boolean {
  const [before, line, after] = [lines[at - 1], lines[at]!, lines[at + 1]];
  const open =
    /(?:,|\s(?:on|in|of|since|until|by|and|from|el|del|de|en|desde|hasta|y|от|с|до|и|в))$/iu;
  if (before !== undefined && !line.apart && open.test(before.text)) return true;
  return after !== undefined && !after.apart && /^\p{Ll}/u.test(after.text);
}
