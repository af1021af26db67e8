/**
 * Where searched words stand in a text, and the piece of it that shows most of them. O(length) for the
 * first `MOST_READ` characters; a match further in is found by the store, but not shown.
 */
import type { SearchTerm } from '../domain/search.ts';
import type { Span } from '../domain/span.ts';
import { EXCERPT_WORDS } from '../domain/views.ts';
import { tokensOf } from './tokens.ts';

const MOST_READ = 200_000;
/** Matches among which the best place is looked for. */
const MOST_MATCHES = 200;
/** Words shown before the first match; where they are too long together, characters. */
const LEAD_WORDS = 8;
const MOST_LEAD = 120;
const LEAD_CHARACTERS = 40;
/** Longest piece in characters, for texts whose words have no end. */
const MOST_SHOWN = 600;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

interface Match extends Span {
  /** Which term, by its place. */
  readonly term: number;
}

export interface FoundPiece {
  readonly span: Span;
  /** The piece with every white space as one blank each, so that offsets hold. */
  readonly text: string;
  /** In `text`, in order and apart from one another. */
  readonly marks: readonly Span[];
}

/** The piece of `text` that shows most of the terms; its beginning where it shows none. */
export function foundPiece(text: string, terms: readonly SearchTerm[]): FoundPiece {
  const read = text.slice(0, MOST_READ);
  const words = wordsOf(read);
  const matches = matchesIn(read, words, terms);
  const first = bestOf(matches);
  const begin = first === undefined ? 0 : leadBefore(words, first);
  const span = { begin, end: endOfPiece(text, begin) };
  return {
    span,
    text: text.slice(span.begin, span.end).replace(/\s/g, ' '),
    marks: apart(matches, span).map((one) => ({ begin: one.begin - begin, end: one.end - begin })),
  };
}

/** Where terms stand in a short text, such as a headline. */
export function foundMarks(text: string, terms: readonly SearchTerm[]): Span[] {
  const read = text.slice(0, MOST_READ);
  return apart(matchesIn(read, wordsOf(read), terms), { begin: 0, end: text.length });
}

interface Word extends Span {
  readonly folded: string;
}

function wordsOf(text: string): Word[] {
  const memo = new Map<string, string>();
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    let folded = memo.get(word);
    if (folded === undefined) {
      folded = fold(word);
      memo.set(word, folded);
    }
    return { begin: index, end: index + word.length, folded };
  });
}

/** As the index of the store takes words: without case and accents. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function matchesIn(text: string, words: readonly Word[], terms: readonly SearchTerm[]): Match[] {
  const wanted = terms.map((term) => ({ ...term, words: term.words.map(fold) }));
  const matches: Match[] = [];
  for (let at = 0; at < words.length && matches.length < MOST_MATCHES; at++) {
    wanted.forEach((term, i) => {
      const end = term.inside ? undefined : endOfMatch(words, at, term);
      if (end !== undefined) matches.push({ begin: words[at]!.begin, end, term: i });
    });
  }
  terms.forEach(({ inside, words: pieces }, i) => {
    if (!inside) return;
    const piece = pieces.join(' ');
    let at = text.indexOf(piece);
    for (let n = 0; at >= 0 && n < MOST_MATCHES; n++) {
      matches.push({ begin: at, end: at + piece.length, term: i });
      at = text.indexOf(piece, at + piece.length);
    }
  });
  return matches.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

function endOfMatch(
  words: readonly Word[],
  at: number,
  { words: wanted, beginning }: SearchTerm,
): number | undefined {
  for (let i = 0; i < wanted.length; i++) {
    const folded = words[at + i]?.folded;
    const open = beginning && i === wanted.length - 1;
    const same = open ? folded?.startsWith(wanted[i]!) : folded === wanted[i];
    if (same !== true) return undefined;
  }
  return words[at + wanted.length - 1]!.end;
}

/** The match behind which, within a piece, stand most different terms; the first of equals. */
function bestOf(matches: readonly Match[]): Match | undefined {
  let best: Match | undefined;
  let most = 0;
  matches.forEach((one, i) => {
    const terms = new Set<number>();
    for (let j = i; j < matches.length && matches[j]!.begin < one.begin + MOST_SHOWN / 2; j++) {
      terms.add(matches[j]!.term);
    }
    if (terms.size > most) {
      most = terms.size;
      best = one;
    }
  });
  return best;
}

function leadBefore(words: readonly Word[], { begin }: Match): number {
  const at = words.findIndex((word) => word.end > begin);
  const lead = words[Math.max(0, at - LEAD_WORDS)]?.begin ?? begin;
  return begin - lead > MOST_LEAD ? begin - LEAD_CHARACTERS : Math.min(lead, begin);
}

function endOfPiece(text: string, begin: number): number {
  const piece = text.slice(begin, begin + MOST_SHOWN);
  const { count, ends } = tokensOf(piece);
  if (count > EXCERPT_WORDS) return begin + ends[EXCERPT_WORDS - 1]!;
  // Where the cut falls into a word, the word goes, unless it is all there is.
  const whole = begin + piece.length === text.length || count < 2;
  return begin + (whole ? piece.length : ends[count - 2]!);
}

/** Matches inside the span, none over another. */
function apart(matches: readonly Span[], { begin, end }: Span): Span[] {
  const kept: Span[] = [];
  for (const one of matches) {
    if (one.begin < Math.max(begin, kept.at(-1)?.end ?? 0) || one.end > end) continue;
    kept.push({ begin: one.begin, end: one.end });
  }
  return kept;
}
