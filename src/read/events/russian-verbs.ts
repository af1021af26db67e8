/** Russian verb groups: negation, auxiliary or modal word and the verb, by forms first, then tags. */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { EventLexicon, VerbEntry } from './event-lexicon.ts';
import { openRussianForms, type RussianForm, type RussianTense } from './russian-forms.ts';
import {
  type GrammarWords,
  grammarWords,
  type Mood,
  type ReadVerb,
  type VerbForm,
  type VerbGroup,
} from './verb-group.ts';

const LONGEST = 8;
const NONE: readonly VerbEntry[] = [];
const WOULD = new Set(['бы', 'б']);

interface Lists extends GrammarWords {
  readonly formOf: (word: string) => RussianForm | undefined;
}

export function openRussianVerbs(lexicon: EventLexicon): ReadVerb {
  const lists: Lists = {
    formOf: openRussianForms(lexicon.verbs),
    ...grammarWords(lexicon),
  };
  return (doc, first, end) => groupAt(doc, first, end, lists);
}

interface Found {
  readonly tense: RussianTense;
  readonly reflexive: boolean;
  readonly entries: readonly VerbEntry[];
}

function groupAt(
  doc: TaggedDocument,
  first: number,
  end: number,
  lists: Lists,
): VerbGroup | undefined {
  let mood: Mood = 'real';
  let negated = false;
  let helper = -1;
  const most = Math.min(end, first + LONGEST);
  for (let i = first; i < most; i++) {
    const { lower } = doc.tokens[i]!;
    if (lists.negations.has(lower)) {
      negated = true;
      continue;
    }
    if (WOULD.has(lower)) {
      mood = 'possible';
      continue;
    }
    const helps = helpOf(lower, lists);
    if (helps !== undefined) {
      if (helps !== 'real') mood = helps;
      helper = i;
      continue;
    }
    const found = verbAt(doc, i, lists);
    if (found !== undefined) {
      const wants = found.tense === 'infinitive' || found.tense === 'short';
      if (helper >= 0 && !wants) break;
      if (doc.tokens[i + 1]?.lower === 'бы') mood = 'possible';
      if (found.tense === 'short' && doc.tokens[i + 1]?.lower === 'не') negated = true;
      if (doc.tokens[i + 1]?.lower === 'ли') mood = 'possible';
      return closed(first, i, doc.tokens[i + 1]?.lower === 'ли' ? i + 2 : i + 1, found, {
        mood,
        negated,
        helped: helper >= 0,
      });
    }
    if (doc.tags[i] !== 'ADV' && doc.tags[i] !== 'PART') break;
    if (helper < 0 && !negated) break;
  }
  if (helper < 0) return undefined;
  const last = helper + 1;
  return {
    first,
    last,
    head: helper,
    entries: NONE,
    form: 'finite',
    voice: 'active',
    mood,
    negated,
  };
}

function helpOf(lower: string, { be, future, possible, necessary }: Lists): Mood | undefined {
  if (future.has(lower)) return 'future';
  if (possible.has(lower)) return 'possible';
  if (necessary.has(lower)) return 'necessary';
  return be.has(lower) ? 'real' : undefined;
}

function closed(
  first: number,
  head: number,
  last: number,
  { tense, reflexive, entries }: Found,
  { mood, negated, helped }: { mood: Mood; negated: boolean; helped: boolean },
): VerbGroup {
  const form: VerbForm =
    tense === 'infinitive' && !helped
      ? 'infinitive'
      : tense === 'gerund'
        ? 'gerund'
        : tense.endsWith('participle')
          ? 'participle'
          : 'finite';
  const passive = tense === 'short' || tense === 'passive-participle';
  return {
    first,
    last,
    head,
    entries,
    form,
    voice: passive ? 'passive' : reflexive ? 'reflexive' : 'active',
    mood: mood === 'real' && tense === 'future' ? 'future' : mood,
    negated,
  };
}

/** The verb at a token: a listed form, or what the tagger takes for one. */
function verbAt(doc: TaggedDocument, at: number, { formOf }: Lists): Found | undefined {
  const { lower } = doc.tokens[at]!;
  const tag = doc.tags[at]!;
  if (doc.tokens[at]!.kind !== 'word' || tag === 'ADP' || tag === 'PROPN') return undefined;
  const isVerb = tag === 'VERB' || tag === 'AUX';
  const known = formOf(lower);
  if (known !== undefined && (isVerb || !NOUN_LIKE.has(known.tense))) return known;
  if (known?.tense.endsWith('participle') === true && tag === 'ADJ') return known;
  if (doc.tokens[at - 1]?.text === ',' && PARTICIPLE.test(lower)) {
    return { tense: 'active-participle', reflexive: lower.endsWith('ся'), entries: NONE };
  }
  if (!isVerb || doc.cases?.[at] !== undefined) return undefined;
  return { tense: genericTense(lower), reflexive: /(?:ся|сь)$/.test(lower), entries: NONE };
}

/** Forms that nouns have as well; the tagger decides. */
const NOUN_LIKE: ReadonlySet<RussianTense> = new Set([
  'gerund',
  'short',
  'passive-participle',
  'active-participle',
]);

const PARTICIPLE = /\p{L}{3}(?:вш|ющ|ущ|ящ|ащ)(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)(?:ся)?$/u;

function genericTense(lower: string): RussianTense {
  if (/(?:ть|ти|чь)(?:ся)?$/.test(lower)) return 'infinitive';
  if (/(?:[яав]|вши|вшись|ясь)$/.test(lower) && !/[лн]а$/.test(lower)) return 'gerund';
  return /(?:л[аои]?)(?:с[ья])?$/.test(lower) ? 'past' : 'present';
}
