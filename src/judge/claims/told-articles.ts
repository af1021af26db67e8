/**
 * An article as a claim finds it: its sentences, each with the words of the claim that it has.
 * O(words of the article).
 */
import type { Span } from '../../domain/span.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { type Term, termsOf } from './claim-terms.ts';
import type { Lookup } from './told-words.ts';

/** Words read of a sentence. */
const SENTENCE_WORDS = 200;

/** An article that may carry the claim. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Primary tag; absent: words are folded, not stemmed. */
  readonly language?: string;
}

/** A sentence with the claim's words that it has, number to strength. */
export interface ReadSentence extends Span {
  readonly terms: readonly Term[];
  readonly has: ReadonlyMap<number, number>;
}

export interface ReadCandidate {
  readonly text: string;
  readonly sentences: readonly ReadSentence[];
  /** Of the whole article, its title included. */
  readonly has: ReadonlyMap<number, number>;
  /** How often each word of the claim stands as a name, less how often it does not. */
  readonly asName: ReadonlyMap<number, number>;
}

/** The terms of an article, sentence by sentence, and those of its title: the same for every claim. */
interface Terms {
  readonly sentences: readonly (Span & { readonly terms: readonly Term[] })[];
  readonly title: readonly Term[];
}

/** Several wordings of one claim are looked for in the same articles; kept as long as those are. */
const known = new WeakMap<Candidate, Terms>();

function termsIn(candidate: Candidate): Terms {
  const kept = known.get(candidate);
  if (kept !== undefined) return kept;
  const { title, text, language = 'und' } = candidate;
  const sentences = sentencesOf(text).map(({ begin, end }) => {
    return { begin, end, terms: termsOf(text.slice(begin, end), language, SENTENCE_WORDS) };
  });
  const terms = { sentences, title: termsOf(title, language, SENTENCE_WORDS) };
  known.set(candidate, terms);
  return terms;
}

/** Reads an article with the look-up for its language. */
export function readCandidate(candidate: Candidate, lookup: Lookup): ReadCandidate {
  const all = new Map<number, number>();
  const asName = new Map<number, number>();
  const read = (terms: readonly Term[]): ReadonlyMap<number, number> => {
    const has = new Map<number, number>();
    terms.forEach((term, i) => {
      for (const [word, strength] of lookup(term)) {
        has.set(word, Math.max(strength, has.get(word) ?? 0));
        all.set(word, Math.max(strength, all.get(word) ?? 0));
        // At the beginning of a sentence a capital tells nothing.
        if (i > 0) asName.set(word, (asName.get(word) ?? 0) + (term.kind === 'name' ? 1 : -1));
      }
    });
    return has;
  };
  const { sentences, title } = termsIn(candidate);
  const found = sentences.map((sentence): ReadSentence => {
    return { ...sentence, has: read(sentence.terms) };
  });
  read(title);
  return { text: candidate.text, sentences: found, has: all, asName };
}
