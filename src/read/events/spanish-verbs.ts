/** Spanish verb groups: negations, clitics, auxiliaries and the verb, by forms first and tags second. */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { EventLexicon, VerbEntry } from './event-lexicon.ts';
import { type SpanishForm, type SpanishTense, spanishForms } from './spanish-forms.ts';
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
const CLITICS = new Set(['se', 'lo', 'la', 'los', 'las', 'le', 'les', 'nos', 'me', 'te']);
const LINKS = new Set(['a', 'que', 'de']);

interface Lists extends GrammarWords {
  readonly forms: ReadonlyMap<string, SpanishForm>;
}

export function openSpanishVerbs(lexicon: EventLexicon): ReadVerb {
  const lists: Lists = {
    forms: spanishForms(lexicon.verbs),
    ...grammarWords(lexicon),
  };
  return (doc, first, end) => groupAt(doc, first, end, lists);
}

interface Draft {
  mood: Mood;
  negated: boolean;
  reflexive: boolean;
  passive: boolean;
  /** Whether an auxiliary stands before. */
  helped: boolean;
}

function groupAt(
  doc: TaggedDocument,
  first: number,
  end: number,
  lists: Lists,
): VerbGroup | undefined {
  const draft: Draft = {
    mood: 'real',
    negated: false,
    reflexive: false,
    passive: false,
    helped: false,
  };
  const most = Math.min(end, first + LONGEST);
  let helper = -1;
  for (let i = first; i < most; i++) {
    const { lower } = doc.tokens[i]!;
    if (lists.negations.has(lower)) {
      draft.negated = true;
      continue;
    }
    if (CLITICS.has(lower) && isVerbNext(doc, i + 1, end, lists)) {
      if (lower === 'se') draft.reflexive = true;
      continue;
    }
    const mood = moodOf(doc, i, end, lists);
    if (mood !== undefined) {
      draft.mood = mood;
      draft.helped = true;
      helper = i;
      if (LINKS.has(doc.tokens[i + 1]?.lower ?? '')) i++;
      continue;
    }
    const tense = tenseAt(doc, i, lists, i > first);
    const helps = lists.be.has(lower) || doc.lemmas[i] === 'haber' || doc.lemmas[i] === 'estar';
    if (helps && followedByPart(doc, i + 1, end, lists)) {
      if (lists.be.has(lower)) draft.passive = true;
      draft.helped = true;
      helper = i;
      const own = moodOfTense(genericTense(lower));
      if (own !== 'real' && draft.mood === 'real') draft.mood = own;
      continue;
    }
    if (tense !== undefined) return closed(doc, first, i, tense, draft, lists);
    if (doc.tags[i] !== 'ADV' || !(draft.helped || draft.negated)) break;
  }
  if (helper < 0) return undefined;
  return {
    first,
    last: helper + 1,
    head: helper,
    entries: NONE,
    form: 'finite',
    voice: 'active',
    mood: draft.mood,
    negated: draft.negated,
  };
}

function closed(
  doc: TaggedDocument,
  first: number,
  head: number,
  tense: SpanishTense,
  draft: Draft,
  lists: Lists,
): VerbGroup {
  const { lower } = doc.tokens[head]!;
  const form: VerbForm = draft.helped
    ? 'finite'
    : tense === 'infinitive' || tense === 'gerund' || tense === 'participle'
      ? tense
      : 'finite';
  const own = moodOfTense(tense);
  const isPart = form === 'participle';
  return {
    first,
    last: head + 1,
    head,
    entries: lists.forms.get(lower)?.entries ?? NONE,
    form,
    voice:
      isPart || (draft.passive && tense === 'participle')
        ? 'passive'
        : draft.reflexive || /[aei]rse$/.test(lower)
          ? 'reflexive'
          : 'active',
    mood: draft.mood === 'real' ? own : draft.mood,
    negated: draft.negated,
  };
}

function moodOfTense(tense: SpanishTense): Mood {
  if (tense === 'future') return 'future';
  return tense === 'conditional' ? 'would' : tense === 'subjunctive' ? 'possible' : 'real';
}

