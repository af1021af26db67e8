/** What is counted by the day: words that name a sponsor, or those of the watch list's own rules. */
import type { StateCode } from '../../domain/reading.ts';
import type { Watch } from '../../domain/watch.ts';

export interface Topic {
  readonly id: string;
  /** The state that it is about, if the rule says so. */
  readonly state: StateCode | undefined;
  readonly subject: string;
  /** Words and phrases; the last word of each counts by its beginning. */
  readonly words: readonly string[];
}

/** Languages that sponsors are named in beside those of the watch. */
const LANGUAGES = ['en', 'es', 'ru'];
/** A name of one word of so many letters is asked for without its last one, which languages inflect. */
const INFLECTED = 5;

/** A rule with `words` is a topic; a sponsor without one is looked for by its names. */
export function topicsOf(watch: Watch | undefined): readonly Topic[] {
  if (watch === undefined) return [];
  const stated = watch.rules.flatMap(({ id, settings: { words, state } }): Topic[] => {
    const list = Array.isArray(words) ? words.filter((one) => typeof one === 'string') : [];
    const about = typeof state === 'string' ? state.toUpperCase() : undefined;
    return list.length === 0 ? [] : [{ id, state: about, subject: id, words: list }];
  });
  const covered = new Set(stated.map(({ state }) => state));
  const sponsors = watch.sponsors.filter((code) => !covered.has(code));
  return [...stated, ...sponsors.map((code) => sponsorTopic(code, watch.languages))];
}

function sponsorTopic(code: StateCode, languages: readonly string[]): Topic {
  const names = new Set(
    [...new Set([...LANGUAGES, ...languages])].flatMap((language) => nameIn(code, language)),
  );
  return {
    id: code.toLowerCase(),
    state: code,
    subject: nameIn(code, 'en')[0] ?? code,
    words: [...names].map(stemOf),
  };
}

function nameIn(code: StateCode, language: string): string[] {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
  return name === undefined ? [] : [name];
}

function stemOf(name: string): string {
  return /^\p{L}+$/u.test(name) && [...name].length >= INFLECTED ? name.slice(0, -1) : name;
}
