/**
 * What to ask a full-text search for, so that the articles which may carry a claim come first: the
 * beginnings of the claim's telling words, in each language of the desk. In the letters of that
 * language, since a search knows no transliteration. O(words of the claim × languages).
 */
import { stem } from '../../text/stem.ts';
import { fold, transliterate } from '../../text/transliterate.ts';
import { plainPost } from './post-text.ts';
import type { Translate } from './query.ts';
import { type ToldWord, toldWordsOf, type Worth } from './told-words.ts';

/** A beginning of words, lower case without marks; to be found as a prefix. */
export interface SearchTerm {
  readonly prefix: string;
  /** How much it tells, 0 or more. */
  readonly worth: number;
}

export interface SearchOptions {
  readonly worth: Worth;
  readonly translate?: Translate;
  /** Terms wanted of one language. */
  readonly most?: number;
}

const USUAL_TERMS = 12;
/** Of the worth of the most telling term; what tells less stands everywhere and costs most to look up. */
const LEAST_WORTH = 0.25;
const MOST_TRANSLATIONS = 3;
/** Shorter beginnings find everything. */
const LEAST_PREFIX = 3;
/** Letters cut of a name that is spelled in another alphabet: its ending there is another. */
const NAME_ENDING = 2;
const LEAST_NAME = 4;
const CYRILLIC: ReadonlySet<string> = new Set(['ru', 'uk']);

/** The terms for each of `languages` (primary tags), those that tell most first. */
export function searchTerms(
  claim: string,
  language: string,
  languages: readonly string[],
  options: SearchOptions,
): ReadonlyMap<string, readonly SearchTerm[]> {
  const words = toldWordsOf(plainPost(claim), language, options.worth).filter(
    ({ worth }) => worth > 0,
  );
  return new Map(languages.map((to) => [to, termsIn(words, language, to, options)]));
}

function termsIn(
  words: readonly ToldWord[],
  from: string,
  to: string,
  { translate, most = USUAL_TERMS }: SearchOptions,
): SearchTerm[] {
  const worths = new Map<string, number>();
  const add = (prefix: string, worth: number): void => {
    if (prefix.length < LEAST_PREFIX) return;
    worths.set(prefix, Math.max(worth, worths.get(prefix) ?? 0));
  };
  for (const { term, worth } of words) {
    if (term.kind === 'number') {
      add(fold(term.word), worth);
      continue;
    }
    if (from === to) {
      add(stem(term.word, from), worth);
      continue;
    }
    const known = translate?.(term.word, from, to).slice(0, MOST_TRANSLATIONS) ?? [];
    for (const { stem: other, strength } of known) add(other, worth * strength);
    if (/^\p{Lu}/u.test(term.word)) add(nameIn(term.word, to), worth);
  }
  const terms = [...worths].map(([prefix, worth]) => ({ prefix, worth }));
  terms.sort((a, b) => b.worth - a.worth || (a.prefix < b.prefix ? -1 : 1));
  const least = LEAST_WORTH * (terms[0]?.worth ?? 0);
  return terms.slice(0, most).filter(({ worth }) => worth >= least);
}

/** The beginning of a name as `to` spells it; its ending is another there. */
function nameIn(name: string, to: string): string {
  const latin = transliterate(name);
  const length = Math.max(LEAST_NAME, latin.length - NAME_ENDING);
  const head = latin.slice(0, length);
  return CYRILLIC.has(to) ? inCyrillic(head) : head;
}

/** Latin letters by their usual sounds; longest first. A rough guess, to search by. */
const SOUNDS: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...(['shch:щ', 'sch:ш', 'zh:ж', 'kh:х', 'ts:ц', 'ch:ч', 'sh:ш', 'ck:к', 'ph:ф', 'th:т'] as const),
  ...(['qu:кв', 'ya:я', 'yu:ю', 'ia:ия', 'oo:у', 'ee:и', 'a:а', 'b:б', 'c:к', 'd:д'] as const),
  ...(['e:е', 'f:ф', 'g:г', 'h:х', 'i:и', 'j:дж', 'k:к', 'l:л', 'm:м', 'n:н', 'o:о'] as const),
  ...(['p:п', 'q:к', 'r:р', 's:с', 't:т', 'u:у', 'v:в', 'w:в', 'x:кс', 'y:и', 'z:з'] as const),
].map((pair) => pair.split(':') as [string, string]);

function inCyrillic(latin: string): string {
  let spelled = '';
  for (let at = 0; at < latin.length; ) {
    const sound = SOUNDS.find(([letters]) => latin.startsWith(letters, at));
    spelled += sound?.[1] ?? latin[at]!;
    at += sound?.[0].length ?? 1;
  }
  return spelled;
}
