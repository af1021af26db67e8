/**
 * Credits: where a text names the outlet or agency that it has its words from.
 *
 * A name is a sequence of words, or the label of a domain written together (`radiovaldoria` is
 * "Radio Valdoria"). Words are compared by their sound in one alphabet, so that a Russian text may
 * credit «Радио Вальдория»; long words may differ by an ending. Names must begin with a capital, and
 * end with one where the outlet's name does; names of up to four letters must be all capitals: since
 * "proceso", "El país", "ap" and "tass" are also words. Time: words of the text × names that begin alike.
 */
import type { Span } from '../domain/span.ts';
import { publisherLabel } from '../text/publisher.ts';
import { soundSkeleton } from '../text/transliterate.ts';
import { AGENCIES } from './agencies.ts';

/** Letters up to which a name must stand exactly as stated. */
const SHORT_NAME = 4;
const WORD = /[\p{L}\p{N}]+/gu;
/** Letters from which on a joined name may differ by one letter, and by two. */
const FORGIVE_ONE = 8;
const FORGIVE_TWO = 12;
/** Most words of a name. */
const MOST_WORDS = 6;
/** What an edition adds to its house's name. */
const EDITION =
  /(?<!\s)\s+(?:en\s+espa[ñn]ol|in\s+english|en\s+ingl[ée]s|espa[ñn]ol|english|на\s+русском|русская\s+служба|mundo|live)$/iu;
/** Words that name no outlet in particular; articles are what editions leave of "El Mundo". */
const NAMELESS = new Set(
  [
    ['el', 'la', 'los', 'las', 'the'],
    ['unknown', 'news', 'noticias', 'novosti', 'live', 'online', 'blog', 'radio'],
  ].flatMap((words) => words.map(soundSkeleton)),
);

/** One name ready to be looked for. */
interface Name {
  /** Sound of all its words written together. */
  readonly joined: string;
  /** The exact form, for short names. */
  readonly exact: string | undefined;
  /** Whether its last word needs a capital as well: "El País" is an outlet, "El país" begins a sentence. */
  readonly proper: boolean;
}

/** A text's words ready to be searched for names; made once a text. */
export interface CreditWords {
  readonly text: string;
  readonly sounds: readonly string[];
  readonly spans: readonly Span[];
}

/** The agencies' names, each with the agency's id. */
export const AGENCY_NAMES: readonly (Name & { readonly agency: string })[] = AGENCIES.flatMap(
  ({ id, names }) => names.flatMap((stated) => withAgency(nameOf(stated), id)),
);

/** The names under which a text may credit an outlet: as stated, without edition, by its domain. */
export function outletNames(outlet: string, domain: string): readonly Name[] {
  const names = [...statedNames(outlet), publisherLabel(domain)].map(nameOf);
  const unique = new Map<string, Name>();
  for (const name of names) {
    if (name !== undefined && !unique.has(name.joined)) unique.set(name.joined, name);
  }
  return [...unique.values()];
}

/** An outlet's name as stated and without its edition: one or two names. */
export function statedNames(outlet: string): readonly string[] {
  const stated = outlet.trim();
  const house = stated.replace(EDITION, '');
  return house === stated ? [stated] : [stated, house];
}

/** Splits a text into the words that `findCredit` compares. Linear. */
export function creditWords(text: string): CreditWords {
  const sounds: string[] = [];
  const spans: Span[] = [];
  for (const match of text.matchAll(WORD)) {
    sounds.push(soundSkeleton(match[0]));
    spans.push({ begin: match.index, end: match.index + match[0].length });
  }
  return { text, sounds, spans };
}

/** The first place where the text names one of `names`, or undefined. */
export function findCredit(words: CreditWords, names: readonly Name[]): Span | undefined {
  let best: Span | undefined;
  for (const name of names) {
    const span = name.exact === undefined ? findJoined(words, name) : findExact(words, name);
    if (span !== undefined && (best === undefined || span.begin < best.begin)) best = span;
  }
  return best;
}

function nameOf(stated: string): Name | undefined {
  const words = stated.match(WORD) ?? [];
  const bare = words.join('');
  const joined = words.map(soundSkeleton).reduce(joinSounds, '');
  if (bare.length < 2 || joined === '' || NAMELESS.has(joined) || /^\d+$/.test(bare))
    return undefined;
  return {
    joined,
    exact: bare.length <= SHORT_NAME ? bare.toUpperCase() : undefined,
    proper: words.length === 1 || isCapital(words[words.length - 1]!, 0),
  };
}

function withAgency(name: Name | undefined, agency: string): (Name & { agency: string })[] {
  return name === undefined ? [] : [{ ...name, agency }];
}

/** Two sounds written together; a letter doubled at the joint is one, as within a word. */
function joinSounds(left: string, right: string): string {
  return left !== '' && left[left.length - 1] === right[0] ? left + right.slice(1) : left + right;
}

function findExact(words: CreditWords, name: Name): Span | undefined {
  for (const span of words.spans) {
    if (words.text.slice(span.begin, span.end) === name.exact) return span;
  }
  return undefined;
}

function findJoined(words: CreditWords, { joined, proper }: Name): Span | undefined {
  const { sounds, spans, text } = words;
  for (let i = 0; i < sounds.length; i++) {
    if (sounds[i]![0] !== joined[0] || !isCapital(text, spans[i]!.begin)) continue;
    let together = '';
    for (let j = i; j < Math.min(i + MOST_WORDS, sounds.length); j++) {
      together = joinSounds(together, sounds[j]!);
      if (together.length > joined.length + 2) break;
      if (proper && !isCapital(text, spans[j]!.begin)) continue;
      if (soundsLike(together, joined)) return { begin: spans[i]!.begin, end: spans[j]!.end };
    }
  }
  return undefined;
}

/** Equal, or alike but for an ending or a letter or two of a long name. */
function soundsLike(found: string, name: string): boolean {
  if (found === name) return true;
  if (name.length < FORGIVE_ONE || Math.abs(found.length - name.length) > 2) return false;
  const forgiven = name.length < FORGIVE_TWO ? 1 : 2;
  return editDistance(found, name) <= forgiven;
}

/** Levenshtein distance; both words are short. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

function isCapital(text: string, at: number): boolean {
  const letter = text[at]!;
  return letter !== letter.toLowerCase() || /\p{N}/u.test(letter);
}
