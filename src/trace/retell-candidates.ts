/**
 * Candidates for retelling: which pairs of articles may tell the same in other words or in another
 * language, found without comparing all with all.
 *
 * Every article becomes a set of keys that do not depend on its language: English stems of its words
 * (its own, or the lexicon's likeliest translations), sounds of capitalised and unknown words, and
 * numbers. An inverted index sums the squared IDF of the keys that two articles share; the cosine of
 * the best few of each article is kept. Then the static encoder ranks them: score = cosine of keys +
 * `LEAD_SHARE` × cosine of the leads, and the margin 2 s − r − r against each one's usual neighbours
 * (CSLS, see encoder/similar.ts) decides, so that an article near to everything is near to nothing.
 *
 * O(Σ over keys of df²) with df at most `MOST_DF`, O(articles × `NEIGHBOURS`) memory. An exact scan of
 * all vectors would be O(articles²): 20,000 articles take 100 s that way, 4 s this way.
 */

import { stem } from '../text/stem.ts';
import { soundSkeleton, transliterate } from '../text/transliterate.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { isNumber, wordsOf } from './lexicon/words.ts';
import type { RetellTools } from './retellings.ts';

/** Bits of a key that place it in the table of counts. */
const PLACES = 22;
/** Keys in more articles than this say nothing about any two of them. */
const MOST_DF = 2000;
/** And keys in more than this share of the articles, if they are many enough to tell. */
const MOST_DF_SHARE = 0.1;
const LEAST_DF = 40;
/** Best neighbours kept for each article in each language, so that copies do not crowd out translations. */
const NEIGHBOURS = 10;
/** Least cosine of keys. */
const LEAST_COSINE = 0.15;
/**
 * Least margin of the combined score; more within one language, where two reports on one event share
 * most of their keys without one retelling the other.
 */
const LEAST_MARGIN = 0.05;
const LEAST_MARGIN_SAME = 0.25;
const LEAD_SHARE = 0.5;
/** A score across languages that needs no margin: in a story of many copies each has many equal neighbours. */
const ENOUGH_SCORE = 0.35;
/** Characters that make the lead. */
const LEAD_CHARACTERS = 400;
/** Translations of a word that become keys, and their least probability. */
const TRANSLATIONS = 2;
const LEAST_PROBABILITY = 0.15;
/** Shorter names agree by accident. */
const NAME_LETTERS = 4;
/** Words that stand in this share of all text or more (e^-2.5) are no content. */
const LEAST_IDF = 2.5;

/** Two rows worth comparing, `a < b`. */
export interface RetellCandidate {
  readonly a: number;
  readonly b: number;
  readonly margin: number;
}

/** What keys are read from. */
interface RetellRow {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

/** An article as it is compared: its keys in ascending order, none if its language is unknown. */
export interface KeyedRow {
  readonly keys: Uint32Array;
  readonly language: string;
  /** Rows of one outlet are not compared; editions of one house are. */
  readonly domain: string;
}

/** Two rows that share keys, `a < b`, and the cosine of their keys. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** Turns articles into language-free keys; remembers every distinct word. */
export class KeyReader {
  private readonly tools: RetellTools;
  private readonly words = new Map<string, Map<string, readonly number[]>>();
  private readonly lexicons = new Map<string, Lexicon | undefined>();

  constructor(tools: RetellTools) {
    this.tools = tools;
  }

  /** The keys of an article: about a hundred of 400 words. Linear in its words. */
  read({ title, text, language }: RetellRow): Uint32Array {
    if (!this.tools.shelf.languages.has(language)) return new Uint32Array(0);
    let known = this.words.get(language);
    if (known === undefined) {
      known = new Map();
      this.words.set(language, known);
    }
    const keys = new Set<number>();
    for (const word of wordsOf(`${title}\n${text}`)) {
      let own = known.get(word);
      if (own === undefined) {
        own = this.keysOf(word, language);
        known.set(word, own);
      }
      for (const key of own) keys.add(key);
    }
    return Uint32Array.from(keys).sort();
  }

