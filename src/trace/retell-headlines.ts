/**
 * Headlines without a full stop, which run into the first sentence of a text: "Council meets The town
 * council met on Monday …". In a retold passage such a beginning has no counterpart, so it is told
 * by the words: at least `LEAST_WORDS` of them with next to none matched, then a capital letter, then
 * words that are matched. Linear in the words of the two sentences.
 */
import { explainPair } from './lexicon/explain.ts';
import type { LexiconShelf } from './lexicon/shelf.ts';
import { placedWords } from './lexicon/words.ts';

const LEAST_WORDS = 5;
/** Most of the headline's words that may be matched: a name stands in both. */
const MOST_MATCHED = 0.15;
/** Least of the words behind it. */
const LEAST_MATCHED = 0.3;

interface Side {
  readonly text: string;
  readonly language: string;
}

/** Characters of each side's beginning that are a headline; 0 where there is none. */
export function headlineEnds(
  a: Side,
  b: Side,
  shelf: LexiconShelf,
): { readonly a: number; readonly b: number } {
  const { matches } = explainPair(a, b, {
    forward: shelf.between(a.language, b.language),
    backward: shelf.between(b.language, a.language),
  });
  return {
    a: endOf(a.text, new Set(matches.map((match) => match.a.begin))),
    b: endOf(b.text, new Set(matches.map((match) => match.b.begin))),
  };
}

function endOf(text: string, matched: ReadonlySet<number>): number {
  const words = placedWords(text);
  const all = words.filter((word) => matched.has(word.begin)).length;
  let before = 0;
  let end = 0;
  words.forEach((word, i) => {
    const behind = all - before;
    const isStart = i >= LEAST_WORDS && word.word[0] !== word.word[0]!.toLowerCase();
    const isBare = before <= MOST_MATCHED * i;
    if (isStart && isBare && behind >= LEAST_MATCHED * (words.length - i)) end = word.begin;
    if (matched.has(word.begin)) before++;
  });
  return end;
}
