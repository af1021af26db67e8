/** The words that tell that something is old: `data/lexicons/staleness.<language>.json`, our own. */
import { z } from 'zod';
import type { Attribution, DateMention, ReadLanguage, StalenessCue } from '../../domain/reading.ts';
import { openSpeech, type WordTest } from '../attributions/speech.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { checkedLexicon } from '../mentions/lexicon-check.ts';
import { type FindMarks, type Marks, openPatterns } from '../patterns.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';

const CLASSES = [
  ...(['former', 'then', 'formerAfter', 'left', 'again', 'share', 'resurface'] as const),
  ...(['media', 'archive', 'made', 'figures', 'venue', 'link', 'since'] as const),
] as const;
export type StaleClass = (typeof CLASSES)[number];

const phrases = z.array(z.string().min(1)).min(1);
export const stalenessSchema = z.strictObject(
  Object.fromEntries(CLASSES.map((name) => [name, phrases])) as Record<StaleClass, typeof phrases>,
);

export interface StaleLexicon {
  readonly find: FindMarks<StaleClass>;
  readonly isOffice: WordTest;
}

/** Opens the lists of a language. Throws, naming list and entry, where one is wrong. */
export function openStaleLexicon(lexicon: LexiconSource, language: ReadLanguage): StaleLexicon {
  const classes = checkedLexicon(lexicon, 'staleness', language, stalenessSchema);
  const { isOffice } = openSpeech(lexicon, language);
  return { find: openPatterns(classes), isOffice };
}

/** One document with all that the finders of signs ask. */
export interface StaleTask {
  readonly document: TaggedDocument;
  readonly dates: readonly DateMention[];
  readonly attributions: readonly Attribution[];
  readonly marks: Marks<StaleClass>;
  readonly isOffice: WordTest;
}

/** A sign at tokens, as a half-open range. */
export function cueAt(
  { document }: StaleTask,
  kind: StalenessCue['kind'],
  first: number,
  last: number,
): StalenessCue {
  const span = { begin: document.tokens[first]!.begin, end: document.tokens[last - 1]!.end };
  return { kind, span, text: document.text.slice(span.begin, span.end) };
}
