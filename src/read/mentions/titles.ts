/**
 * Titles before names and offices of state, by `data/lexicons/titles.<language>.json`, a list of our
 * own. An office has one id in all languages (`ambassador`: посол, embajador).
 */
import { z } from 'zod';
import type { ReadLanguage } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { phraseForms } from './gazetteer.ts';
import { checkedLexicon } from './lexicon-check.ts';
import { type Found, phraseBook } from './phrases.ts';
import type { Words } from './words.ts';

const words = z.array(z.string().min(1)).min(1);
export const titlesSchema = z.strictObject({
  /** Mr, señora, господин. */
  honorifics: words,
  /** Of the armed forces and the police. */
  ranks: words,
  offices: z.array(z.strictObject({ name: z.string().min(1), office: z.string().min(1) })).min(1),
  /** What else a person before whose name it stands is: journalist, hija, тренер. */
  roles: words,
  /** What may stand before an office: former, ex, врио. */
  qualifiers: words,
});

export type TitleKind = 'honorific' | 'rank' | 'office' | 'role' | 'qualifier';

export interface Title {
  readonly kind: TitleKind;
  /** The office's id; empty for other kinds. */
  readonly office: string;
}

export interface Titles {
  /** All titles of a text, in order, without overlaps. */
  find(words: Words): readonly Found<Title>[];
}

/** Opens the list of a language. Throws, naming list and entry, where the list is wrong. */
export function openTitles(lexicon: LexiconSource, language: ReadLanguage): Titles {
  const list = checkedLexicon(lexicon, 'titles', language, titlesSchema);
  const book = phraseBook<Title>();
  const add = (name: string, kind: TitleKind, office = '') => {
    book.add(phraseForms(name, language, 'title'), { kind, office });
  };
  for (const { name, office } of list.offices) add(name, 'office', office);
  for (const name of list.ranks) add(name, 'rank');
  for (const name of list.honorifics) add(name, 'honorific');
  for (const name of list.roles) add(name, 'role');
  for (const name of list.qualifiers) add(name, 'qualifier');
  return {
    find({ folded }) {
      const found: Found<Title>[] = [];
      for (let at = 0; at < folded.length; ) {
        const match = book.longestAt(folded, at);
        if (match !== undefined) found.push(match);
        at = match?.last ?? at + 1;
      }
      return found;
    },
  };
}
