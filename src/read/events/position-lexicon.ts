/**
 * The words for stances: `data/lexicons/positions.<language>.json`, lists of our own. Verbs are listed
 * as in the lists of events; predicates are verbs with the words that follow them ("is against").
 */
import { z } from 'zod';
import { type ReadLanguage, STANCES } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import type { VerbEntry } from './event-lexicon.ts';

const words = z.array(z.string().min(1)).min(1);
const stance = z.enum(STANCES);

export const positionLexiconSchema = z.strictObject({
  /** `named`: only towards what is somebody's ("condemned Russia's invasion"). */
  verbs: z.array(z.strictObject({ words, stance, named: z.boolean().optional() })).min(1),
  /** `next`: what follows the verb, one of these runs of words; the longest come first; `negated`: only where denied ("took no side"). */
  predicates: z.array(
    z.strictObject({ words, next: words, stance, negated: z.boolean().optional() }),
  ),
  /** Nouns with an owner: "its neutral stance on …". `with`: words, one of which stands before. */
  nouns: z.array(z.strictObject({ words, stance, prepositions: words, with: words.optional() })),
  /** Prepositions that state it without a verb, as in Russian. */
  bare: z.array(z.strictObject({ word: z.string().min(1), stance })).optional(),
});
type PositionLexiconFile = z.infer<typeof positionLexiconSchema>;

type VerbStance = PositionLexiconFile['verbs'][number];

export interface PositionLexicon
  extends Pick<PositionLexiconFile, 'predicates' | 'nouns' | 'bare'> {
  /** All verbs, as the reader of verb groups takes them. */
  readonly entries: readonly VerbEntry[];
  /** The stance of a verb by its entry alone. */
  readonly stanceOf: ReadonlyMap<VerbEntry, VerbStance>;
  /** The predicate that a verb may open, by its entry. */
  readonly predicateOf: ReadonlyMap<VerbEntry, PositionLexiconFile['predicates'][number]>;
}

/** Reads and checks the list of a language. Throws, naming list, place and fault. */
export function openPositionLexicon(
  lexicon: LexiconSource,
  language: ReadLanguage,
): PositionLexicon {
  const answer = positionLexiconSchema.safeParse(lexicon('positions', language));
  if (!answer.success) {
    throw new Error(`positions.${language}.json is damaged: ${z.prettifyError(answer.error)}`);
  }
  const { verbs, predicates, nouns, bare } = answer.data;
  const stanceOf = new Map(verbs.map((one) => [{ words: one.words }, one] as const));
  const predicateOf = new Map(predicates.map((one) => [{ words: one.words }, one] as const));
  const entries = [...stanceOf.keys(), ...predicateOf.keys()];
  return { predicates, nouns, bare, entries, stanceOf, predicateOf };
}
