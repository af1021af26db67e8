/**
 * Names in quotation marks behind a word that announces one: the film "…", the daily "…", газета «…».
 * What is quoted there is one name, whatever words it holds. O(quotes + spans).
 */
import { tokenAt } from '../token-range.ts';
import { type Heads, headBit } from './heads.ts';
import type { NameSpan } from './name-spans.ts';
import type { Words } from './words.ts';

/** Longer quotations are speech. */
const MOST_WORDS = 12;
const WORK = headBit('work');
const OUTLET = headBit('outlet');

/** The spans with quoted names in place of what was found inside them, in order. */
export function withQuotedNames(
  words: Words,
  heads: Heads,
  spans: readonly NameSpan[],
): NameSpan[] {
  const quoted = quotedNames(words, heads);
  const all: NameSpan[] = [];
  let next = 0;
  for (const name of quoted) {
    if (name.first < (all.at(-1)?.last ?? 0)) continue;
    while (next < spans.length && spans[next]!.last <= name.first) all.push(spans[next++]!);
    while (next < spans.length && spans[next]!.first < name.last) next++;
    all.push(name);
  }
  return [...all, ...spans.slice(next)];
}

function quotedNames({ document, folded }: Words, heads: Heads): NameSpan[] {
  const { tokens, quotes } = document;
  const names: NameSpan[] = [];
  for (const { begin, inner, closed } of quotes) {
    const open = tokenAt(tokens, begin);
    const classes = heads.classesOf(folded[open - 1] ?? '');
    if (!closed || (classes & (WORK | OUTLET)) === 0) continue;
    const first = tokenAt(tokens, inner.begin);
    const last = tokenAt(tokens, inner.end);
    if (!isName(document, first, last)) continue;
    names.push({ first, last, kind: (classes & OUTLET) === 0 ? 'other' : 'organisation' });
  }
  return names;
}

/** A few words of one sentence, the first of them with a capital. */
function isName({ tokens }: Words['document'], first: number, last: number): boolean {
  if (last <= first || last - first > MOST_WORDS || last > tokens.length) return false;
  return tokens[first]!.capital && tokens[first]!.sentence === tokens[last - 1]!.sentence;
}
