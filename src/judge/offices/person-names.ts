/**
 * Whether two names are one person's: by the consonants of their words' sounds, since vowels are what
 * spellings and scripts disagree on (Shoigu, Shoigú, Шойгу). The keys are those that readings use in
 * `person:…`, so that an entity can be asked about without its name. O(words).
 */
import { fold, soundSkeleton } from '../../text/transliterate.ts';
import { wordMemo } from '../../text/word-memo.ts';

/** Longer names are titles. */
const MOST_WORDS = 8;

/** How far a name is known to be a person's: in full, by the surname alone, or not at all. */
export type NameMatch = 'full' | 'surname' | 'none';

/** The keys of a name's words, initials left out. */
export function nameKeys(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  return words
    .slice(0, MOST_WORDS)
    .filter((word) => word.length > 1)
    .map(wordKey)
    .filter((key) => key !== '');
}

/** The keys that stand in a person's entity (`person:gln-vnrk`); none for any other entity. */
export function entityKeys(entity: string | undefined): readonly string[] {
  if (entity === undefined || !entity.startsWith('person:')) return [];
  return entity
    .slice('person:'.length)
    .split('-')
    .filter((key) => key !== '');
}

/**
 * Whether `asked` names the person whose whole name is `held`: two words at least, all of the one in
 * the other, in order. "López Obrador" is Andrés Manuel López Obrador in full, "Obrador" by
 * surname, "Andrés" not at all.
 */
export function matchNames(asked: readonly string[], held: readonly string[]): NameMatch {
  if (asked.length === 0 || held.length === 0) return 'none';
  if (asked.length === 1 && held.length > 1) {
    return held.indexOf(asked[0]!, 1) > 0 ? 'surname' : 'none';
  }
  // A name of one word ("Lula") is only itself; another name may hold the same word.
  if (held.length === 1 && asked.length > 1) return 'none';
  if (asked.length <= held.length) return standsIn(asked, held) ? 'full' : 'none';
  // Keys are short: without the same forename, John Kerry would stand in Reza Hussein Karim.
  return asked[0] === held[0] && standsIn(held, asked) ? 'full' : 'none';
}

/** Whether all keys of `fewer` stand in `more`, in their order. */
function standsIn(fewer: readonly string[], more: readonly string[]): boolean {
  let at = 0;
  for (const key of more) if (key === fewer[at]) at++;
  return at === fewer.length;
}

const wordKey = wordMemo((word) => {
  const folded = fold(word).replace(/['’.-]/g, '');
  const base = /^[а-яіїєґ]/.test(folded)
    ? withoutCase(folded).replace(/^у(?=[аеиоэ])/, 'в')
    : folded;
  const skeleton = soundSkeleton(base).replace(/z/g, 's');
  const consonants = skeleton.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1');
  return consonants.length >= 2 ? consonants : skeleton;
});

/** The case endings of Russian names that hold a consonant; those of vowels alone fall anyway. */
function withoutCase(folded: string): string {
  if (folded.length < 5) return folded;
  return folded
    .replace(/(?<=[ое]в|[иы]н)(?:ыми|ых|ым|ом|ои)$/, '')
    .replace(/(?<=[сц]к)(?:ого|ому|ими|им|ом|их)$/, 'ии')
    .replace(/(?<=[бвгджзклмнпрстфхцчшщ])(?:ами|ом|ем|ах|ам)$/, '');
}
