/**
 * The common space of two lists of passages: one sparse vector a passage, such that the dot product
 * of two is a weighted sum of three cosines,
 *
 *   translated stems of a · stems of b     (TF-IDF, the lexicon a → b)
 *   stems of a · translated stems of b     (TF-IDF, the lexicon b → a)
 *   sound n-grams and numbers of a · of b  (TF-IDF over both lists)
 *
 * A stem that no lexicon knows stands for itself, so that names and numbers of one alphabet meet.
 * Stem weights come from the training text; only the weights of n-grams depend on what else is
 * compared. O(stems × translations + n-grams).
 */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { GRAM_TERMS, type Passages } from './passages.ts';
import { type Sparse, SparseBuilder, scaleRows } from './sparse.ts';

/** How much each part counts. */
export interface ChannelWeights {
  readonly lexicon: number;
  readonly grams: number;
}

export interface Space {
  readonly a: Sparse;
  readonly b: Sparse;
  /** Above every term of both. */
  readonly terms: number;
}

/** Builds the space; a missing lexicon leaves only what both languages spell alike. */
export function commonSpace(
  a: Passages,
  b: Passages,
  lexicons: { readonly forward: Lexicon | undefined; readonly backward: Lexicon | undefined },
  weights: ChannelWeights,
): Space {
  const forward = stemChannel(a, b, lexicons.forward);
  const backward = stemChannel(b, a, lexicons.backward);
  const idf = gramIdf(a.grams, b.grams);
  const share = weights.lexicon / 2;
  const parts = [
    { a: forward.translated, b: forward.plain, size: forward.size, weight: share },
    { a: backward.plain, b: backward.translated, size: backward.size, weight: share },
    {
      a: weighted(a.grams, idf),
      b: weighted(b.grams, idf),
      size: GRAM_TERMS,
      weight: weights.grams,
    },
  ];
  for (const part of parts) {
    scaleRows(part.a, part.weight);
    scaleRows(part.b, 1);
  }
  return join(parts);
}

/** One part of the score: two matrices over the same terms, all below `size`. */
interface Channel {
  readonly a: Sparse;
  readonly b: Sparse;
  readonly size: number;
}

/** The weight of a term, from how few units have it. */
type Idf = (term: number) => number;

/** The stems of `to`, and those of `from` translated, numbered alike. */
function stemChannel(from: Passages, to: Passages, lexicon: Lexicon | undefined) {
  const known = lexicon?.target.stems.length ?? 0;
  const extra = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = lexicon?.target.numberOf.get(name) ?? extra.get(name);
    if (number !== undefined) return number;
    extra.set(name, known + extra.size);
    return known + extra.size - 1;
  };
  const own = to.vocabulary.map(numberOf);
  const rows = from.vocabulary.map((name) => translate(name, lexicon, numberOf));
  const size = known + extra.size;
  const unknown = lexicon?.target.unknownIdf ?? 1;
  const idf: Idf = (term) => (term < known ? lexicon!.target.idf[term]! : unknown);
  const rowOf = (stem: number): TranslationRow => ({ terms: [own[stem]!], weights: [1] });
  return {
    plain: mapped(to.stems, rowOf, idf),
    translated: mapped(from.stems, (stem) => rows[stem]!, idf),
    size,
  };
}

interface TranslationRow {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

function translate(
  name: string,
  lexicon: Lexicon | undefined,
  numberOf: (name: string) => number,
): TranslationRow {
  const number = lexicon?.source.numberOf.get(name);
  if (lexicon === undefined || number === undefined) {
    return { terms: [numberOf(name)], weights: [1] };
  }
  const [begin, end] = [lexicon.offsets[number]!, lexicon.offsets[number + 1]!];
  if (begin === end) return { terms: [numberOf(name)], weights: [1] };
  return {
    terms: [...lexicon.targets.subarray(begin, end)],
    weights: [...lexicon.weights.subarray(begin, end)],
  };
}

/** Replaces each stem by its row; counts are damped by a logarithm, terms weighted by IDF. */
function mapped(counts: Sparse, rowOf: (stem: number) => TranslationRow, idf: Idf): Sparse {
  const builder = new SparseBuilder();
  const sums = new Map<number, number>();
  for (let r = 0; r + 1 < counts.offsets.length; r++) {
    sums.clear();
    for (let i = counts.offsets[r]!; i < counts.offsets[r + 1]!; i++) {
      const row = rowOf(counts.terms[i]!);
      const damped = 1 + Math.log(counts.weights[i]!);
      for (let t = 0; t < row.terms.length; t++) {
        const term = row.terms[t]!;
        sums.set(term, (sums.get(term) ?? 0) + damped * row.weights[t]!);
      }
    }
    for (const [term, sum] of sums) builder.add(term, sum * idf(term));
    builder.endRow();
  }
  return builder.build();
}

function weighted(counts: Sparse, idf: Idf): Sparse {
  const weights = counts.weights.map((count, i) => (1 + Math.log(count)) * idf(counts.terms[i]!));
  return { ...counts, weights };
}

/** ln((passages + 1) / (passages with the n-gram + ½)) over both lists. */
function gramIdf(a: Sparse, b: Sparse): Idf {
  const frequency = new Uint32Array(GRAM_TERMS);
  for (const { terms } of [a, b]) for (const term of terms) frequency[term]!++;
  const passages = a.offsets.length + b.offsets.length - 2;
  return (term) => Math.log((passages + 1) / (frequency[term]! + 0.5));
}

/**
 * The channels side by side, with the terms of `b` numbered from 0: what `b` has not cannot match,
 * and the space of two short documents stays short.
 */
function join(parts: readonly Channel[]): Space {
  const numbers = new Map<number, number>();
  const b = concatenate(parts, 'b', (term) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  });
  const a = concatenate(parts, 'a', (term) => numbers.get(term));
  return { a, b, terms: numbers.size };
}

function concatenate(
  parts: readonly Channel[],
  side: 'a' | 'b',
  numberOf: (term: number) => number | undefined,
): Sparse {
  const builder = new SparseBuilder();
  const rows = parts[0]![side].offsets.length - 1;
  for (let r = 0; r < rows; r++) {
    let base = 0;
    for (const part of parts) {
      const { offsets, terms, weights } = part[side];
      for (let i = offsets[r]!; i < offsets[r + 1]!; i++) {
        const number = weights[i]! > 0 ? numberOf(base + terms[i]!) : undefined;
        if (number !== undefined) builder.add(number, weights[i]!);
      }
      base += part.size;
    }
    builder.endRow();
  }
  return builder.build();
}