/** "va a", "puede", "podría", "debe", "tiene que", before an infinitive. */
function moodOf(doc: TaggedDocument, at: number, end: number, lists: Lists): Mood | undefined {
  const { lower } = doc.tokens[at]!;
  let next = at + 1;
  const link = doc.tokens[next]?.lower ?? '';
  if (LINKS.has(link)) next++;
  while (next < end && doc.tags[next] === 'ADV' && next < at + 4) next++;
  const follows = next < end && tenseAt(doc, next, lists, true) === 'infinitive';
  if (!follows) return undefined;
  if (lists.future.has(lower) && link === 'a') return 'future';
  if (lists.possible.has(lower)) return 'possible';
  return lists.necessary.has(lower) ? 'necessary' : undefined;
}

function followedByPart(doc: TaggedDocument, at: number, end: number, lists: Lists): boolean {
  for (let i = at; i < end && i < at + 4; i++) {
    const tense = tenseAt(doc, i, lists, true);
    if (tense === 'participle' || tense === 'gerund') return true;
    if (doc.tags[i] !== 'ADV' && doc.tags[i] !== 'AUX') return false;
  }
  return false;
}

function isVerbNext(doc: TaggedDocument, at: number, end: number, lists: Lists): boolean {
  for (let i = at; i < end && i < at + 3; i++) {
    if (doc.tags[i] === 'VERB' || doc.tags[i] === 'AUX') return true;
    const known = lists.forms.get(doc.tokens[i]!.lower);
    if (known !== undefined && known.tense !== 'participle') return true;
    if (!CLITICS.has(doc.tokens[i]!.lower)) return false;
  }
  return false;
}

/** The tense of a verb; `undefined` where the token is none. A noun's article gives it away. */
function tenseAt(
  doc: TaggedDocument,
  at: number,
  { forms }: Lists,
  grouped: boolean,
): SpanishTense | undefined {
  const { lower, capital, sentence } = doc.tokens[at]!;
  const tag = doc.tags[at]!;
  const isVerb = tag === 'VERB' || tag === 'AUX';
  const known = forms.get(lower)?.tense;
  const before = at > 0 && doc.tokens[at - 1]!.sentence === sentence ? doc.tags[at - 1] : undefined;
  const nominal = before === 'DET' || before === 'NUM';
  if (known !== undefined) {
    // "la condena" is a noun, "la condenó" is none.
    const clitic = CLITICS.has(doc.tokens[at - 1]?.lower ?? '');
    const isPlural = known === 'finite' && /(?:[aeé]n|ron)$/.test(lower);
    if (nominal && (!clitic || (tag === 'NOUN' && !isPlural))) return undefined;
    // "la respaldan", whatever the tagger says.
    if (nominal && isPlural) return known;
    if (isVerb || known === 'infinitive') return known;
    if (known === 'finite' && (before === 'ADP' || capital)) return undefined;
    if (known === 'participle') return grouped ? known : partBehind(doc, at) ? known : undefined;
    return tag === 'PROPN' && capital ? undefined : known;
  }
  if (!isVerb || nominal) return undefined;
  return genericTense(lower);
}

/** A participle that a noun carries: "pagado por". */
function partBehind({ tokens }: TaggedDocument, at: number): boolean {
  return tokens[at + 1]?.lower === 'por';
}

function genericTense(lower: string): SpanishTense {
  if (/[aeiáéí]r(?:se|l[aeo]s?|nos)?$/.test(lower)) return 'infinitive';
  if (/ndo(?:se|l[aeo]s?)?$/.test(lower)) return 'gerund';
  if (/(?:[ai]d|t|ch|st)[oa]s?$/.test(lower) && !/ta[ns]?$/.test(lower)) return 'participle';
  if (/r(?:á|án|é|emos)$/.test(lower)) return 'future';
  if (/ría[ns]?$/.test(lower)) return 'conditional';
  return /(?:ara|iera|ase|iese)n?$/.test(lower) ? 'subjunctive' : 'finite';
}
