/**
 * One name, one kind within an article: a surname alone follows the full name, a name tagged in
 * several ways takes the kind that it has most often, and where it stands untagged it is added.
 * O(tokens + names × longest name).
 */
import { NAME_KINDS, type NameKind, type NameSpan } from './name-spans.ts';
import type { Persons } from './persons.ts';
import type { Words } from './words.ts';

/** Names of more words are not looked for again. */
const MOST_WORDS = 5;

/** The spans made consistent, in order. `isListed`: whether the desk's lists know a token's name. */
export function consistent(
  words: Words,
  spans: readonly NameSpan[],
  persons: Persons,
  isListed: (token: number) => boolean,
): NameSpan[] {
  const { tokens } = words.document;
  const kinds = kindsByText(words, spans);
  const settled = spans.map((span): NameSpan => {
    if (isListed(span.first)) return span;
    const only = tokens[span.first]!.text;
    if (span.last - span.first === 1 && persons.isSurname(only)) return { ...span, kind: 'person' };
    return { ...span, kind: kinds.get(textOf(words, span)) ?? span.kind };
  });
  return addMissed(words, settled, kinds, persons, isListed);
}

function textOf({ folded }: Words, { first, last }: NameSpan): string {
  return folded.slice(first, last).join(' ');
}

/** For each name the kind that most of its spans have; of equals the first in `NAME_KINDS`. */
function kindsByText(words: Words, spans: readonly NameSpan[]): Map<string, NameKind> {
  const counts = new Map<string, number[]>();
  for (const span of spans) {
    const text = textOf(words, span);
    const count = counts.get(text) ?? NAME_KINDS.map(() => 0);
    count[NAME_KINDS.indexOf(span.kind)]!++;
    counts.set(text, count);
  }
  const best = (count: readonly number[]) => NAME_KINDS[count.indexOf(Math.max(...count))]!;
  return new Map([...counts].map(([text, count]) => [text, best(count)]));
}

function addMissed(
  words: Words,
  spans: readonly NameSpan[],
  kinds: ReadonlyMap<string, NameKind>,
  persons: Persons,
  isListed: (token: number) => boolean,
): NameSpan[] {
  const { tokens } = words.document;
  const all: NameSpan[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; ) {
    const span = spans[next];
    if (span !== undefined && span.first === at) {
      all.push(span);
      at = span.last;
      next++;
      continue;
    }
    const stop = Math.min(span?.first ?? tokens.length, at + MOST_WORDS);
    const missed = missedAt(words, at, stop, kinds, persons, isListed);
    if (missed !== undefined) all.push(missed);
    at = missed?.last ?? at + 1;
  }
  return all;
}

function missedAt(
  { document, folded }: Words,
  first: number,
  stop: number,
  kinds: ReadonlyMap<string, NameKind>,
  persons: Persons,
  isListed: (token: number) => boolean,
): NameSpan | undefined {
  const { tokens, sentences } = document;
  const token = tokens[first]!;
  if (!token.capital || isListed(first)) return undefined;
  const end = Math.min(stop, sentences[token.sentence]!.last);
  for (let last = end; last > first; last--) {
    if (!tokens[last - 1]!.capital) continue;
    if (last - first === 1 && persons.isSurname(token.text)) return { first, last, kind: 'person' };
    const kind = kinds.get(folded.slice(first, last).join(' '));
    // A single word at the head of a sentence may be a common one.
    const sure = last - first > 1 || first > sentences[token.sentence]!.first;
    if (kind !== undefined && sure) return { first, last, kind };
  }
  return undefined;
}
