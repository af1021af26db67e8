/**
 * Tracing what the desk holds: articles to passages to cascades. A trace is written in one
 * transaction, so that a reader sees the old one or the new one and nothing between, and a crash
 * leaves the old one.
 *
 * After new articles only these are traced against all (see trace-pairs.ts), unless so many came in
 * that all are traced anew (trace-index.ts). Alignments are kept and added to; cascades are made anew
 * where their cluster changed.
 */
import { availableParallelism } from 'node:os';
import { type Alignment, swapSides } from '../domain/trace.ts';
import type { BoilerplateView } from '../domain/views.ts';
import type { Store } from '../store/store.ts';
import type { IndexState } from '../trace/index-state.ts';
import { MaskedTexts } from '../trace/masked-texts.ts';
import type { TracedPair } from '../trace/pairs.ts';
import type { TraceStage } from '../trace/trace.ts';
import { type Crew, gatherCrew } from './crew.ts';
import type { Desk } from './desk.ts';
import { encodedPairs } from './encoded-pairs.ts';
import type { NearRows } from './near-vectors.ts';
import { growCascades } from './trace-cascades.ts';
import { grownSegments, loadIndex } from './trace-index.ts';
import type { TraceMemory } from './trace-memory.ts';
import { findPairs, type TraceIndex } from './trace-pairs.ts';
import { MOST_ROWS, withRetellings } from './trace-retellings.ts';
import { onePairEach } from './version-pairs.ts';

/** Threads take half a second to start; so many articles take one thread about as long. */
const WORTH_THREADS = 3000;
/** Pairs whose articles are read at a time. */
const PAGE = 500;

export interface TraceResult {
  /** Articles, alignments and cascades of the desk after the trace. */
  readonly articles: number;
  readonly alignments: number;
  readonly cascades: number;
  /** False where the stored trace already covered all articles. */
  readonly renewed: boolean;
}

/** The stages of a desk's trace, in their order. */
export type DeskStage =
  | 'loading'
  | 'encoding'
  | 'comparing'
  | TraceStage
  | 'retelling'
  | 'linking'
  | 'saving';

export interface TraceOptions {
  /** Trace all articles again, whatever is stored. */
  readonly all?: boolean;
  /** Worker threads; as many as there are processors where not given. The result is the same. */
  readonly threads?: number;
  /** Who does the jobs in the place of worker threads; left open. */
  readonly crew?: Crew | undefined;
  /** What was kept of the trace before; keeps what this one leaves. */
  readonly memory?: TraceMemory | undefined;
  /** Called now and then with the share of the stage that is done, 0–1. */
  readonly onProgress?: (stage: DeskStage, share: number) => void;
}

/** Brings the stored trace up to the articles. Takes the trace's lock if there is anything to do. */
export async function traceDesk(desk: Desk, options: TraceOptions = {}): Promise<TraceResult> {
  const { store } = desk;
  const held = await store.countArticles();
  if (options.all !== true && held === (await store.tracedArticles())) {
    // How many alignments there are is asked for by nobody who did not trace.
    const cascades = await store.countCascades(0);
    return { articles: held, alignments: 0, cascades, renewed: false };
  }
  const lock = await desk.lockTrace('trace');
  try {
    return await renewTrace(desk, options);
  } finally {
    lock.release();
  }
}

async function renewTrace(desk: Desk, options: TraceOptions): Promise<TraceResult> {
  const { store } = desk;
  options.onProgress?.('loading', 0);
  const articles = await store.countArticles();
  const known = options.all === true ? undefined : await loadIndex(store, articles, options.memory);
  const window = {
    base: Math.max(0, articles - MOST_ROWS),
    firstNew: known?.state.rows ?? 0,
    end: articles,
  };
  // First of all, since it may fail: another encoder may be a service that is down.
  const near = await encodedPairs(desk, window, (...step) => options.onProgress?.(...step));
  const crew = options.crew ?? gatherCrew(threadsFor(articles - (known?.state.rows ?? 0), options));
  try {
    return await traceWith(crew, store, { articles, known, near }, options);
  } finally {
    if (crew !== options.crew) await crew.close();
  }
}

function threadsFor(articles: number, { threads }: TraceOptions): number {
  return threads ?? (articles < WORTH_THREADS ? 1 : availableParallelism());
}

