/**
 * Where a text names an agency, letter by letter: the places that `wire-credits.ts` then judges by
 * what stands around them.
 *
 * A name is looked for as it is listed, in capitals ("EUROPA PRESS") and, where it is an acronym, as
 * a word ("Afp"). Short acronyms written as words ("Ap", "Efe", "Ria") are marked weak, since they
 * are also words and persons' names. Time: words of the text, plus names that begin with the word.
 */
import type { Span } from '../domain/span.ts';
import type { CreditWords } from './credits.ts';

/** Letters up to which an acronym written as a word is weak. */
const SHORT = 3;
/** Most characters between two words of a name: `РИА «Новости»`, `Agence France-Presse`. */
const WIDEST_GAP = 3;
const WORD = /[\p{L}\p{N}]+/gu;
const ACRONYM = /^\p{Lu}{2,}$/u;
/** Russian names that take endings: a consonant after at least five letters. */
const DECLINED = /^\p{Script=Cyrillic}{5,}[бвгджзклмнпрстфхцчшщ]$/u;
const ENDINGS = ['', 'а', 'у', 'ом', 'е'];

/** Who may be credited as a wire: an agency of the list or an outlet of the desk. */
export interface WireHouse {
  readonly id: string;
  readonly names: readonly string[];
  /** Its name also stands for other things: only the plainest credits count. */
  readonly ambiguous?: boolean;
}

/** One spelling of a house's name. */
interface Spelling {
  readonly house: WireHouse;
  readonly words: readonly string[];
  readonly weak: boolean;
}

/** Spellings by their first word, the longest first. */
export type WireTable = ReadonlyMap<string, readonly Spelling[]>;

/** One place where a text names a house. */
export interface WireMention extends Span {
  readonly house: WireHouse;
  readonly weak: boolean;
}

/** The table of all spellings. A spelling that two houses share is the first one's. */
export function wireTable(houses: readonly WireHouse[]): WireTable {
  const table = new Map<string, Spelling[]>();
  const known = new Set<string>();
  for (const house of houses) {
    for (const spelling of house.names.flatMap((name) => spellingsOf(house, name))) {
      const key = spelling.words.join(' ');
      if (known.has(key)) continue;
      known.add(key);
      const list = table.get(spelling.words[0]!);
      if (list === undefined) table.set(spelling.words[0]!, [spelling]);
      else list.push(spelling);
    }
  }
  for (const list of table.values()) list.sort((x, y) => y.words.length - x.words.length);
  return table;
}

/** All places where the text names a house of the table, in order; they do not overlap. */
export function findMentions(
  { text, spans }: Pick<CreditWords, 'text' | 'spans'>,
  table: WireTable,
): WireMention[] {
  const mentions: WireMention[] = [];
  for (let i = 0; i < spans.length; i++) {
    const spellings = table.get(text.slice(spans[i]!.begin, spans[i]!.end));
    const found = spellings?.find(({ words }) => standsAt(text, spans, i, words));
    if (found === undefined) continue;
    const last = i + found.words.length - 1;
    const { house, weak } = found;
    mentions.push({ begin: spans[i]!.begin, end: spans[last]!.end, house, weak });
    i = last;
  }
  return mentions;
}

function standsAt(
  text: string,
  spans: readonly Span[],
  at: number,
  words: readonly string[],
): boolean {
  for (let j = 1; j < words.length; j++) {
    const span = spans[at + j];
    const before = spans[at + j - 1]!;
    if (span === undefined || span.begin - before.end > WIDEST_GAP) return false;
    if (text.slice(span.begin, span.end) !== words[j]) return false;
    if (text.slice(before.end, span.begin).includes('\n')) return false;
  }
  return true;
}

function spellingsOf(house: WireHouse, name: string): Spelling[] {
  const words = name.match(WORD);
  if (words === null) return [];
  const upper = words.map((word) => word.toUpperCase());
  const asWords = words.map((word) => (ACRONYM.test(word) ? capitalised(word) : word));
  const last = words[words.length - 1]!;
  const endings = DECLINED.test(last) ? ENDINGS : [''];
  const weak = words.length === 1 && last.length <= SHORT && ACRONYM.test(last);
  return [
    ...endings.map((ending) => ({
      house,
      words: [...words.slice(0, -1), last + ending],
      weak: false,
    })),
    { house, words: upper, weak: false },
    { house, words: asWords, weak },
  ];
}

const capitalised = (word: string): string => word[0]! + word.slice(1).toLowerCase();
