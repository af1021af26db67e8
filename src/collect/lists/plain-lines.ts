/** A line of plain text that names one address, maybe with a note beside it. */
import { type Found, listed, notAnAddress } from './listed.ts';
import { statedAddress } from './stated-address.ts';

/** `- https://…`, `12. https://…`, `* <https://…>`. */
const BULLET = /^(?:[-*•]|\d{1,6}[.)])\s+/;
/** An address further on in a line: after a date, a title, in brackets of Markdown. */
const LATER = /https?:\/\/[^\s<>"]+/i;
const OPENERS = new Set('<("\'«“[');
const CLOSERS = new Set('>"\'»”,;]');
/** Characters of a line that are looked at; addresses are shorter. */
const MAX_LOOKED_AT = 20_000;

/** Whether a line says nothing: blank, or a comment. */
export function isRemark(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** The address that a line names: its first word, else the first that is one. */
export function addressInLine(line: string): string | undefined {
  const text = line.slice(0, MAX_LOOKED_AT).trim().replace(BULLET, '');
  const word = /^\S+/.exec(text)?.[0] ?? '';
  const first = statedAddress(bare(word));
  if (first !== undefined) return first;
  const later = LATER.exec(text)?.[0];
  return later === undefined ? undefined : statedAddress(bare(later));
}

/** What a line of a plain list is; nothing for remarks. */
export function foundInLine(line: string, number: number): Found | undefined {
  if (isRemark(line)) return undefined;
  const url = addressInLine(line);
  return url === undefined ? notAnAddress(number, line) : listed(url, number, {});
}

/** Without brackets and quotes around it, and without what only ends a clause. */
function bare(word: string): string {
  let begin = 0;
  let end = word.length;
  while (begin < end && OPENERS.has(word[begin]!)) begin++;
  while (end > begin && isEnd(word, end - 1, begin)) end--;
  return word.slice(begin, end);
}

/** A bracket at the end is the address's own where it opens it too. */
function isEnd(word: string, at: number, begin: number): boolean {
  const last = word[at]!;
  if (last === ')') return word.indexOf('(', begin) < 0;
  return CLOSERS.has(last);
}
