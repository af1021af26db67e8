/** The rungs of the ladder in words. */
import type { Bounds, RungKind } from '../domain/judgement.ts';
import type { LadderView } from '../domain/ladder-views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { SPANISH_RUNGS } from './spanish-words.ts';
import { counted, figure } from './wording.ts';

type Names = Readonly<Record<RungKind, readonly [one: string, many: string]>>;

const ENGLISH: Names = {
  articles: ['article', 'articles'],
  publishers: ['publisher', 'publishers'],
  agencies: ['newsroom or agency', 'newsrooms or agencies'],
  utterances: ['first utterance', 'first utterances'],
};

interface RungWording {
  readonly names: Names;
  readonly range: (low: string, high: string) => string;
}

const WORDS: Readonly<Record<WordingLanguage, RungWording>> = {
  en: { names: ENGLISH, range: (low, high) => `${low} to ${high}` },
  es: { names: SPANISH_RUNGS, range: (low, high) => `de ${low} a ${high}` },
};

/** `3 publishers`, `1 to 2 first utterances`. */
export function boundsWords(
  { atLeast, atMost }: Bounds,
  kind: RungKind,
  language: WordingLanguage = 'en',
): string {
  const { names, range } = WORDS[language];
  const [one, many] = names[kind];
  if (atLeast === atMost) return counted(atMost, one, many, language);
  return `${range(figure(atLeast, language), figure(atMost, language))} ${many}`;
}

/** `15 articles → 12 publishers → 1 newsroom or agency → 1 to 2 first utterances`. */
export function ladderLine({ rungs }: LadderView, language: WordingLanguage = 'en'): string {
  return rungs.map(({ kind, bounds }) => boundsWords(bounds, kind, language)).join(' → ');
}
