/**
 * The cues of Spanish and Russian: `data/lexicons/cues.<language>.json`. A verb stands there with its
 * lemma; its forms are made by `spanish-verbs.ts` or `russian-verbs.ts`, irregular ones are listed.
 */
import { z } from 'zod';
import { CUE_POLARITIES } from '../../../domain/reading.ts';
import type { LexiconSource } from '../../lexicon-source.ts';
import { foldedCue } from './folded.ts';
import { russianForms } from './russian-verbs.ts';
import { spanishForms } from './spanish-verbs.ts';
import type { VerbForm } from './verb-forms.ts';

/**
 * What a cue may have for content. `clause`: "that …"; `quote`: words in marks, and a clause before or
 * around it; `infinitive`; `about`: "of", "on" something; `object`: a noun ("denied the charge");
 * `accusation`: somebody of something; `appeal`: to somebody to do something;
 * `claim`: a noun that names a statement ("rejected the accusation"); `rating`: something
 * as something ("called it a lie"); `named`: of something in quoted words ("spoke of “a lie”").
 */
const TAKES = [
  'clause',
  'quote',
  'infinitive',
  'about',
  'object',
  'accusation',
  'appeal',
  'claim',
  'rating',
  'named',
] as const;

/**
 * `verb`; `impersonal`: says what stands there, not who ("в сообщении говорится"); `state`: somebody is
 * sure; `phrasal`: a verb that is a cue only with the words behind it ("dejar claro"); `noun`: "the claim that"; `origin`: "according to"; `relay`: "citing"; `hearsay`: "reportedly";
 * `falsifier`: an adverb by which the reporter calls the statement false.
 */
const KINDS = [
  'verb',
  'impersonal',
  'state',
  'phrasal',
  'noun',
  'origin',
  'relay',
  'hearsay',
  'falsifier',
] as const;

const entrySchema = z.strictObject({
  lemma: z.string().min(1),
  kind: z.enum(KINDS),
  polarity: z.enum(CUE_POLARITIES),
  takes: z.array(z.enum(TAKES)).optional(),
  /** Of verbs: forms that the rules do not make; else: all forms, several words with single spaces. */
  forms: z.array(z.string().min(1)).optional(),
  /** Spanish: the stem under stress, and that of the preterite ("adviert", "advirt"). */
  stressed: z.string().optional(),
  weak: z.string().optional(),
  /** Russian: the stem before the -л of the past; the third persons of the present or future. */
  past: z.string().optional(),
  present: z.tuple([z.string(), z.string()]).optional(),
  gerunds: z.array(z.string()).optional(),
  /** Russian: its third persons are a future, and nothing is said yet. */
  perfective: z.boolean().optional(),
});
export type CueEntry = z.infer<typeof entrySchema>;

/** A word that can be a cue, and how. */
export interface CueWord extends VerbForm {
  readonly entry: CueEntry;
}

/** Words in a row that make a cue. */
export interface CuePhrase {
  readonly words: readonly string[];
  readonly entry: CueEntry;
  /** Of verbs with the words behind them. */
  readonly word?: CueWord;
}

export interface CueList {
  /** By form, folded as `foldedCue` does: verbs, impersonals, states. */
  readonly verbs: ReadonlyMap<string, CueWord>;
  readonly nouns: ReadonlyMap<string, CueEntry>;
  /** By first word, longest first: origins, relays, hearsay, falsifiers. */
  readonly phrases: ReadonlyMap<string, readonly CuePhrase[]>;
}

/** Opens the list. Throws, naming list and entry, on an entry that is not as it must be. */
export function openCues(lexicon: LexiconSource, language: 'es' | 'ru'): CueList {
  const parsed = z
    .strictObject({ cues: z.array(entrySchema) })
    .safeParse(lexicon('cues', language));
  if (!parsed.success) {
    throw new Error(`cues.${language}.json: ${z.prettifyError(parsed.error)}`);
  }
  const verbs = new Map<string, CueWord>();
  const nouns = new Map<string, CueEntry>();
  const phrases = new Map<string, CuePhrase[]>();
  for (const entry of parsed.data.cues) {
    if (entry.kind === 'phrasal') {
      for (const { form, tail } of phrasalForms(entry, language)) {
        addPhrase(phrases, `${form.text} ${tail}`, entry, { ...form, entry });
      }
    } else if (entry.kind === 'verb' || entry.kind === 'impersonal' || entry.kind === 'state') {
      for (const form of formsOf(entry, language)) {
        const key = foldedCue(form.text);
        if (key.includes(' ')) addPhrase(phrases, key, entry, { ...form, entry });
        else if (!verbs.has(key)) verbs.set(key, { ...form, entry });
      }
    } else if (entry.kind === 'noun') {
      for (const form of entry.forms ?? []) nouns.set(foldedCue(form), entry);
    } else {
      for (const form of entry.forms ?? []) addPhrase(phrases, form, entry);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { verbs, nouns, phrases };
}

function formsOf(entry: CueEntry, language: 'es' | 'ru'): VerbForm[] {
  if (entry.kind !== 'verb') {
    const forms = entry.forms ?? [];
    return forms.map((text) => ({ text, shape: 'finite', number: undefined }));
  }
  return language === 'es' ? spanishForms(entry) : russianForms(entry);
}

/** The forms of the first word of a lemma, and the words behind it. */
function* phrasalForms(entry: CueEntry, language: 'es' | 'ru') {
  const [head = '', ...rest] = entry.lemma.split(' ');
  const tail = rest.join(' ');
  const forms = language === 'es' ? spanishForms : russianForms;
  for (const form of forms({ ...entry, lemma: head })) {
    if (form.shape !== 'infinitive') yield { form, tail };
  }
}

function addPhrase(
  phrases: Map<string, CuePhrase[]>,
  form: string,
  entry: CueEntry,
  word?: CueWord,
): void {
  const words = form.split(' ').map(foldedCue);
  const list = phrases.get(words[0]!) ?? [];
  list.push(word === undefined ? { words, entry } : { words, entry, word });
  phrases.set(words[0]!, list);
}
