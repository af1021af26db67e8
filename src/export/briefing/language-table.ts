/** The phrases of each language. */
import type { BriefingLanguage } from '../../domain/briefing.ts';
import { ENGLISH } from './english.ts';
import type { Phrases } from './phrases.ts';
import { SPANISH } from './spanish.ts';

const TABLE: Readonly<Record<BriefingLanguage, Phrases>> = { en: ENGLISH, es: SPANISH };

export function phrasesIn(language: BriefingLanguage): Phrases {
  return TABLE[language];
}
