/**
 * Finds listed phrases in a row of words. A phrase is words with blanks between; `|` parts
 * alternatives, `*` at an end stands for any ending, `…` for at most three words. The longest phrase of
 * a kind wins at a place, and what a longer one of another kind holds is dropped ("no doubt" holds
 * "doubt"). Linear in the words: the phrases that may begin at a word are looked up by it.
 */
import { fold } from '../../text/transliterate.ts';
import type { Word } from './words.ts';

/** A found phrase: words `from` to `to`, half-open. */
export interface Hit<Kind extends string> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

interface Part {
  readonly exact: ReadonlySet<string>;
  readonly prefixes: readonly string[];
}

/** `undefined` is the gap `…`. */
type Pattern = readonly (Part | undefined)[];

interface Entry<Kind extends string> {
  readonly kind: Kind;
  readonly pattern: Pattern;
}

const GAP = '…';
const MOST_SKIPPED = 3;
/** Letters of the shortest and longest listed beginning of a word. */
const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 16;

/** Compiles lists of phrases; returns their search. */
export function compilePhrases<Kind extends string>(
  lists: ReadonlyMap<Kind, readonly string[]>,
): (words: readonly Word[]) => Hit<Kind>[] {
  const exact = new Map<string, Entry<Kind>[]>();
  const prefixed = new Map<string, Entry<Kind>[]>();
  for (const [kind, phrases] of lists) {
    for (const phrase of phrases) {
      const entry = { kind, pattern: patternOf(phrase) };
      const first = entry.pattern[0];
      for (const word of first?.exact ?? []) push(exact, word, entry);
      for (const prefix of first?.prefixes ?? []) push(prefixed, prefix, entry);
    }
  }
  const entriesAt = (word: string): Entry<Kind>[] => {
    const entries = [...(exact.get(word) ?? [])];
    for (let n = SHORTEST_PREFIX; n <= Math.min(word.length, LONGEST_PREFIX); n++) {
      entries.push(...(prefixed.get(word.slice(0, n)) ?? []));
    }
    return entries;
  };
  return (words) => withoutHeld(hitsIn(words, entriesAt));
}

function hitsIn<Kind extends string>(
  words: readonly Word[],
  entriesAt: (word: string) => readonly Entry<Kind>[],
): Hit<Kind>[] {
  const hits: Hit<Kind>[] = [];
  for (let from = 0; from < words.length; from++) {
    const longest = new Map<Kind, number>();
    for (const { kind, pattern } of entriesAt(words[from]!.folded)) {
      const to = matchEnd(words, from, pattern, 0);
      if (to > (longest.get(kind) ?? 0)) longest.set(kind, to);
    }
    for (const [kind, to] of longest) hits.push({ kind, from, to });
  }
  return hits;
}

/** Where the pattern ends that begins at word `at`; -1: it does not stand there. */
function matchEnd(words: readonly Word[], at: number, pattern: Pattern, from: number): number {
  let place = at;
  for (let i = from; i < pattern.length; i++) {
    const part = pattern[i];
    if (part === undefined) {
      for (let skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
        const end = matchEnd(words, place + skipped, pattern, i + 1);
        if (end >= 0) return end;
      }
      return -1;
    }
    const word = words[place]?.folded;
    if (word === undefined || !matches(part, word)) return -1;
    place++;
  }
  return place;
}

function matches({ exact, prefixes }: Part, word: string): boolean {
  return exact.has(word) || prefixes.some((prefix) => word.startsWith(prefix));
}

/** Drops what begins within a longer hit and ends there. Hits come ordered by their first word. */
function withoutHeld<Kind extends string>(hits: readonly Hit<Kind>[]): Hit<Kind>[] {
  const kept: Hit<Kind>[] = [];
  let reach: Hit<Kind> | undefined;
  const byPlace = [...hits].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const hit of byPlace) {
    const held = reach !== undefined && hit.to <= reach.to;
    const same = reach !== undefined && hit.from === reach.from && hit.to === reach.to;
    if (held && !same) continue;
    kept.push(hit);
    if (reach === undefined || hit.to > reach.to) reach = hit;
  }
  return kept;
}

function patternOf(phrase: string): Pattern {
  return phrase.split(/\s+/u).map((part) => {
    if (part === GAP) return undefined;
    const words = part.split('|').map((word) => fold(word).replaceAll('’', "'"));
    return {
      exact: new Set(words.filter((word) => !word.endsWith('*'))),
      prefixes: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    };
  });
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
