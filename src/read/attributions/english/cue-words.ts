/**
 * The cues of English: `data/lexicons/cues.en.json`. A verb stands there with its lemma; its regular
 * forms are made here, irregular ones are listed.
 */
import { z } from 'zod';
import { CUE_POLARITIES } from '../../../domain/reading.ts';
import type { LexiconSource } from '../../lexicon-source.ts';

/**
 * What a cue may have for content. `quote`: words in marks, before or behind; `after-quote`: a quote
 * only, and only going on; `clause`: "that …" or a clause without it; `bare`: any noun
 * phrase behind it begins such a clause; `wh`: "whether …", "how …";
 * `infinitive`; `gerund`; `object`: a noun phrase; `recipient`: somebody told may stand before it;
 * `passive`: "is expected to"; `raising`: "seems to"; `asked`: "when asked whether";
 * `evidence`: a noun phrase, where the source is a poll, a report and the like.
 */
const TAKES = [
  'quote',
  'after-quote',
  'clause',
  'bare',
  'wh',
  'infinitive',
  'gerund',
  'object',
  'recipient',
  'passive',
  'raising',
  'asked',
  'evidence',
] as const;
type Takes = (typeof TAKES)[number];

const KINDS = ['verb', 'adjective', 'noun', 'origin', 'hearsay'] as const;

const entrySchema = z.strictObject({
  /** One word, or a verb with its particle ("point out"). */
  lemma: z.string().min(1),
  kind: z.enum(KINDS),
  polarity: z.enum(CUE_POLARITIES),
  takes: z.array(z.enum(TAKES)).optional(),
  /** Prepositions that lead to the content and belong to the cue. */
  prepositions: z.array(z.string().min(1)).optional(),
  /** Of verbs: past and participle where they are irregular. */
  forms: z.array(z.string().min(1)).optional(),
});

export type VerbShape = 'base' | 'third' | 'gerund' | 'past';

export interface CueEntry {
  readonly lemma: string;
  readonly takes: ReadonlySet<Takes>;
  readonly prepositions: ReadonlySet<string>;
}

/** A form of a verb that can be a cue. */
export interface CueVerb {
  readonly shape: VerbShape;
  /** With its first word alone; absent where it needs a particle. */
  readonly plain: CueEntry | undefined;
  /** By particle. */
  readonly phrasal: ReadonlyMap<string, CueEntry>;
}

export interface CueWords {
  readonly verbs: ReadonlyMap<string, CueVerb>;
  readonly adjectives: ReadonlyMap<string, CueEntry>;
  readonly nouns: ReadonlyMap<string, CueEntry>;
  readonly hearsay: ReadonlyMap<string, CueEntry>;
}

/** Opens the list. Throws, naming list and entry, on an entry that is not as it must be. */
export function openCueWords(lexicon: LexiconSource): CueWords {
  const parsed = z.strictObject({ cues: z.array(entrySchema) }).safeParse(lexicon('cues', 'en'));
  if (!parsed.success) throw new Error(`cues.en.json: ${z.prettifyError(parsed.error)}`);
  const verbs = new Map<string, GrowingVerb>();
  const adjectives = new Map<string, CueEntry>();
  const nouns = new Map<string, CueEntry>();
  const hearsay = new Map<string, CueEntry>();
  for (const { lemma, kind, takes, prepositions, forms } of parsed.data.cues) {
    const entry = { lemma, takes: new Set(takes ?? []), prepositions: new Set(prepositions ?? []) };
    if (kind === 'adjective') adjectives.set(lemma, entry);
    if (kind === 'hearsay') hearsay.set(lemma, entry);
    if (kind === 'verb') addVerb(verbs, entry, forms ?? []);
    if (kind !== 'noun') continue;
    for (const form of [lemma, ...(forms ?? [pluralOf(lemma)])]) nouns.set(form, entry);
  }
  return { verbs, adjectives, nouns, hearsay };
}

interface GrowingVerb extends CueVerb {
  plain: CueEntry | undefined;
  readonly phrasal: Map<string, CueEntry>;
}

function addVerb(verbs: Map<string, GrowingVerb>, entry: CueEntry, irregular: readonly string[]) {
  const [head = '', particle] = entry.lemma.split(' ');
  for (const [form, shape] of formsOf(head, irregular)) {
    const verb = verbs.get(form) ?? { shape, plain: undefined, phrasal: new Map() };
    if (particle === undefined) verb.plain = entry;
    else verb.phrasal.set(particle, entry);
    verbs.set(form, verb);
  }
}

function formsOf(lemma: string, irregular: readonly string[]): [string, VerbShape][] {
  const past = irregular.length > 0 ? irregular : [pastOf(lemma)];
  return [
    [lemma, 'base'],
    [thirdOf(lemma), 'third'],
    [gerundOf(lemma, irregular), 'gerund'],
    ...past.filter((form) => form !== lemma).map((form): [string, VerbShape] => [form, 'past']),
  ];
}

/** With its last letter doubled where a short vowel under stress stands before it ("slam", "quip"). */
function doubled(lemma: string): string {
  const doubles =
    /^(?:qu|[^aeiou])*[aeiou][bdgkmnprt]$/.test(lemma) || /(?:mit|fer|pel|cur|gret)$/.test(lemma);
  return doubles ? lemma + lemma.at(-1)! : lemma;
}

function pastOf(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function thirdOf(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function gerundOf(lemma: string, irregular: readonly string[]): string {
  const past = irregular[0];
  if (past !== undefined && past === `${lemma}${lemma.at(-1)}ed`) return `${past.slice(0, -2)}ing`;
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

function pluralOf(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}
