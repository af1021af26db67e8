/**
 * Finding pairs among any number of articles, in bounded memory: the steps of `traceTexts` piece by
 * piece, done by a crew. Texts are read when they are needed and let go; what stays are the index
 * (1.4 kB an article of 400 words) and the candidates. A million synthetic articles of 420 words took
 * 231 seconds of processor time (69 fingerprinting, 16 joining, 146 aligning 1.2 million candidates)
 * and with all that a trace does 2.4 GB of memory; a hundred thousand took 24 seconds.
 *
 * With an index of earlier articles only the new ones are fingerprinted, joined with all and aligned.
 * What the outlets' boilerplate was taken for stays so: a phrase that becomes boilerplate now is set
 * aside from here on, pairs that it made before stay, and what was boilerplate once stays it, until
 * the next whole trace. Where no fingerprint crosses its outlet's threshold, adding piece by piece
 * gives what tracing at once gives.
 */
import type { BoilerplateSet } from '../trace/boilerplate.ts';
import { type Candidates, findCandidates } from '../trace/candidates.ts';
import { IndexState } from '../trace/index-state.ts';
import type { TracedPair } from '../trace/pairs.ts';
import { type Segment, segmentFrom } from '../trace/segments.ts';
import type { TraceStage } from '../trace/trace.ts';
import type { Crew } from './crew.ts';
import type { Answer } from './jobs.ts';
import type { TraceJob } from './trace-jobs.ts';

/** Texts fingerprinted as one job, which become one segment: 5 MB of fingerprints of 400 words. */
const SEGMENT_TEXTS = 4096;
/** UTF-16 units of the texts of one job; 32 MB at most, but for one text that is longer. */
const JOB_UNITS = 2 ** 24;
/** Candidate pairs aligned as one job. */
const BLOCK_PAIRS = 2048;
/** Texts read from the source at a time. */
const PAGE = 64;

/** Where the articles to trace are read from; rows from 0. */
export interface TraceSource {
  readonly textsAt: (
    rows: readonly number[],
  ) => Promise<readonly { readonly domain: string; readonly text: string }[]>;
}

/** An index of the first `state.rows` rows. */
export interface TraceIndex {
  readonly segments: readonly Segment[];
  readonly state: IndexState;
}

export interface FoundPairs {
  /** Pairs with a new row, sorted by a, then b. */
  readonly pairs: readonly TracedPair[];
  /** The segments that are new; they begin where the known ones end. */
  readonly segments: readonly Segment[];
  /** The state of the index with the new rows. */
  readonly state: IndexState;
}

export interface FindOptions {
  /** Its state is brought up to the new rows. */
  readonly known?: TraceIndex | undefined;
  readonly onProgress?: ((stage: TraceStage, share: number) => void) | undefined;
}

/** Finds all pairs among the first `rows` rows, or with a known index those with a new row. */
export async function findPairs(
  source: TraceSource,
  rows: number,
  crew: Crew,
  { known, onProgress }: FindOptions = {},
): Promise<FoundPairs> {
  const state = known?.state ?? new IndexState();
  const firstNew = state.rows;
  const report = (stage: TraceStage) => (share: number) => onProgress?.(stage, share);
  const segments: Segment[] = [];
  report('fingerprinting')(0);
  for await (const answer of crew.run(fingerprintJobs(source, state, rows))) {
    segments.push(segmentFrom(dataOf(answer)));
    const done = segments.reduce((sum, segment) => sum + segment.rows, 0);
    report('fingerprinting')(done / (rows - firstNew));
  }
  const candidates = findCandidates([...(known?.segments ?? []), ...segments], state.outlets(), {
    firstNew,
    boilerplate: state.boilerplate,
    onProgress: report('joining'),
  });
  state.carry(candidates.carriers);
  const pairs = await alignAll(source, candidates, state, crew, report('aligning'));
  return { pairs, segments, state };
}