  private keysOf(word: string, language: string): number[] {
    if (isNumber(word)) return word.length > 1 ? [hashOf(`#${word}`)] : [];
    const keys: number[] = [];
    const lexicon = this.toEnglish(language);
    const name = stem(word, language);
    const number = lexicon?.source.numberOf.get(name);
    const isName = word[0] !== word[0]!.toLowerCase();
    if (number === undefined || isName) {
      const sound = soundSkeleton(word);
      if (sound.length >= NAME_LETTERS) keys.push(hashOf(`~${sound}`));
    }
    if (lexicon === undefined || number === undefined) return keys;
    if (lexicon.source.idf[number]! < LEAST_IDF) return keys;
    if (language === 'en') keys.push(hashOf(`=${transliterate(name)}`));
    else keys.push(...translationKeys(lexicon, number));
    return keys;
  }

  /** To English; for English itself any lexicon that starts there, for its vocabulary. */
  private toEnglish(language: string): Lexicon | undefined {
    if (!this.lexicons.has(language)) {
      const to = language === 'en' ? 'es' : 'en';
      this.lexicons.set(language, this.tools.shelf.between(language, to));
    }
    return this.lexicons.get(language);
  }
}

function translationKeys(lexicon: Lexicon, number: number): number[] {
  const keys: number[] = [];
  const end = lexicon.offsets[number + 1]!;
  for (let at = lexicon.offsets[number]!; at < end && keys.length < TRANSLATIONS; at++) {
    if (lexicon.weights[at]! < LEAST_PROBABILITY) break;
    keys.push(hashOf(`=${lexicon.target.stems[lexicon.targets[at]!]!}`));
  }
  return keys;
}

/** FNV-1a. Two keys in 2^32 that meet by chance cost a comparison, no error. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const placeOf = (key: number): number => key >>> (32 - PLACES);

/** By language: rows and their cosines. */
type Neighbours = Map<string, Map<number, number>>;

/**
 * Pairs in which one row is among the other's best neighbours by cosine, with a row from `firstNew` on.
 * How many rows have a key is counted in a table of 2^22 places: keys that share one weigh a little less.
 */
export function nearPairs(rows: readonly KeyedRow[], firstNew = 0): NearPair[] {
  const holders = new Uint32Array(1 << PLACES);
  for (const { keys } of rows) {
    for (let at = 0; at < keys.length; at++) holders[placeOf(keys[at]!)]!++;
  }
  const most = Math.floor(Math.min(MOST_DF, Math.max(LEAST_DF, rows.length * MOST_DF_SHARE)));
  const gains = Float64Array.from({ length: most + 1 }, (_, df) =>
    df === 0 ? 0 : Math.log(rows.length / df + 1) ** 2,
  );
  const weightOf = (key: number): number => gains[holders[placeOf(key)]!] ?? 0;
  // After few new rows most others are never met.
  const norms = new Float64Array(rows.length).fill(Number.NaN);
  const normOf = (row: number): number => {
    if (Number.isNaN(norms[row])) {
      let sum = 0;
      const { keys } = rows[row]!;
      for (let at = 0; at < keys.length; at++) sum += weightOf(keys[at]!);
      norms[row] = Math.sqrt(sum);
    }
    return norms[row]!;
  };
  const postings = new Postings(rows, firstNew, holders, (key) => {
    const df = holders[placeOf(key)]!;
    return df > 1 && df <= most;
  });
  const near = rows.map((): Neighbours => new Map());
  const sums = new Float64Array(rows.length);
  const touched: number[] = [];
  for (let row = firstNew; row < rows.length; row++) {
    const { keys, domain, language } = rows[row]!;
    for (const key of keys) {
      const slot = postings.slotOf(key);
      if (slot === -1) continue;
      const gain = weightOf(key);
      const end = postings.ends[slot]!;
      for (let at = postings.begins[slot]!; at < end; at++) {
        const other = postings.rows[at]!;
        if (other >= row) break;
        if (sums[other] === 0) touched.push(other);
        sums[other]! += gain;
      }
    }
    for (const other of touched) {
      const cosine = sums[other]! / (normOf(row) * normOf(other) || 1);
      sums[other] = 0;
      if (cosine < LEAST_COSINE || rows[other]!.domain === domain) continue;
      keepBest(near[row]!, rows[other]!.language, other, cosine);
      keepBest(near[other]!, language, row, cosine);
    }
    touched.length = 0;
  }
  return pairsOf(near);
}

/**
 * For each key that a new row has and that `isTelling` the rows that have it, ascending, one after the other in
 * one array. A key is found by its place; the few that share one stand in a map.
 */
class Postings {
  readonly rows: Uint32Array;
  readonly begins: number[] = [];
  readonly ends: Uint32Array;
  private readonly keys: number[] = [];
  private readonly slots = new Int32Array(1 << PLACES).fill(-1);
  private readonly sharers = new Map<number, number>();

