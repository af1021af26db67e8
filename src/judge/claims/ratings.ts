/**
 * What a fact-checker's rating comes down to. Checkers use hundreds of wordings; the desk knows the
 * usual ones in six languages, with what turns them round ("not true") or grades them ("mostly
 * false"), and says `other` of the rest: it never guesses. The words count before the number.
 */
import type { CheckDraft, Verdict } from '../../domain/checks.ts';
import { BUT, type Degree, ROLES, type Role, ratingWords } from './rating-words.ts';

/** Ratings are short; of what is longer the beginning counts. UTF-16 units, words a clause, a phrase. */
const MAX_LENGTH = 300;
const MAX_WORDS = 24;
const MAX_PHRASE = 5;

/**
 * The verdict of a rating. `rating`: the checker's words, if any; `scale`: its number on its own scale, used
 * where the words are absent or say nothing that is known; `language`: primary tag, if known.
 */
export function verdictOf(
  rating: string | undefined,
  scale?: CheckDraft['ratingScale'],
  language?: string,
): Verdict {
  const worded = rating === undefined ? undefined : verdictOfWords(rating, language);
  return worded ?? (scale === undefined ? 'other' : verdictOfNumber(scale));
}

/** By the share of the way from the worst to the best; the ends are narrow. */
function verdictOfNumber({ value, best, worst }: NonNullable<CheckDraft['ratingScale']>): Verdict {
  const share = (value - worst) / (best - worst);
  if (!(share >= 0 && share <= 1)) return 'other';
  if (share < 0.125) return 'false';
  if (share < 0.375) return 'mostly-false';
  if (share <= 0.625) return 'mixed';
  return share <= 0.875 ? 'mostly-true' : 'true';
}

/** What a clause says; `undefined` as its verdict where it says nothing that is known. */
interface Told {
  readonly verdict: Verdict | undefined;
  /** Whether every word of it is known: only then does a clause count that is not the first. */
  readonly whole: boolean;
  /** Whether it states an exception from what stands before it. */
  readonly but: boolean;
}

function verdictOfWords(rating: string, language: string | undefined): Verdict | undefined {
  const clauses = clausesOf(rating, language).map((words) => toldBy(words, language));
  const at = clauses.findIndex(({ verdict }) => verdict !== undefined);
  const first = clauses[at];
  // What comes before the first verdict must be words that change nothing.
  if (first?.verdict === undefined || !clauses.slice(0, at).every(({ whole }) => whole)) {
    return undefined;
  }
  return clauses.slice(at + 1).reduce<Verdict>(joined, first.verdict);
}

/** What a further clause makes of the verdict: of the true, exceptions and contradictions count. */
function joined(verdict: Verdict, { verdict: next, whole, but }: Told): Verdict {
  if (next === undefined || next === verdict)
    return but && verdict === 'true' ? 'mostly-true' : verdict;
  if (verdict === 'false') return next === 'true' && whole ? 'mixed' : verdict;
  if (verdict !== 'true' || next === 'mostly-true') return verdict;
  if (next === 'false') return whole || but ? 'mixed' : 'other';
  return whole || but ? next : 'other';
}

/** The clauses as words, parted where a reader pauses and before an exception. */
function clausesOf(rating: string, language: string | undefined): string[][] {
  return rating
    .slice(0, MAX_LENGTH)
    .split(/[.,;:!?…()[\]|/\n]+|\s[-–—]+\s|—/u)
    .map((clause) => ratingWords(clause).slice(0, MAX_WORDS))
    .flatMap((words) => {
      const at = words.findIndex((word, i) => i > 0 && isBut(word, language));
      return at < 0 ? [words] : [words.slice(0, at), words.slice(at)];
    })
    .filter((words) => words.length > 0);
}

/** Spanish "más" without its mark is no "but". */
function isBut(word: string | undefined, language: string | undefined): boolean {
  return word !== undefined && BUT.has(word) && !(word === 'mas' && language === 'es');
}

/** Reads a clause from its beginning; the longest known phrase at each place. */
function toldBy(words: readonly string[], language: string | undefined): Told {
  const but = isBut(words[0], language);
  let verdict: Verdict | undefined;
  let turned = false;
  let degree: Degree | undefined;
  for (let i = but ? 1 : 0; i < words.length; ) {
    const phrase = phraseAt(words, i, language);
    // An unknown word before the verdict leaves open what it is said of.
    if (phrase === undefined) return { verdict: settled(verdict), whole: false, but };
    const { role, length } = phrase;
    i += length;
    if (role.kind === 'not') turned = !turned;
    else if (role.kind === 'degree') {
      // "verdad a medias", "vrai en partie": the degree may follow.
      if (verdict === undefined) degree = role.degree;
      else verdict = graded(verdict, role.degree);
    } else if (role.kind !== 'filler') {
      const said = saidBy(role, turned, degree);
      verdict = verdict === undefined ? said : joined(verdict, { verdict: said, whole: true, but });
      turned = false;
      degree = undefined;
    }
  }
  return { verdict, whole: true, but };
}

/** "No reasonable person would call it true": what follows an unknown word is not its own. */
function settled(verdict: Verdict | undefined): Verdict | undefined {
  return verdict === 'true' || verdict === 'mostly-true' ? undefined : verdict;
}

/** The longest known phrase that begins at word `at`. */
function phraseAt(
  words: readonly string[],
  at: number,
  language: string | undefined,
): { readonly role: Role; readonly length: number } | undefined {
  for (let length = Math.min(MAX_PHRASE, words.length - at); length > 0; length--) {
    const text = words.slice(at, at + length).join(' ');
    // Portuguese "no" is "in the".
    if (text === 'no' && language === 'pt') return { role: { kind: 'filler' }, length };
    const role = ROLES.get(text);
    if (role !== undefined) return { role, length };
  }
  return undefined;
}

type Telling = Extract<Role, { kind: 'pole' | 'verdict' }>;

/** What a telling word says after what stands before it. */
function saidBy(role: Telling, turned: boolean, degree: Degree | undefined): Verdict {
  // "Not misleading" does not say what it is.
  if (role.kind === 'verdict') return turned ? 'other' : role.verdict;
  const pole = role.holds ? 'true' : 'false';
  switch (degree) {
    case undefined:
      return turned === role.holds ? 'false' : 'true';
    case 'wholly':
      return turned ? 'mixed' : pole;
    case 'mostly':
      return turned ? 'other' : `mostly-${pole}`;
    case 'partly':
      return turned ? 'other' : 'mixed';
    case 'barely':
      return turned || !role.holds ? 'other' : 'mostly-false';
    case 'perhaps':
      return 'unproven';
  }
}

/** A verdict with the degree that follows it. */
function graded(verdict: Verdict, degree: Degree): Verdict {
  if (verdict !== 'true' && verdict !== 'false') return verdict;
  return saidBy({ kind: 'pole', holds: verdict === 'true' }, false, degree);
}
