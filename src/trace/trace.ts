/**
 * Tracing in one language: from texts to pairs of texts with the passages they share.
 *
 * texts -> fingerprints -> segments -> candidates -> alignment. Ids are row numbers here; the caller
 * gives rows their ids back. The unit is the passage: two sentences of a wire story inside an
 * article of 900 words are found as surely as a whole reprint.
 */
import type { Passage } from '../domain/trace.ts';
import { Tokenizer } from '../text/tokens.ts';
import { Aligner, PASSAGE_WIDTH } from './align.ts';
import { type Candidates, findCandidates, type Outlets } from './candidates.ts';
import { Fingerprints } from './fingerprints.ts';
import { MaskedTexts } from './masked-texts.ts';
import { type Segment, SegmentBuilder } from './segments.ts';

/** Fewest equal words of a passage that is reported. */
const LEAST_WORDS = 8;
/** A post may be shorter than that: then this many words, if they are all or nearly all it has. */
const LEAST_WORDS_SHORT = 7;
const SHORT_COVERAGE = 0.9;
/**
 * A pair is reported if its passages hold this many equal words, or this share of the shorter text:
 * eight words of a long article are as a rule the name of an office or a turn of phrase ("in the
 * southern Gaza Strip", "el jefe de gobierno de la Ciudad de México").
 */
const ENOUGH_WORDS = 14;
const ENOUGH_COVERAGE = 0.2;
/** Fewest equal words as a share of the longer side: below it a passage is a chance of phrases. */
const LEAST_DENSITY = 0.4;

/** What tracing needs to know of an article. `domain` is the outlet whose boilerplate it may carry. */
export interface TraceText {
  readonly text: string;
  readonly domain: string;
  readonly language: string;
}

/** Two rows, `a < b`, and the passages they share in the order of `b`. */
export interface TracedPair {
  readonly a: number;
  readonly b: number;
  readonly passages: readonly Passage[];
}

/** One outlet's boilerplate: in how many of its articles, and one example of the words. */
export interface Boilerplate {
  readonly domain: string;
  readonly articles: number;
  readonly sample: string;
}

export interface Traced {
  readonly pairs: readonly TracedPair[];
  readonly boilerplate: readonly Boilerplate[];
  readonly candidates: number;
  /** Words of a row that are not its outlet's boilerplate. */
  readonly ownWords: (row: number) => number;
}

