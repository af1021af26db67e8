/**
 * For every pair of passages of two lists: how much of each one's information has a counterpart in
 * the other. The measure to verify with: unlike a cosine it has an absolute meaning, whatever else
 * is compared (`explainPair` shows the words behind one pair, matched one to one).
 *
 * Definition: a stem of passage i is covered by passage j when j has a stem linked to it; stems are
 * linked with strength √p when a lexicon translates one by the other with p ≥ .05 either way, 1 when
 * they are equal, and across languages Dice when their sound skeletons share bigrams (≥ .6); numbers
 * only when equal.
 * Coverage is the IDF of the stems times their strongest links, over the IDF of all; distinct stems
 * count once. (Links without strength let one rare word match many common ones.)
 *
 * Links are found once for the two vocabularies; then O(Σ over stems of the passages that have a
 * linked stem). No pair of words is ever compared twice.
 */
import { soundSkeleton } from '../../text/transliterate.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { LexiconShelf } from '../lexicon/shelf.ts';
import { isNumber } from '../lexicon/words.ts';
import type { Passages } from './passages.ts';
import { invert, type Postings } from './sparse.ts';

const MIN_PROBABILITY = 0.05;
/** Shorter skeletons agree by accident. */
const MIN_SOUND_LETTERS = 4;
const MIN_SOUND = 0.6;

/** Row-major `a.size × b.size`, 0–1; a passage without words covers and is covered by nothing. */
export interface Coverage {
  /** The share of passage i of `a` that passage j of `b` covers. */
  readonly ofA: Float32Array;
  /** The share of passage j of `b` that passage i of `a` covers. */
  readonly ofB: Float32Array;
}

/** Coverage of all pairs. A missing lexicon leaves names, numbers and equal stems. */
export function coverages(a: Passages, b: Passages, shelf: LexiconShelf | undefined): Coverage {
  const forward = shelf?.between(a.language, b.language);
  const backward = shelf?.between(b.language, a.language);
  // Within one language a name is spelled one way: what only sounds alike is another word.
  const bySound = a.language !== b.language;
  const links = linkStems(a.vocabulary, b.vocabulary, { forward, backward, bySound });
  const ofA = new Float32Array(a.size * b.size);
  const ofB = new Float32Array(a.size * b.size);
  const vocabularies = { a: a.vocabulary.length, b: b.vocabulary.length };
  cover(a, weightsOf(a, forward), links.fromA, invert(b.stems, vocabularies.b), {
    out: ofA,
    others: b.size,
    strides: [b.size, 1],
  });
  cover(b, weightsOf(b, backward), links.fromB, invert(a.stems, vocabularies.a), {
    out: ofB,
    others: a.size,
    strides: [1, b.size],
  });
  return { ofA, ofB };
}

interface Target {
  readonly out: Float32Array;
  /** Passages of the other list. */
  readonly others: number;
  /** Steps in `out` of a passage of this list and of the other. */
  readonly strides: readonly [own: number, other: number];
}

function cover(
  passages: Passages,
  idf: Float32Array,
  links: readonly (readonly Link[])[],
  postings: Postings,
  { out, others, strides: [own, other] }: Target,
): void {
  const { offsets, terms } = passages.stems;
  // The last entry that covered each other passage: an entry counts once, by its first and
  // strongest link.
  const coveredBy = new Int32Array(others).fill(-1);
  for (let i = 0; i < passages.size; i++) {
    let total = 0;
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) total += idf[terms[e]!]!;
    if (total === 0) continue;
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
      const share = idf[terms[e]!]! / total;
      for (const { linked, strength } of links[terms[e]!]!) {
        for (let p = postings.offsets[linked]!; p < postings.offsets[linked + 1]!; p++) {
          const j = postings.rows[p]!;
          if (coveredBy[j] === e) continue;
          coveredBy[j] = e;
          out[i * own + j * other] = out[i * own + j * other]! + share * strength;
        }
      }
    }
  }
}

/** IDF of each stem of the list; the highest for stems that the lexicon's text has not shown. */
function weightsOf(passages: Passages, lexicon: Lexicon | undefined): Float32Array {
  return Float32Array.from(passages.vocabulary, (name) => {
    const number = lexicon?.source.numberOf.get(name);
    if (lexicon === undefined) return 1;
    return number === undefined ? lexicon.source.unknownIdf : lexicon.source.idf[number]!;
  });
}