  /** `holders`: how many rows have a key of each place. */
  constructor(
    rows: readonly KeyedRow[],
    firstNew: number,
    holders: Uint32Array,
    isTelling: (key: number) => boolean,
  ) {
    let size = 0;
    for (const { keys } of rows.slice(firstNew)) {
      for (const key of keys) {
        if (!isTelling(key) || this.slotOf(key) !== -1) continue;
        if (this.slots[placeOf(key)] === -1) this.slots[placeOf(key)] = this.keys.length;
        else this.sharers.set(key, this.keys.length);
        this.keys.push(key);
        this.begins.push(size);
        size += holders[placeOf(key)]!;
      }
    }
    this.rows = new Uint32Array(size);
    this.ends = Uint32Array.from(this.begins);
    rows.forEach(({ keys }, row) => {
      for (let at = 0; at < keys.length; at++) {
        const slot = this.slotOf(keys[at]!);
        if (slot !== -1) this.rows[this.ends[slot]!++] = row;
      }
    });
  }

  /** Where its rows begin and end in `rows`; −1: no new row has it, or it tells nothing. */
  slotOf(key: number): number {
    const slot = this.slots[placeOf(key)]!;
    if (slot === -1 || this.keys[slot] === key) return slot;
    return this.sharers.get(key) ?? -1;
  }
}

function pairsOf(near: readonly Neighbours[]): NearPair[] {
  const pairs = new Map<number, NearPair>();
  near.forEach((others, row) => {
    for (const kept of others.values()) {
      for (const [other, cosine] of kept) {
        const [a, b] = row < other ? [row, other] : [other, row];
        pairs.set(a * near.length + b, { a, b, cosine });
      }
    }
  });
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

function keepBest(neighbours: Neighbours, language: string, other: number, score: number): void {
  let near = neighbours.get(language);
  if (near === undefined) {
    near = new Map();
    neighbours.set(language, near);
  }
  near.set(other, score);
  if (near.size <= NEIGHBOURS) return;
  let worst = other;
  for (const [row, value] of near) if (value < near.get(worst)!) worst = row;
  near.delete(worst);
}

/** The beginning of an article that its vector is made of. */
export function leadOf({ title, text }: { readonly title: string; readonly text: string }): string {
  return `${title}\n${text.slice(0, LEAD_CHARACTERS)}`;
}

/**
 * The pairs that are worth comparing sentence by sentence, in the order of `pairs`. `leads` are the
 * leads (see `leadOf`) of all rows that the pairs name.
 */
export function rankPairs(
  rows: readonly KeyedRow[],
  pairs: readonly NearPair[],
  leads: ReadonlyMap<number, string>,
  { encoder }: RetellTools,
): RetellCandidate[] {
  const { dims } = encoder;
  const vectors = encoder.encode([...leads.values()]);
  const place = new Map([...leads.keys()].map((row, at) => [row, at * dims]));
  const scored = pairs.map(({ a, b, cosine }) => {
    const [x, y] = [place.get(a)!, place.get(b)!];
    let dot = 0;
    for (let d = 0; d < dims; d++) dot += vectors[x + d]! * vectors[y + d]!;
    return { a, b, score: cosine + LEAD_SHARE * dot };
  });
  const usual = usualScores(rows.length, scored);
  const candidates: RetellCandidate[] = [];
  for (const { a, b, score } of scored) {
    const margin = 2 * score - usual[a]! - usual[b]!;
    const sameLanguage = rows[a]!.language === rows[b]!.language;
    const least = sameLanguage ? LEAST_MARGIN_SAME : LEAST_MARGIN;
    const enough = !sameLanguage && score >= ENOUGH_SCORE;
    if (margin >= least || enough) candidates.push({ a, b, margin });
  }
  return candidates;
}

/** Mean score of each row's neighbours, as if it had `NEIGHBOURS`: the missing ones score nothing. */
function usualScores(
  rows: number,
  pairs: Iterable<{ a: number; b: number; score: number }>,
): Float64Array {
  const usual = new Float64Array(rows);
  const counts = new Uint32Array(rows);
  for (const { a, b, score } of pairs) {
    usual[a]! += score;
    usual[b]! += score;
    counts[a]!++;
    counts[b]!++;
  }
  return usual.map((sum, row) => sum / Math.max(NEIGHBOURS, counts[row]!));
}