export interface TraceOptions {
  /** Called now and then with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** Traces all texts against each other. Rows of the result are indices into `texts`. */
export function traceTexts(texts: readonly TraceText[], options: TraceOptions = {}): Traced {
  const outlets = outletsOf(texts);
  const segments = indexTexts(texts);
  options.onProgress?.(0.3);
  const candidates = findCandidates(segments, outlets);
  options.onProgress?.(0.5);
  const masked = new MaskedTexts((row) => texts[row]!.text, outlets, candidates.boilerplate);
  const pairs = alignCandidates(candidates, masked, (share) =>
    options.onProgress?.(0.5 + share / 2),
  );
  return {
    pairs,
    boilerplate: boilerplateOf(texts, outlets, candidates, masked),
    candidates: candidates.a.length,
    ownWords: (row) => masked.ownWords(row),
  };
}

/** Numbers the outlets in order of appearance. */
export function outletsOf(texts: readonly TraceText[]): Outlets {
  const numbers = new Map<string, number>();
  const ofRow = new Uint32Array(texts.length);
  const rows: number[] = [];
  for (let row = 0; row < texts.length; row++) {
    const { domain } = texts[row]!;
    let outlet = numbers.get(domain);
    if (outlet === undefined) {
      outlet = numbers.size;
      numbers.set(domain, outlet);
      rows.push(0);
    }
    ofRow[row] = outlet;
    rows[outlet]!++;
  }
  return { ofRow, rows: Uint32Array.from(rows) };
}

/** Fingerprints all texts into segments. */
export function indexTexts(texts: Iterable<TraceText>): Segment[] {
  const tokenizer = new Tokenizer();
  const prints = new Fingerprints();
  const segments: Segment[] = [];
  let builder = new SegmentBuilder(0);
  for (const { text } of texts) {
    if (builder.full) {
      segments.push(builder.finish());
      builder = new SegmentBuilder(builder.base + builder.rows);
    }
    builder.add(prints.read(tokenizer.read(text)));
  }
  segments.push(builder.finish());
  return segments;
}

/** Aligns every candidate pair and keeps those with a passage worth reporting. */
function alignCandidates(
  candidates: Candidates,
  masked: MaskedTexts,
  onProgress: (share: number) => void,
): TracedPair[] {
  const aligner = new Aligner();
  const pairs: TracedPair[] = [];
  const out: number[] = [];
  let first = -1;
  for (let c = 0; c < candidates.a.length; c++) {
    const a = candidates.a[c]!;
    const b = candidates.b[c]!;
    if (a !== first) {
      aligner.first(masked.pinned(a));
      first = a;
      onProgress(c / candidates.a.length);
    }
    out.length = 0;
    aligner.align(masked.get(b), out);
    const shorter = Math.min(masked.ownWords(a), masked.ownWords(b));
    const passages = passagesOf(out, masked, a, b, shorter);
    if (isEnough(passages, shorter)) pairs.push({ a, b, passages });
  }
  return pairs;
}

function isEnough(passages: readonly Passage[], shorter: number): boolean {
  let words = 0;
  for (const passage of passages) words += passage.words;
  return passages.length > 0 && (words >= ENOUGH_WORDS || words >= ENOUGH_COVERAGE * shorter);
}

function passagesOf(
  found: readonly number[],
  masked: MaskedTexts,
  a: number,
  b: number,
  shorter: number,
): Passage[] {
  const least = Math.min(LEAST_WORDS, Math.max(LEAST_WORDS_SHORT, SHORT_COVERAGE * shorter));
  const passages: Passage[] = [];
  for (let p = 0; p < found.length; p += PASSAGE_WIDTH) {
    const [aBegin, aEnd, bBegin, bEnd, words] = found.slice(p, p + PASSAGE_WIDTH) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const aWords = aEnd - aBegin;
    const bWords = bEnd - bBegin;
    if (words < least || words < LEAST_DENSITY * Math.max(aWords, bWords)) continue;
    passages.push({
      a: masked.spanOf(a, aBegin, aEnd),
      b: masked.spanOf(b, bBegin, bEnd),
      words,
      aWords,
      bWords,
    });
  }
  return passages.sort((x, y) => x.b.begin - y.b.begin);
}

/** For each outlet with boilerplate: how many articles carry some, and the first of it in words. */
function boilerplateOf(
  texts: readonly TraceText[],
  outlets: Outlets,
  candidates: Candidates,
  masked: MaskedTexts,
): Boilerplate[] {
  const having = new Set<number>();
  for (const key of candidates.boilerplate) having.add(Math.floor(key / 2 ** 32));
  const found = new Map<number, { articles: number; sample: string }>();
  for (let row = 0; row < texts.length && having.size > 0; row++) {
    const outlet = outlets.ofRow[row]!;
    if (!having.has(outlet)) continue;
    const span = masked.firstMasked(row);
    if (span === undefined) continue;
    const known = found.get(outlet);
    if (known !== undefined) known.articles++;
    else {
      const sample = texts[row]!.text.slice(span.begin, span.end);
      found.set(outlet, { articles: 1, sample });
    }
  }
  const domains = new Map<number, string>();
  for (let row = 0; row < texts.length; row++) domains.set(outlets.ofRow[row]!, texts[row]!.domain);
  return [...found].map(([outlet, { articles, sample }]) => ({
    domain: domains.get(outlet)!,
    articles,
    sample,
  }));
}