/** A stem of the other vocabulary; links of a stem stand strongest first. */
interface Link {
  readonly linked: number;
  readonly strength: number;
}

/** What stems are linked by, besides being equal. */
interface LinkMeans {
  readonly forward: Lexicon | undefined;
  readonly backward: Lexicon | undefined;
  readonly bySound: boolean;
}

/** Which stems of the other vocabulary each stem is linked to, both ways. */
function linkStems(
  a: readonly string[],
  b: readonly string[],
  { forward, backward, bySound }: LinkMeans,
): { readonly fromA: Link[][]; readonly fromB: Link[][] } {
  const strengths = a.map(() => new Map<number, number>());
  const link = (s: number | undefined, t: number | undefined, strength: number): void => {
    if (s === undefined || t === undefined || (strengths[s]!.get(t) ?? 0) >= strength) return;
    strengths[s]!.set(t, strength);
  };
  const numberInA = numbersOf(a);
  const numberInB = numbersOf(b);
  a.forEach((name, s) => {
    link(s, numberInB.get(name), 1);
    for (const [target, p] of likely(forward, name)) link(s, numberInB.get(target), Math.sqrt(p));
  });
  b.forEach((name, t) => {
    for (const [source, p] of likely(backward, name)) link(numberInA.get(source), t, Math.sqrt(p));
  });
  if (bySound) linkBySound(a, b, link);
  const fromA = strengths.map((targets) =>
    [...targets].map(([linked, strength]) => ({ linked, strength })),
  );
  const fromB: Link[][] = b.map(() => []);
  fromA.forEach((links, s) => {
    for (const { linked, strength } of links) fromB[linked]!.push({ linked: s, strength });
  });
  for (const links of [...fromA, ...fromB]) links.sort((x, y) => y.strength - x.strength);
  return { fromA, fromB };
}

function numbersOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, number) => [name, number]));
}

/** Translations of a stem that are more than chance, with their probabilities. */
function likely(lexicon: Lexicon | undefined, name: string): [string, number][] {
  const number = lexicon?.source.numberOf.get(name);
  const found: [string, number][] = [];
  if (lexicon === undefined || number === undefined || isNumber(name)) return found;
  for (let i = lexicon.offsets[number]!; i < lexicon.offsets[number + 1]!; i++) {
    if (lexicon.weights[i]! < MIN_PROBABILITY) break;
    found.push([lexicon.target.stems[lexicon.targets[i]!]!, lexicon.weights[i]!]);
  }
  return found;
}

/** Adds links between stems that share enough bigrams, by an inverted index of bigrams. */
function linkBySound(
  a: readonly string[],
  b: readonly string[],
  link: (s: number, t: number, strength: number) => void,
): void {
  const bigramsB = b.map(bigramsOf);
  const holders = new Map<string, number[]>();
  bigramsB.forEach((bigrams, t) => {
    for (const bigram of bigrams) {
      const list = holders.get(bigram);
      if (list === undefined) holders.set(bigram, [t]);
      else list.push(t);
    }
  });
  const shared = new Uint8Array(b.length);
  a.forEach((name, s) => {
    const bigrams = bigramsOf(name);
    const touched: number[] = [];
    for (const bigram of bigrams) {
      for (const t of holders.get(bigram) ?? []) {
        if (shared[t]!++ === 0) touched.push(t);
      }
    }
    for (const t of touched) {
      const dice = (2 * shared[t]!) / (bigrams.size + bigramsB[t]!.size);
      if (dice >= MIN_SOUND) link(s, t, dice);
      shared[t] = 0;
    }
  });
}

/** Distinct bigrams of the sound skeleton; none for numbers and short stems. */
function bigramsOf(name: string): ReadonlySet<string> {
  const skeleton = isNumber(name) ? '' : soundSkeleton(name);
  const bigrams = new Set<string>();
  if (skeleton.length < MIN_SOUND_LETTERS) return bigrams;
  for (let at = 0; at + 2 <= skeleton.length; at++) bigrams.add(skeleton.slice(at, at + 2));
  return bigrams;
}