/** What a trace goes out from. */
interface TraceBase {
  readonly articles: number;
  readonly known: TraceIndex | undefined;
  /** What another encoder than the built-in one found. */
  readonly near: readonly NearRows[];
}

async function traceWith(
  crew: Crew,
  store: Store,
  { articles, known, near }: TraceBase,
  { onProgress, memory }: TraceOptions,
): Promise<TraceResult> {
  const firstNew = known?.state.rows ?? 0;
  const { state, segments, ...found } = await findPairs(store, articles, crew, {
    known,
    onProgress,
  });
  const pairsKnown = { found: found.pairs, near, firstNew, end: articles, memory };
  const all = await withRetellings(store, pairsKnown, crew, (share) =>
    onProgress?.('retelling', share),
  );
  onProgress?.('linking', 0);
  const { pairs: fresh, alignments } = await alignmentsOf(store, all);
  const pairs = known === undefined ? fresh : await withStored(store, fresh);
  const clusters = known === undefined ? new Set<string>() : await store.clusterKeys();
  const oneEach = onePairEach(pairs, await store.firstVersions());
  const { cascades, kept } = await growCascades(oneEach, clusters, {
    articlesAt: store.articlesAt,
    state,
    crew,
    onProgress: (share) => onProgress?.('linking', share),
  });
  onProgress?.('saving', 0);
  const grown = grownSegments(known?.segments ?? [], segments);
  const step = {
    articles,
    alignments,
    cascades,
    boilerplate: await boilerplateViews(store, state),
    state: stateBytes(state, known === undefined),
    segments: grown.changed,
  };
  if (known === undefined) await store.saveTrace(step);
  else await store.extendTrace({ ...step, keptClusters: kept });
  memory?.leave(step.state, { state, segments: grown.all });
  onProgress?.('saving', 1);
  return {
    articles,
    alignments: pairs.length,
    cascades: cascades.length + kept.size,
    renewed: true,
  };
}

function stateBytes(state: IndexState, whole: boolean): Uint8Array {
  if (whole) state.wholeRows = state.rows;
  return state.toBytes();
}

/** New pairs with the stored ones, sorted by a, then b. */
async function withStored(store: Store, fresh: readonly TracedPair[]): Promise<TracedPair[]> {
  const pairs = [...fresh];
  for await (const pair of store.alignments()) pairs.push(pair);
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Pairs of two articles, and the same by their ids; versions of one article are no pair. */
async function alignmentsOf(
  store: Store,
  found: readonly TracedPair[],
): Promise<{ pairs: TracedPair[]; alignments: Alignment[] }> {
  const pairs: TracedPair[] = [];
  const alignments: Alignment[] = [];
  for (let begin = 0; begin < found.length; begin += PAGE) {
    const page = found.slice(begin, begin + PAGE);
    const rows = [...new Set(page.flatMap(({ a, b }) => [a, b]))];
    const articles = await store.articlesAt(rows);
    const articleOf = new Map(rows.map((row, i) => [row, articles[i]!]));
    for (const pair of page) {
      const left = articleOf.get(pair.a)!;
      const right = articleOf.get(pair.b)!;
      if (left.key === right.key) continue;
      pairs.push(pair);
      alignments.push(alignmentOf(pair, left.id, right.id));
    }
  }
  return { pairs, alignments };
}

/** Rows become ids; the smaller id comes first. */
function alignmentOf(
  { passages }: TracedPair,
  left: Alignment['a'],
  right: Alignment['a'],
): Alignment {
  if (left < right) return { a: left, b: right, passages };
  return { a: right, b: left, passages: passages.map(swapSides) };
}

/** For each outlet with boilerplate the number of articles, and the words in the first of them. */
async function boilerplateViews(store: Store, state: IndexState): Promise<BoilerplateView[]> {
  const carriers = state.carriers();
  const articles = await store.textsAt(carriers.map(({ first }) => first));
  const { ofRow } = state.outlets();
  const masked = new MaskedTexts(
    (at) => articles[at]!.text,
    (at) => ofRow[carriers[at]!.first]!,
    state.boilerplate,
  );
  return carriers.map(({ domain, rows }, at) => {
    const { begin, end } = masked.firstMasked(at)!;
    return { domain, articles: rows, sample: articles[at]!.text.slice(begin, end) };
  });
}
