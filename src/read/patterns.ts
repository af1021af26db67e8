/**
 * Lists of words and phrases by class, found in a text. A phrase is written as in running text;
 * `*` at the end of a word stands for any ending ("выдвор*"); case does not count. Opening
 * is linear in the lists; finding is linear in the text: a word is looked up by its own letters,
 * then once a length of the listed beginnings, and the answer is kept for the next text.
 */
import type { Document, Token } from './document.ts';
import { tokenMemo } from './token-memo.ts';

/** A phrase found: tokens as a half-open range. */
export interface Hit<C extends string> {
  readonly kind: C;
  readonly first: number;
  readonly last: number;
}

/** What of the lists stands in one text. */
export interface Marks<C extends string> {
  /** In order of their first tokens. */
  readonly hits: readonly Hit<C>[];
  /** Whether a token stands in a phrase of the class. */
  is(at: number, kind: C): boolean;
  /** The longest phrase of one of the classes that ends before the token `last`. */
  endingAt(last: number, kinds: ReadonlySet<C>): Hit<C> | undefined;
  /** The longest phrase of the class that begins at a token. */
  startingAt(first: number, kind: C): Hit<C> | undefined;
}

export type FindMarks<C extends string> = (document: Document) => Marks<C>;

interface Part {
  readonly word: string;
  readonly open: boolean;
}
interface Pattern<C extends string> {
  readonly kind: C;
  readonly rest: readonly Part[];
}
interface Book<C extends string> {
  readonly exact: Map<string, Pattern<C>[]>;
  readonly begun: Map<string, Pattern<C>[]>;
  readonly lengths: readonly number[];
}

/** Listed words are shorter; longer ones of the text are looked up by their beginning only. */
const LONGEST = 32;
/** Most words begin nothing. */
const NOTHING: readonly never[] = [];

/** Opens lists of phrases, one a class. */
export function openPatterns<C extends string>(
  lists: Readonly<Record<C, readonly string[]>>,
): FindMarks<C> {
  const book = bookOf(lists);
  const kinds = Object.keys(lists) as C[];
  const patternsOf = tokenMemo(({ lower }) => lookUp(book, plain(lower)));
  return (document) => marksOf(kinds, findHits(document, patternsOf), document.tokens.length);
}

/** Accents stay, since they tell "bajó" from "bajo"; Russian texts write е for ё as they like. */
const plain = (word: string): string =>
  word.slice(0, LONGEST).normalize('NFC').replaceAll('ё', 'е');

const plainOf = tokenMemo(({ lower }) => plain(lower));

function bookOf<C extends string>(lists: Readonly<Record<C, readonly string[]>>): Book<C> {
  const exact = new Map<string, Pattern<C>[]>();
  const begun = new Map<string, Pattern<C>[]>();
  for (const kind of Object.keys(lists) as C[]) {
    for (const phrase of lists[kind]) {
      const [head, ...rest] = phrase.split(' ').map(partOf);
      if (head === undefined) continue;
      const side = head.open ? begun : exact;
      const patterns = side.get(head.word) ?? [];
      patterns.push({ kind, rest });
      side.set(head.word, patterns);
    }
  }
  return { exact, begun, lengths: [...new Set([...begun.keys()].map((word) => word.length))] };
}

function partOf(word: string): Part {
  const open = word.endsWith('*');
  return { word: plain(open ? word.slice(0, -1) : word), open };
}

function lookUp<C extends string>(book: Book<C>, folded: string): readonly Pattern<C>[] {
  const found = [...(book.exact.get(folded) ?? NOTHING)];
  for (const length of book.lengths) {
    if (length <= folded.length)
      found.push(...(book.begun.get(folded.slice(0, length)) ?? NOTHING));
  }
  return found.length === 0 ? NOTHING : found;
}

function findHits<C extends string>(
  { tokens }: Document,
  patternsOf: (token: Token) => readonly Pattern<C>[],
): Hit<C>[] {
  const hits: Hit<C>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const patterns = patternsOf(tokens[at]!);
    for (let k = 0; k < patterns.length; k++) {
      const { kind, rest } = patterns[k]!;
      if (goesOn(tokens, at, rest)) hits.push({ kind, first: at, last: at + 1 + rest.length });
    }
  }
  return hits;
}

/** Whether the parts stand behind the token `at`, in its sentence. */
function goesOn(tokens: readonly Token[], at: number, rest: readonly Part[]): boolean {
  for (let i = 0; i < rest.length; i++) {
    const next = tokens[at + 1 + i];
    if (next === undefined || next.sentence !== tokens[at]!.sentence) return false;
    const { word, open } = rest[i]!;
    const folded = plainOf(next);
    if (open ? !folded.startsWith(word) : folded !== word) return false;
  }
  return true;
}

const BITS = 31;

function marksOf<C extends string>(
  kinds: readonly C[],
  hits: readonly Hit<C>[],
  tokens: number,
): Marks<C> {
  const width = Math.ceil(kinds.length / BITS);
  const place = new Map(kinds.map((kind, i) => [kind, i]));
  const bits = new Int32Array(tokens * width);
  const ends: (Hit<C>[] | undefined)[] = new Array(tokens + 1);
  const starts: (Hit<C>[] | undefined)[] = new Array(tokens + 1);
  for (const hit of hits) {
    const bit = place.get(hit.kind)!;
    const word = Math.floor(bit / BITS);
    for (let at = hit.first; at < hit.last; at++) bits[at * width + word]! |= 1 << (bit % BITS);
    pushAt(ends, hit.last, hit);
    pushAt(starts, hit.first, hit);
  }
  return {
    hits,
    is: (at, kind) => {
      const bit = place.get(kind)!;
      const word = bits[at * width + Math.floor(bit / BITS)] ?? 0;
      return at >= 0 && (word & (1 << (bit % BITS))) !== 0;
    },
    endingAt: (last, wanted) => longest(ends[last], (kind) => wanted.has(kind)),
    startingAt: (first, wanted) => longest(starts[first], (kind) => kind === wanted),
  };
}

function pushAt<T>(lists: (T[] | undefined)[], at: number, item: T): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [item];
  else list.push(item);
}

function longest<C extends string>(
  hits: readonly Hit<C>[] | undefined,
  wanted: (kind: C) => boolean,
): Hit<C> | undefined {
  let best: Hit<C> | undefined;
  for (const hit of hits ?? []) {
    if (!wanted(hit.kind)) continue;
    if (best === undefined || hit.last - hit.first > best.last - best.first) best = hit;
  }
  return best;
}
