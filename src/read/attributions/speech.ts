/**
 * What surrounds a statement in words: pronouns, offices, venues, relays. The lists are
 * `data/lexicons/speech.<language>.json`; a word fits a list by its stem, so that inflections need not
 * be listed.
 */
import { z } from 'zod';
import type { ReadLanguage } from '../../domain/reading.ts';
import { stem } from '../../text/stem.ts';
import type { LexiconSource } from '../lexicon-source.ts';

/** Whom a pronoun may stand for; `self` is the speaker's own voice and resolves to nobody. */
export type PronounKind = 'man' | 'woman' | 'several' | 'thing' | 'self';

const words = z.array(z.string().min(1));
const schema = z.strictObject({
  pronouns: z.record(z.string(), z.enum(['man', 'woman', 'several', 'thing', 'self'])),
  offices: words,
  former: words,
  venues: words,
  venuePrepositions: words,
  falsely: words,
  tellers: words,
  citing: words,
  /** Several words by which one cites; "…" stands for what is cited as theirs ("attributed … to"). */
  citingPhrases: words,
  relayedBy: words,
  outletHeads: words,
  /** Prepositions inside an office: "head of", "ambassador to". */
  links: words,
  determiners: words,
  relatives: words,
  /** Words of bodies before which things are said, but which hand nothing on. */
  bodies: words,
  implicitSubjects: z.boolean(),
  /** Verbs of holding an office ("served as") and of leading something ("heads"), by tense. */
  holding: z.record(z.string(), z.enum(['serves', 'served', 'leads', 'led'])),
  /** Words between such a verb and the office: "the post of". */
  posts: words,
  /** Words behind which the years of an office stand: "until". */
  tenureEnds: words,
  /** Participles by which a relay stands: "an interview published by". */
  published: words,
});

/** How a verb ties a person to an office: holds or held it, leads or led something. */
export type Holding = z.infer<typeof schema>['holding'][string];

/** Whether a word is one of a list. */
export type WordTest = (word: string) => boolean;

export interface Speech {
  readonly language: ReadLanguage;
  readonly pronoun: (word: string) => PronounKind | undefined;
  readonly isOffice: WordTest;
  readonly isFormer: WordTest;
  readonly isVenue: WordTest;
  readonly isVenuePreposition: WordTest;
  readonly isFalsely: WordTest;
  readonly isTeller: WordTest;
  readonly isCiting: WordTest;
  /** Several words by which one cites, each as its words. */
  readonly citingPhrases: readonly (readonly string[])[];
  readonly isRelayWord: WordTest;
  readonly isOutletHead: WordTest;
  readonly isLink: WordTest;
  readonly isDeterminer: WordTest;
  readonly isRelative: WordTest;
  readonly isBody: WordTest;
  readonly holding: (word: string) => Holding | undefined;
  readonly isPost: WordTest;
  readonly isTenureEnd: WordTest;
  readonly isPublished: WordTest;
  /** Whether a verb without a subject goes on with the last speaker ("Añadió que …"). */
  readonly implicitSubjects: boolean;
}

/** What makes an office a former one or a deputy's: "ex-", "then-", "vice". */
const PREFIX = /^(?:then-|ex-?|экс-?|vice-?|вице-|зам)/u;

/** Reads the lists of a language; throws, naming list and entry, if they are damaged. */
export function openSpeech(lexicon: LexiconSource, language: ReadLanguage): Speech {
  const parsed = schema.safeParse(lexicon('speech', language));
  if (!parsed.success) {
    throw new Error(`speech.${language}.json is damaged: ${z.prettifyError(parsed.error)}`);
  }
  const lists = parsed.data;
  const exact = (list: readonly string[]): WordTest => {
    const set = new Set(list);
    return (word) => set.has(word.toLowerCase());
  };
  const stemmed = (list: readonly string[]): WordTest => {
    const stems = new Set(list.map((word) => stem(word, language)));
    return (word) => stems.has(stem(word.toLowerCase(), language));
  };
  const isOffice = stemmed(lists.offices);
  const pronouns = new Map(Object.entries(lists.pronouns));
  const holding = new Map(Object.entries(lists.holding));
  return {
    language,
    pronoun: (word) => pronouns.get(word.toLowerCase()),
    // "then-ambassador", "exministra", "экс-глава".
    isOffice: (word) => isOffice(word) || isOffice(word.replace(PREFIX, '')),
    isFormer: stemmed(lists.former),
    isVenue: stemmed(lists.venues),
    isVenuePreposition: exact(lists.venuePrepositions),
    isFalsely: exact(lists.falsely),
    isTeller: stemmed(lists.tellers),
    isCiting: exact(lists.citing),
    citingPhrases: lists.citingPhrases.map((phrase) => phrase.split(' ')),
    isRelayWord: exact(lists.relayedBy),
    isOutletHead: stemmed(lists.outletHeads),
    isRelative: exact(lists.relatives),
    isBody: stemmed(lists.bodies),
    holding: (word) => holding.get(word.toLowerCase()),
    isPost: stemmed(lists.posts),
    isTenureEnd: exact(lists.tenureEnds),
    isPublished: stemmed(lists.published),
    isLink: exact(lists.links),
    isDeterminer: exact(lists.determiners),
    implicitSubjects: lists.implicitSubjects,
  };
}
