/**
 * The words for deeds: `data/lexicons/events.<language>.json`, lists of our own. A verb or noun has
 * senses; the first whose conditions hold is what the text says. Verbs are listed as their language
 * inflects: English lemmas, Spanish infinitives with other stems behind `|`, Russian stems, where `~`
 * marks the imperfective ones, whose present is no future.
 */
import { z } from 'zod';
import { EVENT_KINDS, PLOVER_TYPES, type ReadLanguage } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { openWordClasses, type WordClasses } from './word-classes.ts';

const words = z.array(z.string().min(1)).min(1);

/** Where a recipient is looked for: the object, or behind a preposition of the grammar's list. */
export const ROLES = [
  'subject',
  'object',
  'indirect',
  'to',
  'with',
  'against',
  'from',
  'for',
  'about',
  'in',
  'near',
  'between',
] as const;
export type RoleName = (typeof ROLES)[number];

const senseSchema = z.strictObject({
  type: z.enum(PLOVER_TYPES),
  kind: z.enum(EVENT_KINDS),
  /** What must follow the verb at once, one of these runs of words. */
  next: words.optional(),
  /** Classes, one of which the object's words must touch; `subject`, `any`: the clause behind the verb. */
  object: words.optional(),
  subject: words.optional(),
  any: words.optional(),
  /** As `any`, in the whole sentence. */
  around: words.optional(),
  /** Classes that none of the words behind the verb may touch. */
  not: words.optional(),
  voice: z.enum(['active', 'passive', 'reflexive']).optional(),
  /** Only of what must be done: "must leave". */
  mood: z.literal('necessary').optional(),
  /** What must depend on the verb. */
  takes: z.enum(['infinitive', 'clause', 'either']).optional(),
  /** Who acts: the subject; the object where the subject undergoes; `speaker`: who says it; `unsaid`: nobody in the clause. */
  actor: z.enum(['subject', 'object', 'speaker', 'pair', 'unsaid']).optional(),
  to: z.array(z.enum(ROLES)).optional(),
  /**
   * States that must be known: of one party (the default), of both, of two that differ, of none.
   * `authority`: of both, or of the actor alone who turns to a government; `crowd`: none of a crowd.
   */
  needs: z
    .enum(['one', 'both', 'two', 'actor', 'recipient', 'authority', 'crowd', 'none'])
    .optional(),
  /** Whether what depends on it is no deed of its own. */
  absorbs: z.boolean().optional(),
  /** Whether the object itself must be a name, of a state, a person or an organisation. */
  named: z.boolean().optional(),
  /** Whether it must have no object: "the three ministers met". */
  bare: z.boolean().optional(),
  /** Where else than behind "by" a passive names who acts: "summoned to the Greek ministry". */
  by: z.array(z.enum(ROLES)).optional(),
});
export type Sense = z.infer<typeof senseSchema>;

/** What a verb does to a deed that depends on it. */
export const OPERATORS = ['plan', 'decide', 'consider', 'deny', 'exclude', 'say', 'pass'] as const;
export type Operator = (typeof OPERATORS)[number];

const verbSchema = z.strictObject({
  words,
  operator: z.enum(OPERATORS).optional(),
  /** Whether its object, not its subject, does what depends on it: "ordered X to leave". */
  controls: z.boolean().optional(),
  senses: z.array(senseSchema).optional(),
});

const nounSchema = z.strictObject({ words, senses: z.array(senseSchema).min(1) });

const grammarSchema = z.strictObject({
  negations: words,
  /** Words of a subject that make its clause negative: "no", "neither". */
  negativeSubjects: words,
  future: words,
  possible: words,
  necessary: words,
  be: words,
  conditions: words,
  complementizers: words,
  relatives: words,
  subordinators: words,
  possessives: words,
  pronouns: words,
  /** Runs of words before a number that belong to it: "more than". */
  approximators: z.array(z.string().min(1)),
  /** Prepositions, and whom they may lead to. */
  prepositions: z.record(z.string().min(1), z.enum(ROLES)),
  /** Prepositions by which a phrase belongs to the one before it. */
  attaching: words,
  agents: words,
  /** What may stand behind a verb as part of it: "out", "up". */
  particles: z.array(z.string().min(1)),
});

export const eventLexiconSchema = z.strictObject({
  grammar: grammarSchema,
  /** Words by subject; a star stands for any ending. */
  classes: z.record(z.string().min(1), words),
  verbs: z.array(verbSchema).min(1),
  nouns: z.array(nounSchema),
});
export type EventLexiconFile = z.infer<typeof eventLexiconSchema>;
export type VerbEntry = EventLexiconFile['verbs'][number];
export type NounEntry = EventLexiconFile['nouns'][number];

export interface EventLexicon extends EventLexiconFile {
  readonly language: ReadLanguage;
  readonly has: WordClasses;
}

/** Reads and checks the list of a language. Throws, naming list, place and fault. */
export function openEventLexicon(lexicon: LexiconSource, language: ReadLanguage): EventLexicon {
  const answer = eventLexiconSchema.safeParse(lexicon('events', language));
  if (!answer.success) {
    throw new Error(`events.${language}.json is damaged: ${z.prettifyError(answer.error)}`);
  }
  const file = answer.data;
  const fault = unknownClass(file);
  if (fault !== undefined) {
    throw new Error(`events.${language}.json names the class "${fault}", which it does not list`);
  }
  return { ...file, language, has: openWordClasses(file.classes) };
}

/** A class that a sense names and the file does not hold. */
export function unknownClass({ classes, verbs, nouns }: EventLexiconFile): string | undefined {
  const named = [...verbs, ...nouns]
    .flatMap(({ senses }) => senses ?? [])
    .flatMap(({ object, subject, any, around, not }) =>
      [object, subject, any, around, not].flatMap((one) => one ?? []),
    );
  return named.find((name) => classes[name] === undefined);
}
