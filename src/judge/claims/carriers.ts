/**
 * Which articles carry a claim, and in which sentences: one to three adjacent sentences in which both
 * the names of the claim and what it says of them stand, in the claim's language or another. Many
 * articles may carry one claim, so none has to stand out from the rest, as fact-checks must.
 *
 * What is told right beside the claim by several carriers, in the same words, belongs to its telling:
 * an article that has these words alone carries it too (`beside.ts`).
 *
 * O(words of the candidates) and one encoding of the passages that come near.
 */
import type { Span } from '../../domain/span.ts';
import { besideClaims } from './beside.ts';
import { plainPost } from './post-text.ts';
import type { EncodeTexts, Translate } from './query.ts';
import {
  type Candidate,
  type ReadCandidate,
  type ReadSentence,
  readCandidate,
} from './told-articles.ts';
import { type Lookup, lookupOf, type ToldWord, toldWordsOf, type Worth } from './told-words.ts';

/** What speaks for a passage, shares of 0–1. */
export interface CarrierParts {
  /** Of the worth of the claim's names, what the passage has; names elsewhere in the article count less. */
  readonly who: number;
  /** Of the worth of its other words. */
  readonly what: number;
  /** Cosine with the claim; 0: no encoder. */
  readonly meaning: number;
  /** Of the wording of a sentence that others tell beside the claim; 0: found by its own words. */
  readonly beside: number;
}

export interface CarriedPassage {
  /** In the candidate's text: one to three adjacent sentences. */
  readonly span: Span;
  readonly confidence: number;
  readonly parts: CarrierParts;
}

export interface Carrier {
  readonly id: string;
  /** Never empty, the most confident first; they do not overlap. */
  readonly passages: readonly CarriedPassage[];
}

export interface CarrierOptions {
  /** Language of the claim, a primary tag. */
  readonly language?: string;
  readonly worth: Worth;
  readonly encode?: EncodeTexts;
  readonly translate?: Translate;
  /** Least confidence of a passage. */
  readonly atLeast?: number;
}

/** See `docs/claims.md` for what it keeps and refuses. */
const USUAL_CONFIDENCE = 0.37;
/** Sentences of one passage, and what each after the first costs. */
const MOST_SENTENCES = 3;
const LONGER_COST = 0.1;
/** A name that stands elsewhere in the article is perhaps who is meant. */
const ELSEWHERE = 0.2;
const MEANING_WEIGHT = 0.25;
/** Passages with less are not encoded. */
const LEAST_WORDS = 0.15;
/** Passages of one article that are looked at again, and that are given: hostile texts have any number. */
const MOST_NEAR = 60;
const MOST_PASSAGES = 20;
/** Confidence of what only stands beside, times the share of its words. */
const BESIDE_CONFIDENCE = 0.5;

/** The candidates that carry `claim`, in their order. */
export function carriersOf(
  claim: string,
  candidates: readonly Candidate[],
  options: CarrierOptions,
): Carrier[] {
  const { language = 'und', atLeast = USUAL_CONFIDENCE } = options;
  const plain = plainPost(claim);
  const words = toldWordsOf(plain, language, options.worth);
  const lookups = new Map<string, Lookup>();
  const articles = candidates.map((candidate) => {
    const other = candidate.language ?? 'und';
    const lookup = lookups.get(other) ?? lookupOf(words, language, other, options.translate);
    lookups.set(other, lookup);
    return readCandidate(candidate, lookup);
  });
  const told = splitOf(words, articles);
  const found = articles.map((article) => nearPassages(article, told));
  const carried = withMeaning(plain, articles, found, options.encode).map((passages) =>
    apart(passages.filter(({ confidence }) => confidence >= atLeast)),
  );
  for (const { article, span, share } of besideClaims(articles, carried, told.tells)) {
    const parts = { who: 0, what: 0, meaning: 0, beside: share };
    const confidence = BESIDE_CONFIDENCE * share;
    if (confidence >= atLeast) carried[article]!.push({ span, confidence, parts });
  }
  return candidates.flatMap(({ id }, i) => {
    const passages = carried[i]!;
    return passages.length === 0 ? [] : [{ id, passages }];
  });
}

/** The claim's words as names and others. */
interface Told {
  readonly who: readonly (readonly [word: number, worth: number])[];
  readonly what: readonly (readonly [word: number, worth: number])[];
  readonly whoWorth: number;
  readonly whatWorth: number;
  /** Whether a sentence has a word that the claim says of its names. */
  readonly tells: (sentence: ReadSentence) => boolean;
}

