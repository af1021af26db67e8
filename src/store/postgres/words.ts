/**
 * The words of articles as PostgreSQL's full text holds them: runs of letters, marks and digits, without
 * case and accents, folded here, so that what is asked is folded alike and no dictionary of the server has
 * a say. A `tsvector` has limits that texts know nothing of: what lies behind them is not found by its words.
 */
import type { SearchTerm, SearchWords } from '../../domain/search.ts';

/** Positions that a vector can tell, and how many of one word. */
const LAST_POSITION = 16_383;
const MOST_OF_A_WORD = 255;
/** Of a word so many characters are kept: the server's limit is 2,046 bytes. */
const LONGEST_WORD = 400;
/** Bytes of one vector; the server's limit is 2^20. */
const MOST_BYTES = 900_000;
/** No phrase reaches from the title into the text. */
const GAP = 10;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words that were folded already; most words of a batch are met again and again. */
let known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** A word as it is indexed; empty where nothing of it is a letter or digit. */
export function foldedWord(word: string): string {
  const met = known.get(word);
  if (met !== undefined) return met;
  const folded = word
    .slice(0, LONGEST_WORD)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (word.length > LONGEST_WORD) return folded;
  if (known.size >= MOST_KNOWN) known = new Map();
  known.set(word, folded);
  return folded;
}

/** The vector's text: each word with its positions, those of the title of weight A. Linear in the texts. */
export function vectorOf(title: string, text: string): string {
  const places = new Map<string, string[]>();
  const bytes = { left: MOST_BYTES };
  const last = addWords(places, { text: title, begin: 0, weight: 'A' }, bytes);
  addWords(places, { text, begin: last + GAP, weight: '' }, bytes);
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

interface Part {
  readonly text: string;
  readonly begin: number;
  readonly weight: string;
}

/** The position of the last word. */
function addWords(
  places: Map<string, string[]>,
  { text, begin, weight }: Part,
  bytes: { left: number },
): number {
  let position = begin;
  for (const [run] of text.matchAll(WORD)) {
    const word = foldedWord(run);
    if (word === '') continue;
    position++;
    const known = places.get(word);
    const cost = 2 + (known === undefined ? 3 * word.length + 8 : 0);
    if (cost > bytes.left || (known?.length ?? 0) >= MOST_OF_A_WORD) continue;
    bytes.left -= cost;
    const place = `${Math.min(position, LAST_POSITION)}${weight}`;
    if (known === undefined) places.set(word, [place]);
    else if (known[known.length - 1] !== place) known.push(place);
  }
  return position;
}

/** Words in a row, the last by its beginning; empty where there are none. */
export function beginningOf(text: string): string {
  return phraseOf({ words: text.match(WORD) ?? [], beginning: true });
}

/** Each word of a text by its beginning. */
export function beginningsOf(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap(
    (word) => phraseOf({ words: [word], beginning: true }) || [],
  );
}

function phraseOf({ words, beginning }: Pick<SearchTerm, 'words' | 'beginning'>): string {
  const folded = words.map(foldedWord).filter((word) => word !== '');
  const quoted = folded.map((word) => `'${word}'`).join(' <-> ');
  return quoted === '' ? '' : `(${quoted}${beginning ? ':*' : ''})`;
}

/** What a search asks of the vectors (`tsquery`), and of the texts, as `sqlite/match-expression.ts` has it. */
export interface WordsAsked {
  readonly match: string | undefined;
  readonly without: string | undefined;
  readonly inside: readonly (readonly string[])[];
  readonly notInside: readonly string[];
}

/** Nothing of the user's text becomes syntax: words are letters and digits, in quotes. */
export function wordsAsked({ all, without }: SearchWords): WordsAsked {
  const indexed = all.filter((terms) => terms.every(({ inside }) => !inside));
  const pieceOf = ({ words }: SearchTerm): string => words.join(' ');
  return {
    match: joined(indexed.map(anyOf), ' & '),
    without: anyOf(without.filter(({ inside }) => !inside)),
    inside: all.filter((terms) => terms.some(({ inside }) => inside)).map((ts) => ts.map(pieceOf)),
    notInside: without.filter(({ inside }) => inside).map(pieceOf),
  };
}

const anyOf = (terms: readonly SearchTerm[]): string | undefined => anyPhrase(terms.map(phraseOf));

/** One of these phrases; absent where all are empty. */
export function anyPhrase(phrases: readonly string[]): string | undefined {
  const any = joined(phrases, ' | ');
  return any === undefined ? undefined : `(${any})`;
}

function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  const held = parts.filter((part) => part !== undefined && part !== '');
  return held.length === 0 ? undefined : held.join(by);
}
