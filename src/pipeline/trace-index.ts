/**
 * The stored index of a desk: read for the next trace, brought into the shape in which it is kept.
 *
 * Many small traces leave many small segments; the last ones are made one as long as the earlier is
 * less than twice the later, so there are few, and a row is copied a dozen times at most. Who traces again
 * and again keeps it in memory (trace-memory.ts).
 */
import type { SegmentRow, Store } from '../store/store.ts';
import { IndexState } from '../trace/index-state.ts';
import { type Segment, SegmentBuilder, segmentFrom } from '../trace/segments.ts';
import type { TraceMemory } from './trace-memory.ts';
import type { TraceIndex } from './trace-pairs.ts';

/** Segments of more rows or entries together stay apart. */
const MOST_ROWS = 4096;
const MOST_ENTRIES = 2 ** 22;
/**
 * An index that has grown by more than this since it was made as a whole is made anew: what counts
 * as boilerplate is then judged anew, at a cost that stays in proportion to the articles.
 */
const MOST_GROWTH = 1.5;

/**
 * The index of the stored trace; undefined where there is none, or where so many articles came in
 * since that all are to be traced anew. Throws, naming the segment, if it is damaged.
 */
export async function loadIndex(
  store: Store,
  articles: number,
  memory?: TraceMemory,
): Promise<TraceIndex | undefined> {
  const data = await store.traceState();
  if (data === undefined) return undefined;
  const kept = memory?.takeIndex(data);
  if (kept !== undefined) {
    return articles > MOST_GROWTH * kept.state.wholeRows ? undefined : kept;
  }
  const state = checked('state', () => IndexState.from(data));
  if (articles > MOST_GROWTH * state.wholeRows) return undefined;
  const segments: Segment[] = [];
  let rows = 0;
  for await (const row of store.segments()) {
    const name = `segment of articles ${row.base + 1} to ${row.base + row.rows}`;
    const segment = checked(name, () => segmentFrom(row.data));
    if (segment.base !== rows || segment.base !== row.base || segment.rows !== row.rows) {
      throw damaged(name, new Error(`it does not follow the ${rows} articles before it`));
    }
    rows += segment.rows;
    segments.push(segment);
  }
  const covered = await store.tracedArticles();
  if (rows !== covered || state.rows !== covered) {
    const found = `the segments hold ${rows} articles, the state ${state.rows}`;
    throw damaged('whole', new Error(`${found}, and ${covered} are traced`));
  }
  return { segments, state };
}

function checked<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw damaged(name, cause);
  }
}

function damaged(name: string, cause: unknown): Error {
  return new Error(
    `the stored index of passages is damaged (${name}): run \`atalaya trace --all\`, which makes it anew from the articles`,
    { cause },
  );
}

/** The segments of an index after a trace. */
export interface GrownSegments {
  readonly all: readonly Segment[];
  /** Those that are to be stored: from the first that changed on. */
  readonly changed: readonly SegmentRow[];
}

/** The known segments and the new ones, made one with the last known where small. */
export function grownSegments(known: readonly Segment[], fresh: readonly Segment[]): GrownSegments {
  const all = [...known, ...fresh];
  let changed = known.length;
  for (;;) {
    const later = all.at(-1);
    const earlier = all.at(-2);
    if (later === undefined || earlier === undefined || !joinable(earlier, later)) break;
    const builder = new SegmentBuilder(earlier.base);
    builder.addSegment(earlier);
    builder.addSegment(later);
    all.splice(-2, 2, builder.finish());
    changed = Math.min(changed, all.length - 1);
  }
  return { all, changed: all.slice(changed).map(({ base, rows, data }) => ({ base, rows, data })) };
}

function joinable(earlier: Segment, later: Segment): boolean {
  return (
    earlier.rows < 2 * later.rows &&
    earlier.rows + later.rows <= MOST_ROWS &&
    earlier.count + later.count <= MOST_ENTRIES
  );
}