/** The texts of all rows that the state does not have, as jobs; adds them to the state. */
async function* fingerprintJobs(
  source: TraceSource,
  state: IndexState,
  rows: number,
): AsyncGenerator<TraceJob> {
  while (state.rows < rows) {
    const base = state.rows;
    const end = Math.min(rows, base + SEGMENT_TEXTS);
    const texts: string[] = [];
    let units = 0;
    while (state.rows < end && units < JOB_UNITS) {
      // A page is short where texts are long, lest a few thousand long ones be read at once.
      const page = rangeOf(state.rows, Math.min(end, state.rows + PAGE));
      for (const { domain, text } of await source.textsAt(page)) {
        state.add(domain);
        texts.push(text);
        units += text.length;
      }
    }
    yield { kind: 'fingerprint', base, texts };
  }
}

async function alignAll(
  source: TraceSource,
  candidates: Candidates,
  state: IndexState,
  crew: Crew,
  onProgress: (share: number) => void,
): Promise<TracedPair[]> {
  onProgress(0);
  const pairs: TracedPair[] = [];
  const blocks: { readonly rows: readonly number[]; readonly end: number }[] = [];
  const jobs = alignJobs(source, candidates, state, (rows, end) => blocks.push({ rows, end }));
  for await (const answer of crew.run(jobs)) {
    const { rows, end } = blocks.shift()!;
    for (const { a, b, passages } of pairsOf(answer)) {
      pairs.push({ a: rows[a]!, b: rows[b]!, passages });
    }
    onProgress(end / candidates.a.length);
  }
  return pairs;
}

/** Blocks of candidates as jobs. `onBlock` is told each block's rows and where it ends. */
async function* alignJobs(
  source: TraceSource,
  candidates: Candidates,
  state: IndexState,
  onBlock: (rows: readonly number[], end: number) => void,
): AsyncGenerator<TraceJob> {
  const { ofRow } = state.outlets();
  const boilerplate = sharedSlots(state.boilerplate);
  for (let begin = 0; begin < candidates.a.length; ) {
    const { texts, end } = await readBlock(source, candidates, begin);
    const rows = [...texts.keys()].sort((x, y) => x - y);
    const position = new Map(rows.map((row, at) => [row, at]));
    onBlock(rows, end);
    yield {
      kind: 'align',
      a: candidates.a.slice(begin, end).map((row) => position.get(row)!),
      b: candidates.b.slice(begin, end).map((row) => position.get(row)!),
      texts: rows.map((row) => texts.get(row)!),
      outlets: Uint32Array.from(rows, (row) => ofRow[row]!),
      boilerplate,
    };
    begin = end;
  }
}

/** The set on memory that all threads can read, so that it need not be sent to each with each job. */
export function sharedSlots({ slots }: BoilerplateSet): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(slots.byteLength));
  shared.set(slots);
  return shared;
}

/** Reads the texts of the candidates from `begin` on until there are enough for a job. */
async function readBlock(
  source: TraceSource,
  { a, b }: Candidates,
  begin: number,
): Promise<{ texts: Map<number, string>; end: number }> {
  const texts = new Map<number, string>();
  const most = Math.min(a.length, begin + BLOCK_PAIRS);
  let units = 0;
  let end = begin;
  while (end < most && units < JOB_UNITS) {
    const next = Math.min(most, end + PAGE);
    const wanted = new Set([...a.subarray(end, next), ...b.subarray(end, next)]);
    const rows = [...wanted].filter((row) => !texts.has(row));
    const read = await source.textsAt(rows);
    for (const [i, row] of rows.entries()) {
      texts.set(row, read[i]!.text);
      units += read[i]!.text.length;
    }
    end = next;
  }
  return { texts, end };
}

function dataOf(answer: Answer): Uint8Array {
  if (answer.kind !== 'segment') throw new Error(`a segment was expected, not ${answer.kind}`);
  return answer.data;
}

function pairsOf(answer: Answer): readonly TracedPair[] {
  if (answer.kind !== 'pairs') throw new Error(`pairs were expected, not ${answer.kind}`);
  return answer.pairs;
}

const rangeOf = (begin: number, end: number): number[] =>
  Array.from({ length: end - begin }, (_, i) => begin + i);
