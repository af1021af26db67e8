/**
 * Bilingual word lexicons: stem → translations with probabilities, learned by IBM Model 1
 * (P. F. Brown et al. 1993, https://aclanthology.org/J93-2003; trained by `train/lexicons.ts`).
 *
 * A file joins two languages and is read both ways; two lexicons with a language in common compose
 * into a third, p(c|a) = Σ_b p(b|a) p(c|b), so six files to and from English serve every pair.
 *
 * Rows are compressed (CSR): the translations of stem `s` are `targets[offsets[s] … offsets[s+1]-1]`
 * with `weights` in the same places, best first. Look-up of a word is one hash; reading a file is
 * O(its bytes), composing O(Σ_s |row(s)| × mean row length).
 */
import { stem } from '../../text/stem.ts';
import { ByteReader } from './byte-reader.ts';
import { openModel } from './model-file.ts';

export const LEXICON_MAGIC = 'ALEX';
export const LEXICON_VERSION = 1;

/** Translations of a composed lexicon below this are noise of the pivot. */
const MIN_COMPOSED = 0.02;
const MAX_COMPOSED = 8;

/** The stems of one language that a lexicon knows. */
export interface Vocabulary {
  readonly language: string;
  readonly stems: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** ln(units / units with the stem), from the training text; one entry a stem. */
  readonly idf: Float32Array;
  /** For a stem that the training text has not shown. */
  readonly unknownIdf: number;
}

