/** Which tokens can stand in, begin and end a noun phrase. */
import type { Tag, TaggedDocument } from '../../tagging/tagged.ts';
import { PERSONAL, POSSESSIVES, QUESTION_WORDS } from './function-words.ts';

/** Quoted words that may stand within a noun phrase, in tokens with their marks. */
export const QUOTED_IN_PHRASE = 8;
/** Tokens between brackets within a noun phrase ("(R-Texas)"). */
export const BRACKETED_IN_PHRASE = 12;
/** Prepositions that hang a phrase on a noun. */
export const JOINING = new Set(
  'of for from in at with on to behind against about near between including'.split(' '),
);

/** Determiners and adjectives that stand for a noun ("some said"). */
const STANDING: Partial<Record<Tag, RegExp>> = {
  DET: /^(?:all|some|both|many|most|others|this|that|these|those)$/,
  ADJ: /^(?:many|few|others|several|most|some)$/,
};
const NEVER_FIRST: ReadonlySet<Tag> = new Set(['ADP', 'CCONJ', 'PUNCT', 'PART', 'SCONJ']);
const BEFORE_ADVERB: ReadonlySet<Tag> = new Set(['ADJ', 'NUM', 'DET', 'VERB', 'ADV']);

export function isNominal(doc: TaggedDocument, i: number): boolean {
  const tag = doc.tags[i];
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM';
}

/** A personal pronoun that stands for a whole phrase; "her" does not. */
export function isPersonal(doc: TaggedDocument, i: number): boolean {
  const { lower, text } = doc.tokens[i]!;
  return PERSONAL.has(lower) && !POSSESSIVES.has(lower) && text !== 'US';
}

export function endsPhrase(doc: TaggedDocument, i: number): boolean {
  const { lower } = doc.tokens[i]!;
  if (lower === ')') return true;
  if (QUESTION_WORDS.has(lower)) return false;
  return isNominal(doc, i) || (STANDING[doc.tags[i]!]?.test(lower) ?? false);
}

export function startsPhrase(doc: TaggedDocument, i: number): boolean {
  return !NEVER_FIRST.has(doc.tags[i]!);
}

/** Whether a token can stand within a noun phrase. `atEnd`: it would be its last word. */
export function isInside(doc: TaggedDocument, i: number, atEnd: boolean): boolean {
  const { lower, text } = doc.tokens[i]!;
  switch (doc.tags[i]) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'SYM':
    case 'ADJ':
      return true;
    case 'PRON':
      return !QUESTION_WORDS.has(lower) && (lower !== 'that' || atEnd);
    case 'DET':
      return !QUESTION_WORDS.has(lower);
    case 'PART':
      return /^['’]s?$/.test(lower);
    case 'ADV':
      return !atEnd && BEFORE_ADVERB.has(doc.tags[i + 1]!) && !QUESTION_WORDS.has(lower);
    case 'VERB':
      return !atEnd && isNominal(doc, i + 1) && /(?:ed|ing|en)$/.test(lower);
    case 'PUNCT':
      return /^[-&/'’.]$/.test(text) && !atEnd;
    default:
      return false;
  }
}
