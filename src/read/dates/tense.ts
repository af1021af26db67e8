/**
 * Whether an expression of time stands beside what was or what is to come: by the nearest word of its
 * sentence that shows a tense, those before it counting as twice as near. A guess without a parse; the
 * window bounds its work.
 */
import type { Piece } from './pieces.ts';

export type Tense = 'past' | 'future';

/** A language's signs of tense. */
export interface Tenses {
  /** `undefined`: a word whose ending misleads. */
  readonly words: ReadonlyMap<string, Tense | undefined>;
  readonly endings: readonly (readonly [ending: string, tense: Tense])[];
}

/** How many pieces are looked at on either side. */
const WINDOW = 25;
/** Shorter words show no tense by their ending. */
const SHORTEST = 4;

/** Joins the lists; the longest ending decides. */
export function tensesOf(raw: {
  readonly past: readonly string[];
  readonly future: readonly string[];
  readonly pastEndings: readonly string[];
  readonly futureEndings: readonly string[];
  readonly neither: readonly string[];
}): Tenses {
  const endings = [
    ...raw.pastEndings.map((ending) => [ending, 'past'] as const),
    ...raw.futureEndings.map((ending) => [ending, 'future'] as const),
  ].sort(([a], [b]) => b.length - a.length);
  const words = new Map<string, Tense | undefined>();
  for (const word of raw.neither) words.set(word, undefined);
  for (const word of raw.past) words.set(word, 'past');
  for (const word of raw.future) words.set(word, 'future');
  return { words, endings };
}

/** The tense beside pieces `begin` to `end`; `undefined` where none shows. */
export function tenseAt(
  pieces: readonly Piece[],
  begin: number,
  end: number,
  known: Tenses,
): Tense | undefined {
  const sentence = pieces[begin]!.sentence;
  let best: Tense | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  const consider = (at: number, distance: number): boolean => {
    const piece = pieces[at];
    if (piece === undefined || piece.sentence !== sentence || distance >= nearest) return false;
    const tense = shownBy(piece.lower, known);
    if (tense !== undefined) {
      best = tense;
      nearest = distance;
    }
    return true;
  };
  for (let i = 1; i <= WINDOW && consider(begin - i, i); i++);
  for (let i = 0; i < WINDOW && consider(end + i, 2 * (i + 1)); i++);
  return best;
}

function shownBy(word: string, { words, endings }: Tenses): Tense | undefined {
  if (words.has(word)) return words.get(word);
  if (word.length < SHORTEST) return undefined;
  return endings.find(([ending]) => word.endsWith(ending))?.[1];
}
