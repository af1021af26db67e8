/**
 * Retellings: passages that say the same in other words or in another language.
 *
 * Two texts are compared sentence by sentence. The score of two sentences is half their similarity
 * (static vectors, words translated by the lexicon, sounds of names, numbers; encoder/similar.ts) and
 * half the share of each one's information that the other covers (encoder/coverage.ts). Chains of
 * sentences that stand out are found by local alignment (sentence-chains.ts) and then verified: a
 * chain must cover as much as a true rendering between these languages does, since two reports on
 * one person share names without telling the same.
 *
 * O(n m) for n and m sentences, about 2 ms for two articles of 20 sentences.
 */
import type { Span } from '../domain/span.ts';
import type { Passage } from '../domain/trace.ts';
import { sentencesOf } from '../text/sentences.ts';
import { tokensOf } from '../text/tokens.ts';
import { coverages } from './encoder/coverage.ts';
import { type Passages, readPassages } from './encoder/passages.ts';
import { similarities } from './encoder/similar.ts';
import type { StaticEncoder } from './encoder/static-encoder.ts';
import type { LexiconShelf } from './lexicon/shelf.ts';
import { headlineEnds } from './retell-headlines.ts';
import { chainSentences, MOST_SENTENCES, type SentenceChain } from './sentence-chains.ts';

/** What retellings are found with: the built-in models, or better ones of the same shape. */
export interface RetellTools {
  readonly encoder: StaticEncoder;
  readonly shelf: LexiconShelf;
}

/** A text read once for comparison with many. */
export interface PreparedText {
  readonly text: string;
  readonly language: string;
  readonly sentences: readonly Span[];
  readonly words: readonly number[];
  readonly passages: Passages;
}

/** Share of the score that coverage has; .3 to .7 are within .01 of each other. */
const COVERAGE_SHARE = 0.5;
/** Mean coverage of true renderings: same language, one alphabet, Cyrillic both, two alphabets. */
const USUAL_COVERAGE = { same: 0.69, alphabet: 0.63, cyrillic: 0.47, across: 0.4 } as const;
/** Share of the usual coverage that a chain must reach. */
const LEAST_COVERAGE = 0.55;
/** Share of the usual coverage that the first and the last sentence of a chain must reach. */
const LEAST_END = 0.35;
/** Fewest words of a retold passage on its shorter side. */
const LEAST_WORDS = 9;
/** Fewest of these with a counterpart, were all true renderings covered whole. */
const LEAST_MATCHED = 13;
/** Below this usual coverage too many words lack a counterpart to tell a headline by it. */
const HEADLINE_COVERAGE = 0.6;

const CYRILLIC = new Set(['ru', 'uk']);

/** Reads a text: sentences, words, vectors. */
export function prepareText(text: string, language: string, tools: RetellTools): PreparedText {
  const sentences = sentencesOf(text).slice(0, MOST_SENTENCES);
  const pieces = sentences.map(({ begin, end }) => text.slice(begin, end));
  return {
    text,
    language,
    sentences,
    words: pieces.map((piece) => tokensOf(piece).count),
    passages: readPassages(pieces, language, tools.encoder),
  };
}

/** The passages of `b` that retell passages of `a`, in the order of `b`. */
export function retoldPassages(a: PreparedText, b: PreparedText, tools: RetellTools): Passage[] {
  const rows = a.sentences.length;
  const columns = b.sentences.length;
  if (rows === 0 || columns === 0) return [];
  const cover = coverages(a.passages, b.passages, tools.shelf);
  const covered = cover.ofA.map((share, at) => (share + cover.ofB[at]!) / 2);
  const similar = similarities(a.passages, b.passages, tools.shelf);
  const scores = similar.map(
    (score, at) => (1 - COVERAGE_SHARE) * score + COVERAGE_SHARE * covered[at]!,
  );
  const usual = usualCoverage(a.language, b.language);
  const least = LEAST_COVERAGE * usual;
  return chainSentences({
    rows,
    columns,
    scores,
    aWords: a.words,
    bWords: b.words,
    sameLanguage: a.language === b.language,
  })
    .map((chain) => trimmed(chain, covered, columns, LEAST_END * usual))
    .filter((chain) => coverageOf(chain, covered, columns, a.words) >= least)
    .filter((chain) => chain.aEnd > chain.aBegin && chain.bEnd > chain.bBegin)
    .map((chain) => passageOf(chain, a, b, covered, columns))
    .filter((p) => Math.min(p.aWords, p.bWords) >= LEAST_WORDS && p.words >= LEAST_MATCHED * usual)
    .map((p) => (usual < HEADLINE_COVERAGE ? p : withoutHeadlines(p, a, b, tools.shelf)))
    .sort((x, y) => x.b.begin - y.b.begin);
}

/** A headline that runs into the first sentence without a full stop is no part of what is retold. */
function withoutHeadlines(
  passage: Passage,
  a: PreparedText,
  b: PreparedText,
  shelf: LexiconShelf,
): Passage {
  const left = a.sentences.find((sentence) => sentence.begin === passage.a.begin)!;
  const right = b.sentences.find((sentence) => sentence.begin === passage.b.begin)!;
  const ends = headlineEnds(
    { text: a.text.slice(left.begin, left.end), language: a.language },
    { text: b.text.slice(right.begin, right.end), language: b.language },
    shelf,
  );
  return {
    ...passage,
    a: { begin: passage.a.begin + ends.a, end: passage.a.end },
    b: { begin: passage.b.begin + ends.b, end: passage.b.end },
  };
}

