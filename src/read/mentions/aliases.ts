/** Abbreviations that an article itself explains: "Andrés Manuel López Obrador (AMLO)". O(names). */
import { fold } from '../../text/transliterate.ts';
import type { NameSpan } from './name-spans.ts';
import type { Words } from './words.ts';

const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{N}-]{1,9}$/u;

/** By abbreviation, the name that it was put behind in brackets. Known ones are no news. */
export function aliasesOf(
  { document }: Words,
  names: readonly NameSpan[],
  isListed: (token: number) => boolean,
): Map<string, NameSpan> {
  const { tokens } = document;
  const aliases = new Map<string, NameSpan>();
  for (const name of names) {
    const inner = tokens[name.last + 1];
    if (tokens[name.last]?.text !== '(' || tokens[name.last + 2]?.text !== ')') continue;
    if (inner === undefined || !ABBREVIATION.test(inner.text) || isListed(name.last + 1)) continue;
    const initials = tokens.slice(name.first, name.last).map(({ text }) => fold(text)[0] ?? '');
    if (abbreviates(fold(inner.text), initials)) aliases.set(inner.text, name);
  }
  return aliases;
}

/** Whether at least half of the letters, the first one included, are initials in this order. */
function abbreviates(letters: string, initials: readonly string[]): boolean {
  let at = initials.indexOf(letters[0]!);
  if (at < 0) return false;
  let hits = 1;
  for (const letter of letters.slice(1)) {
    const next = initials.indexOf(letter, at + 1);
    if (next < 0) continue;
    at = next;
    hits++;
  }
  return hits * 2 >= letters.length;
}