/** One direction. Probabilities are in 0–1; a row sums to at most about 1. */
export interface Lexicon {
  readonly source: Vocabulary;
  readonly target: Vocabulary;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

/** Both directions of one file. `forward` goes from the first language of its name to the second. */
export interface LexiconPair {
  readonly forward: Lexicon;
  readonly backward: Lexicon;
}

/** One translation of a word: a stem of the other language and its probability. */
export interface Translation {
  readonly stem: string;
  readonly probability: number;
}

const ENVELOPE = { magic: LEXICON_MAGIC, version: LEXICON_VERSION, name: 'lexicon file' };

/** The two languages of a lexicon file. Throws where the bytes are not one, or are damaged. */
export function languagesOf(bytes: Uint8Array): readonly [string, string] {
  const reader = new ByteReader(openModel(bytes, ENVELOPE), ENVELOPE.name);
  return [reader.ascii(2), reader.ascii(2)];
}

/** Reads a lexicon file. Throws where the bytes are not one, or are damaged. */
export function readLexicon(bytes: Uint8Array): LexiconPair {
  const reader = new ByteReader(openModel(bytes, ENVELOPE), ENVELOPE.name);
  const a = reader.ascii(2);
  const b = reader.ascii(2);
  const sentences = reader.varint();
  const left = readVocabulary(reader, a, sentences);
  const right = readVocabulary(reader, b, sentences);
  const links = readLinks(reader, left.stems.length, right.stems.length);
  reader.end();
  return {
    forward: { source: left, target: right, ...rowsOf(links, 'left', left.stems.length) },
    backward: { source: right, target: left, ...rowsOf(links, 'right', right.stems.length) },
  };
}

/** Translations of a word, as it stands in a text, best first; none for an unknown word. */
export function translationsOf(lexicon: Lexicon, word: string): Translation[] {
  const number = lexicon.source.numberOf.get(stem(word, lexicon.source.language));
  if (number === undefined) return [];
  const translations: Translation[] = [];
  for (let i = lexicon.offsets[number]!; i < lexicon.offsets[number + 1]!; i++) {
    const target = lexicon.target.stems[lexicon.targets[i]!]!;
    translations.push({ stem: target, probability: lexicon.weights[i]! });
  }
  return translations;
}

/** a → c through the language that both share. Throws where they share none. */
export function composeLexicons(first: Lexicon, second: Lexicon): Lexicon {
  if (first.target.language !== second.source.language) {
    throw new Error(
      `cannot compose ${first.source.language} → ${first.target.language} with ` +
        `${second.source.language} → ${second.target.language}: the middle languages differ`,
    );
  }
  const bridge = first.target.stems.map((name) => second.source.numberOf.get(name) ?? -1);
  const rows: { target: number; weight: number }[][] = [];
  const sums = new Float64Array(second.target.stems.length);
  for (let s = 0; s < first.source.stems.length; s++) {
    rows.push(composeRow(first, second, bridge, s, sums));
  }
  return { source: first.source, target: second.target, ...packRows(rows) };
}

/** `first`, and where it does not know a stem, `second`; both join the same two languages. */
export function supplementLexicon(first: Lexicon, second: Lexicon): Lexicon {
  const source = unionOf(first.source, second.source);
  const target = unionOf(first.target, second.target);
  const rows = source.stems.map((name) => {
    const own = first.source.numberOf.get(name);
    if (own !== undefined && first.offsets[own + 1]! > first.offsets[own]!) {
      return rowIn(first, own, target);
    }
    const other = second.source.numberOf.get(name);
    return other === undefined ? [] : rowIn(second, other, target);
  });
  return { source, target, ...packRows(rows) };
}

function unionOf(first: Vocabulary, second: Vocabulary): Vocabulary {
  if (first.language !== second.language) {
    throw new Error(`cannot join stems of ${first.language} with stems of ${second.language}`);
  }
  const extra = second.stems.filter((name) => !first.numberOf.has(name));
  const stems = [...first.stems, ...extra];
  const idf = new Float32Array(stems.length);
  idf.set(first.idf);
  extra.forEach((name, i) => {
    idf[first.stems.length + i] = second.idf[second.numberOf.get(name)!]!;
  });
  const numberOf = new Map(stems.map((name, number) => [name, number]));
  return { ...first, stems, idf, numberOf };
}

function rowIn(lexicon: Lexicon, s: number, target: Vocabulary) {
  const row: { target: number; weight: number }[] = [];
  for (let i = lexicon.offsets[s]!; i < lexicon.offsets[s + 1]!; i++) {
    const name = lexicon.target.stems[lexicon.targets[i]!]!;
    row.push({ target: target.numberOf.get(name)!, weight: lexicon.weights[i]! });
  }
  return row;
}

function composeRow(
  first: Lexicon,
  second: Lexicon,
  bridge: readonly number[],
  s: number,
  sums: Float64Array,
): { target: number; weight: number }[] {
  const touched: number[] = [];
  for (let i = first.offsets[s]!; i < first.offsets[s + 1]!; i++) {
    const middle = bridge[first.targets[i]!]!;
    if (middle < 0) continue;
    for (let j = second.offsets[middle]!; j < second.offsets[middle + 1]!; j++) {
      const target = second.targets[j]!;
      if (sums[target] === 0) touched.push(target);
      sums[target]! += first.weights[i]! * second.weights[j]!;
    }
  }
  const row = touched.map((target) => ({ target, weight: sums[target]! }));
  for (const target of touched) sums[target] = 0;
  row.sort((x, y) => y.weight - x.weight || x.target - y.target);
  return row.filter(({ weight }) => weight >= MIN_COMPOSED).slice(0, MAX_COMPOSED);
}

function packRows(rows: readonly (readonly { target: number; weight: number }[])[]) {
  const offsets = new Uint32Array(rows.length + 1);
  for (let s = 0; s < rows.length; s++) offsets[s + 1] = offsets[s]! + rows[s]!.length;
  const targets = new Uint32Array(offsets[rows.length]!);
  const weights = new Float32Array(targets.length);
  let at = 0;
  for (const row of rows) {
    for (const { target, weight } of row) {
      targets[at] = target;
      weights[at++] = weight;
    }
  }
  return { offsets, targets, weights };
}

interface Links {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly forward: Uint8Array;
  readonly backward: Uint8Array;
}

function readVocabulary(reader: ByteReader, language: string, sentences: number): Vocabulary {
  const stems = reader.frontCoded();
  const idf = new Float32Array(stems.length);
  for (let i = 0; i < stems.length; i++) {
    const frequency = 2 ** (reader.byte() / 12) - 1;
    idf[i] = Math.log(Math.max(1, sentences / Math.max(1, frequency)));
  }
  const numberOf = new Map(stems.map((name, number) => [name, number]));
  return { language, stems, numberOf, idf, unknownIdf: Math.log(Math.max(Math.E, sentences)) };
}

function readLinks(reader: ByteReader, lefts: number, rights: number): Links {
  const size = reader.varint();
  const links: Links = {
    left: new Uint32Array(size),
    right: new Uint32Array(size),
    forward: new Uint8Array(size),
    backward: new Uint8Array(size),
  };
  let at = 0;
  for (let s = 0; s < lefts; s++) {
    let right = 0;
    for (let rest = reader.varint(); rest > 0; rest--) {
      right += reader.varint();
      if (at >= size || right >= rights) throw new Error('lexicon file: a link points outside');
      links.left[at] = s;
      links.right[at] = right;
      links.forward[at] = reader.byte();
      links.backward[at++] = reader.byte();
    }
  }
  if (at !== size) throw new Error(`lexicon file: ${at} links, its header says ${size}`);
  return links;
}

/** One direction of the links as rows, best translation first. */
function rowsOf(links: Links, from: 'left' | 'right', sources: number) {
  const given = from === 'left' ? links.left : links.right;
  const other = from === 'left' ? links.right : links.left;
  const weight = from === 'left' ? links.forward : links.backward;
  const rows: { target: number; weight: number }[][] = Array.from({ length: sources }, () => []);
  for (let i = 0; i < given.length; i++) {
    if (weight[i]! > 0) rows[given[i]!]!.push({ target: other[i]!, weight: weight[i]! / 255 });
  }
  for (const row of rows) row.sort((x, y) => y.weight - x.weight || x.target - y.target);
  return packRows(rows);
}
