/** A document as the reader of counts sees it: classes of words, states and numbers by token. */
import type { DateMention, Mention } from '../../domain/reading.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { tokenRange } from '../token-range.ts';
import type { CountLexicon, CountMarks } from './count-lexicon.ts';
import { type NumberPhrase, numbersIn } from './numbers.ts';
import { type StateRef, stateRefs } from './state-refs.ts';

export interface Page {
  readonly document: TaggedDocument;
  readonly marks: CountMarks;
  /** States named, in order. */
  readonly refs: readonly StateRef[];
  /** The numbers, in order. */
  readonly numbers: readonly NumberPhrase[];
  /** The state whose name a token is part of. */
  refAt(at: number): StateRef | undefined;
  /** The number that ends before the token `last`. */
  numberEnding(last: number): NumberPhrase | undefined;
  /** The place in the dates of the expression that a token is part of; -1 where it is of none. */
  dateAt(at: number): number;
  /** Whether a token is part of a person's name. */
  isPerson(at: number): boolean;
}

/** Prepares a document. Linear. */
export function pageOf(
  document: TaggedDocument,
  marks: CountMarks,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  { numerals, states }: CountLexicon,
): Page {
  const { tokens } = document;
  const dateOf = new Int32Array(tokens.length).fill(-1);
  for (const [place, { span }] of dates.entries()) {
    const [first, last] = tokenRange(tokens, span);
    dateOf.fill(place, first, last);
  }
  const person = new Uint8Array(tokens.length);
  for (const { kind, span } of mentions) {
    if (kind === 'person') person.fill(1, ...tokenRange(tokens, span));
  }
  const refs = stateRefs(document, mentions, states, marks);
  const refOf = new Int32Array(tokens.length).fill(-1);
  for (const [place, { first, last }] of refs.entries()) refOf.fill(place, first, last);
  const dateAt = (at: number) => dateOf[at] ?? -1;
  const numbers = numbersIn(document, marks, numerals, dateAt);
  const endings = new Map(numbers.map((number) => [number.last, number]));
  return {
    document,
    marks,
    refs,
    numbers,
    dateAt,
    refAt: (at) => refs[refOf[at] ?? -1],
    numberEnding: (last) => endings.get(last),
    isPerson: (at) => person[at] === 1,
  };
}