/** Mean coverage of true renderings between two languages. */
export function usualCoverage(a: string, b: string): number {
  if (a === b) return USUAL_COVERAGE.same;
  const cyrillic = Number(CYRILLIC.has(a)) + Number(CYRILLIC.has(b));
  if (cyrillic === 1) return USUAL_COVERAGE.across;
  return cyrillic === 2 ? USUAL_COVERAGE.cyrillic : USUAL_COVERAGE.alphabet;
}

/** Takes sentences off both ends that nothing of the other side covers. */
function trimmed(
  chain: SentenceChain,
  covered: Float32Array,
  columns: number,
  least: number,
): SentenceChain {
  let { aBegin, aEnd, bBegin, bEnd } = chain;
  const row = (i: number): boolean => {
    for (let j = bBegin; j < bEnd; j++) if (covered[i * columns + j]! >= least) return true;
    return false;
  };
  const column = (j: number): boolean => {
    for (let i = aBegin; i < aEnd; i++) if (covered[i * columns + j]! >= least) return true;
    return false;
  };
  while (aBegin < aEnd && !row(aBegin)) aBegin++;
  while (aEnd > aBegin && !row(aEnd - 1)) aEnd--;
  while (bBegin < bEnd && !column(bBegin)) bBegin++;
  while (bEnd > bBegin && !column(bEnd - 1)) bEnd--;
  return { ...chain, aBegin, aEnd, bBegin, bEnd };
}

/** Mean over the chain's sentences of a of their best coverage within the chain, by words. */
function coverageOf(
  chain: SentenceChain,
  covered: Float32Array,
  columns: number,
  words: readonly number[],
): number {
  let sum = 0;
  let total = 0;
  for (let i = chain.aBegin; i < chain.aEnd; i++) {
    let best = 0;
    for (let j = chain.bBegin; j < chain.bEnd; j++) {
      best = Math.max(best, covered[i * columns + j]!);
    }
    sum += best * words[i]!;
    total += words[i]!;
  }
  return total === 0 ? 0 : sum / total;
}

function passageOf(
  chain: SentenceChain,
  a: PreparedText,
  b: PreparedText,
  covered: Float32Array,
  columns: number,
): Passage {
  const aWords = sumOf(a.words, chain.aBegin, chain.aEnd);
  const bWords = sumOf(b.words, chain.bBegin, chain.bEnd);
  const share = coverageOf(chain, covered, columns, a.words);
  return {
    a: {
      begin: a.sentences[chain.aBegin]!.begin,
      end: a.sentences[chain.aEnd - 1]!.end,
    },
    b: {
      begin: b.sentences[chain.bBegin]!.begin,
      end: b.sentences[chain.bEnd - 1]!.end,
    },
    // Words of the shorter side that have a counterpart, estimated by information.
    words: Math.round(Math.min(1, share) * Math.min(aWords, bWords)),
    aWords,
    bWords,
    retold: true,
  };
}

function sumOf(words: readonly number[], begin: number, end: number): number {
  let sum = 0;
  for (let i = begin; i < end; i++) sum += words[i]!;
  return sum;
}

/**
 * One list of passages for a pair: those of equal wording as they are, and the retold ones that these
 * do not explain. A retold passage of which equal wording covers most says nothing new, but holds
 * its pieces together; one that only touches equal wording takes it in. So one copied passage
 * stays one.
 */
export function joinPassages(
  same: readonly Passage[],
  retold: readonly Passage[],
  a: PreparedText,
  b: PreparedText,
): Passage[] {
  let kept = [...same];
  const joined: Passage[] = [];
  for (const passage of retold) {
    const inside = kept.filter(
      (known) => overlap(known.b, passage.b) > 0 && overlap(known.a, passage.a) > 0,
    );
    const explained = inside.reduce((sum, known) => sum + overlap(known.b, passage.b), 0);
    const isExplained = explained >= EXPLAINED * (passage.b.end - passage.b.begin);
    kept = kept.filter((known) => !inside.includes(known));
    joined.push(
      isExplained ? toSentences(inside.reduce(hull), passage, a, b) : inside.reduce(hull, passage),
    );
  }
  return [...kept, ...joined].sort((x, y) => x.b.begin - y.b.begin);
}

/** Share of a retold passage that equal wording must cover to explain it. */
const EXPLAINED = 0.8;

/** Widened to whole sentences, as far as the retold passage reaches: words at the ends changed. */
function toSentences(passage: Passage, retold: Passage, a: PreparedText, b: PreparedText): Passage {
  return {
    ...passage,
    a: widened(passage.a, retold.a, a.sentences),
    b: widened(passage.b, retold.b, b.sentences),
  };
}

function widened(span: Span, limit: Span, sentences: readonly Span[]): Span {
  const first = sentences.find((sentence) => sentence.end > span.begin);
  const last = sentences.findLast((sentence) => sentence.begin < span.end);
  const begin = Math.max(limit.begin, first?.begin ?? span.begin);
  const end = Math.min(limit.end, last?.end ?? span.end);
  return { begin: Math.min(span.begin, begin), end: Math.max(span.end, end) };
}

const overlap = (x: Span, y: Span): number =>
  Math.max(0, Math.min(x.end, y.end) - Math.max(x.begin, y.begin));

function hull(passage: Passage, known: Passage): Passage {
  const join = (x: Span, y: Span): Span => ({
    begin: Math.min(x.begin, y.begin),
    end: Math.max(x.end, y.end),
  });
  return {
    ...passage,
    a: join(passage.a, known.a),
    b: join(passage.b, known.b),
    words: Math.max(passage.words, known.words),
    aWords: Math.max(passage.aWords, known.aWords),
    bWords: Math.max(passage.bWords, known.bWords),
  };
}
