/**
 * An office as somebody words it, taken apart: its class, what it is over, whose it is, where it is
 * sent. "Head of US Northern Command" and "Commander, United States Northern Command" come out alike.
 * O(words): a longer text is no office.
 */
import type { StateCode } from '../../domain/reading.ts';
import { stem } from '../../text/stem.ts';
import { fold, transliterate } from '../../text/transliterate.ts';
import {
  EMPTY,
  HEAD_PHRASES,
  MINISTRY,
  type OfficeClass,
  type OfficeShade,
  SHADES,
  TOPICS,
  TOWARDS,
} from './office-words.ts';
import { STATE_PHRASES } from './state-words.ts';

export interface OfficePhrase {
  readonly class: OfficeClass;
  readonly shades: ReadonlySet<OfficeShade>;
  /** What it is over, words sorted and joined: `cia`, `defence`, `command northern`; may be empty. */
  readonly over: string;
  readonly state: StateCode | undefined;
  /** The state or union that an ambassador is sent to. */
  readonly towards: StateCode | undefined;
}

/** Words of a phrase that is still an office. */
const MOST_WORDS = 24;
/** Words of the longest listed phrase. */
const LONGEST = 4;

/** A listed phrase: `exact` words, or stems that any ending may follow. */
interface Listed<T> {
  readonly words: readonly { readonly text: string; readonly open: boolean }[];
  readonly value: T;
}
type Table<T> = readonly Listed<T>[];

function table<T>(phrases: Iterable<readonly [string, T]>): Table<T> {
  const listed = [...phrases].map(([phrase, value]) => ({
    value,
    words: phrase.split(/\s+/).map((word) => ({
      text: word.replace('*', ''),
      open: word.endsWith('*'),
    })),
  }));
  return listed.sort((a, b) => b.words.length - a.words.length);
}

const each = <T>(entries: readonly (readonly [T, readonly string[]])[]) =>
  entries.flatMap(([value, phrases]) => phrases.map((phrase) => [phrase, value] as const));
const HEADS = table(each(Object.entries(HEAD_PHRASES) as [OfficeClass, readonly string[]][]));
const SHADE_WORDS = table(each(Object.entries(SHADES) as [OfficeShade, readonly string[]][]));
const TOPIC_WORDS = table(each(Object.entries(TOPICS)));
const MINISTRIES = table(MINISTRY.map((word) => [word, true] as const));
const EMPTIES = table(EMPTY.map((word) => [word, true] as const));
const STATES = table(STATE_PHRASES);
const TOWARDS_WORDS = new Set(TOWARDS);

/** The readings of a phrase: none where it names no office, two for «canciller». */
export function officePhrases(text: string): readonly OfficePhrase[] {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  if (!words.includes('canciller')) return phraseOf(words);
  const as = (...put: string[]) => words.flatMap((word) => (word === 'canciller' ? put : [word]));
  // Of Germany and Austria the head of government; elsewhere in Spanish the foreign minister.
  return [...phraseOf(as('foreign', 'minister')), ...phraseOf(as('chancellor'))];
}

function wordsOf(text: string): string[] {
  const plain = fold(text.slice(0, 400)).replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '');
  return (
    plain
      .replace(/(?<!\p{L})[ви]\.\s?о\.(?=\s|$)/gu, 'ио')
      .replace(/госсекретар\p{L}*/gu, 'секретарь state')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function phraseOf(words: readonly string[]): readonly OfficePhrase[] {
  const found = take(words);
  const head = found.class;
  if (head === undefined) return [];
  const over = [...new Set(found.over)].sort().join(' ');
  const isMinistry = head === 'head' && found.ministry && over !== '';
  return [
    {
      class: isMinistry ? 'minister' : head,
      shades: found.shades,
      over,
      state: found.state,
      towards: head === 'ambassador' ? found.towards : undefined,
    },
  ];
}

interface Taken {
  class: OfficeClass | undefined;
  readonly shades: Set<OfficeShade>;
  readonly over: string[];
  state: StateCode | undefined;
  towards: StateCode | undefined;
  ministry: boolean;
}

function take(words: readonly string[]): Taken {
  const taken: Taken = {
    class: undefined,
    shades: new Set(),
    over: [],
    state: undefined,
    towards: undefined,
    ministry: false,
  };
  let sent = false;
  for (let at = 0; at < words.length; ) {
    if (TOWARDS_WORDS.has(words[at]!)) {
      sent = true;
      at++;
      continue;
    }
    const state = matched(STATES, words, at);
    if (state !== undefined) {
      if (sent) taken.towards ??= state.value;
      else taken.state ??= state.value;
      sent = false;
      at += state.words.length;
      continue;
    }
    at += takeWord(taken, words, at);
  }
  // "President in Russia" is Russia's; only an ambassador is sent.
  if (taken.class !== 'ambassador') taken.state ??= taken.towards;
  return taken;
}

/** Takes the phrase at `at`, and returns how many words that were. */
function takeWord(taken: Taken, words: readonly string[], at: number): number {
  const shade = matched(SHADE_WORDS, words, at);
  if (shade !== undefined) {
    taken.shades.add(shade.value);
    // "vicepresidente", «замминистра» name the class in the same word.
    taken.class ??= innerClass(words[at]!);
    return shade.words.length;
  }
  const head = matched(HEADS, words, at);
  if (head !== undefined) {
    // "director of … and chief of …": the first one is the office, what follows is what it is over.
    if (taken.class === undefined) taken.class = head.value;
    else if (head.value !== taken.class) taken.over.push(head.value);
    return head.words.length;
  }
  if (matched(MINISTRIES, words, at) !== undefined) taken.ministry = true;
  const topic = matched(TOPIC_WORDS, words, at);
  if (topic !== undefined) taken.over.push(topic.value);
  else if (!taken.ministry || matched(MINISTRIES, words, at) === undefined) {
    if (matched(EMPTIES, words, at) === undefined) taken.over.push(plainWord(words[at]!));
  }
  return 1;
}

function innerClass(word: string): OfficeClass | undefined {
  const rest = word.replace(/^(?:vice|sub|ex|вице|зам|экс)/, '');
  return rest === word || rest === '' ? undefined : matched(HEADS, [rest], 0)?.value;
}

/** Russian words without their case, all in Latin letters. */
function plainWord(word: string): string {
  return transliterate(/^[а-я]/.test(word) ? stem(word, 'ru') : word);
}

function matched<T>(
  phrases: Table<T>,
  words: readonly string[],
  at: number,
): Listed<T> | undefined {
  const most = Math.min(LONGEST, words.length - at);
  return phrases.find(
    (listed) =>
      listed.words.length <= most &&
      listed.words.every(({ text, open }, i) => {
        const word = words[at + i]!;
        return open ? word.startsWith(text) : word === text;
      }),
  );
}
