/**
 * Tracing in one language: from texts to pairs of texts with the passages they share.
 *
 * texts -> fingerprints -> segments -> candidates -> alignment. Ids are row numbers here; the caller
 * gives rows their ids back. The unit is the passage: two sentences of a wire story inside an
 * article of 900 words are found as surely as a whole reprint.
 *
 * `traceTexts` does it all at once, in one thread, with the texts in memory. What is too large for
 * that calls the same steps piece by piece: `indexTexts` for a range of texts, `findCandidates` over
 * all segments, `alignPairs` for a block of candidates. The result does not depend on the pieces.
 */
import { Tokenizer } from '../text/tokens.ts';
import { type Candidates, findCandidates, type Outlets } from './candidates.ts';
import { Fingerprints } from './fingerprints.ts';
import { MaskedTexts } from './masked-texts.ts';
import { alignPairs, type TracedPair } from './pairs.ts';
import { type Segment, SegmentBuilder } from './segments.ts';

export type { TracedPair } from './pairs.ts';

/** The steps of tracing, in their order. */
export type TraceStage = 'fingerprinting' | 'joining' | 'aligning';

/** What tracing needs to know of an article. `domain` is the outlet whose boilerplate it may carry. */
export interface TraceText {
  readonly text: string;
  readonly domain: string;
  readonly language: string;
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
  /** Called now and then with the share of the stage that is done, 0–1. */
  readonly onProgress?: (stage: TraceStage, share: number) => void;
}

/** Texts between two reports of progress. */
const REPORT = 256;

/** Traces all texts against each other. Rows of the result are indices into `texts`. */
export function traceTexts(texts: readonly TraceText[], options: TraceOptions = {}): Traced {
  const report = (stage: TraceStage) => (share: number) => options.onProgress?.(stage, share);
  const outlets = outletsOf(texts);
  const segments = indexTexts(texts, {
    onProgress: (done) => report('fingerprinting')(done / texts.length),
  });
  const candidates = findCandidates(segments, outlets, { onProgress: report('joining') });
  const { boilerplate } = candidates;
  const masked = new MaskedTexts(
    (row) => texts[row]!.text,
    (row) => outlets.ofRow[row]!,
    boilerplate,
  );
  const pairs = alignPairs(candidates, masked, report('aligning'));
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

/**
 * Fingerprints texts into segments, whose first row is `base`. `onProgress` is called now and then
 * with the number of texts done.
 */
export function indexTexts(
  texts: Iterable<{ readonly text: string }>,
  { base = 0, onProgress }: { base?: number; onProgress?: (done: number) => void } = {},
): Segment[] {
  const tokenizer = new Tokenizer();
  const prints = new Fingerprints();
  const segments: Segment[] = [];
  let builder = new SegmentBuilder(base);
  let done = 0;
  for (const { text } of texts) {
    if (builder.full) {
      segments.push(builder.finish());
      builder = new SegmentBuilder(builder.base + builder.rows);
    }
    builder.add(prints.read(tokenizer.read(text)));
    if (++done % REPORT === 0) onProgress?.(done);
  }
  segments.push(builder.finish());
  return segments;
}

/** For each outlet with boilerplate: how many articles carry some, and the first of it in words. */
function boilerplateOf(
  texts: readonly TraceText[],
  outlets: Outlets,
  { carriers }: Candidates,
  masked: MaskedTexts,
): Boilerplate[] {
  const found = new Map<number, { domain: string; articles: number; sample: string }>();
  for (let row = carriers.indexOf(1); row >= 0; row = carriers.indexOf(1, row + 1)) {
    const known = found.get(outlets.ofRow[row]!);
    if (known !== undefined) {
      known.articles++;
      continue;
    }
    const { text, domain } = texts[row]!;
    const span = masked.firstMasked(row)!;
    const sample = text.slice(span.begin, span.end);
    found.set(outlets.ofRow[row]!, { domain, articles: 1, sample });
  }
  return [...found.values()];
}