/**
 * A word is a name where the claim writes it as one; at its beginning, where most places in the
 * candidates do not write it small.
 */
function splitOf(words: readonly ToldWord[], articles: readonly ReadCandidate[]): Told {
  const who: [number, number][] = [];
  const what: [number, number][] = [];
  for (const [word, { term, worth }] of words.entries()) {
    if (worth === 0) continue;
    const votes = articles.reduce((sum, { asName }) => sum + (asName.get(word) ?? 0), 0);
    const isName = term.kind === 'name' || (/^\p{Lu}/u.test(term.word) && votes >= 0);
    (isName ? who : what).push([word, worth]);
  }
  const sum = (side: readonly (readonly [number, number])[]) =>
    side.reduce((total, [, worth]) => total + worth, 0);
  const tells = ({ has }: ReadSentence) => what.some(([word]) => has.has(word));
  return { who, what, whoWorth: sum(who), whatWorth: sum(what), tells };
}

/** Passages with enough of the claim's words, by their words alone. */
function nearPassages({ sentences, has: all }: ReadCandidate, told: Told): CarriedPassage[] {
  const passages: CarriedPassage[] = [];
  for (let first = 0; first < sentences.length; first++) {
    const has = new Map<number, number>();
    for (let n = 0; n < MOST_SENTENCES && first + n < sentences.length; n++) {
      const sentence = sentences[first + n]!;
      // A passage begins and ends with a sentence that tells something of the claim.
      if (sentence.has.size === 0 && n === 0) break;
      for (const [word, strength] of sentence.has) {
        has.set(word, Math.max(strength, has.get(word) ?? 0));
      }
      if (sentence.has.size === 0 || !told.tells(sentence)) continue;
      const { who, what } = sharesOf(has, all, told);
      const confidence = Math.sqrt(who * what) * (1 - LONGER_COST * n);
      if (confidence < LEAST_WORDS) continue;
      const span = { begin: sentences[first]!.begin, end: sentence.end };
      passages.push({ span, confidence, parts: { who, what, meaning: 0, beside: 0 } });
    }
  }
  return passages.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_NEAR);
}

/** A claim without names, or of names alone, is judged by the side that it has. */
function sharesOf(
  has: ReadonlyMap<number, number>,
  all: ReadonlyMap<number, number>,
  told: Told,
): { who: number; what: number } {
  let who = 0;
  for (const [word, worth] of told.who) {
    who += worth * Math.max(has.get(word) ?? 0, ELSEWHERE * (all.get(word) ?? 0));
  }
  let what = 0;
  for (const [word, worth] of told.what) what += worth * (has.get(word) ?? 0);
  const shareWho = told.whoWorth === 0 ? undefined : who / told.whoWorth;
  const shareWhat = told.whatWorth === 0 ? undefined : what / told.whatWorth;
  return { who: shareWho ?? shareWhat ?? 0, what: shareWhat ?? shareWho ?? 0 };
}

function withMeaning(
  claim: string,
  articles: readonly ReadCandidate[],
  found: readonly CarriedPassage[][],
  encode: EncodeTexts | undefined,
): CarriedPassage[][] {
  if (encode === undefined) return found.map((passages) => [...passages]);
  const texts = found.flatMap((passages, i) =>
    passages.map(({ span }) => articles[i]!.text.slice(span.begin, span.end)),
  );
  const vectors = encode([claim, ...texts]);
  const dims = vectors.length / (texts.length + 1);
  let row = 0;
  return found.map((passages) =>
    passages.map(({ span, confidence, parts }) => {
      row++;
      let cosine = 0;
      for (let d = 0; d < dims; d++) cosine += vectors[d]! * vectors[row * dims + d]!;
      const meaning = Math.max(0, cosine);
      const joined = (1 - MEANING_WEIGHT) * confidence + MEANING_WEIGHT * meaning;
      return { span, confidence: joined, parts: { ...parts, meaning } };
    }),
  );
}

/** The best passages, none over another. */
function apart(passages: readonly CarriedPassage[]): CarriedPassage[] {
  const kept: CarriedPassage[] = [];
  const sorted = [...passages].sort((a, b) => b.confidence - a.confidence);
  for (const passage of sorted) {
    if (kept.length === MOST_PASSAGES) break;
    const { begin, end } = passage.span;
    if (kept.every(({ span }) => span.end <= begin || end <= span.begin)) kept.push(passage);
  }
  return kept;
}
