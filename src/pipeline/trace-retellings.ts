/**
 * Retellings among the articles of a desk: candidates are found by the calling thread (retell-candidates),
 * verified by the crew. After new articles only pairs with one of them are looked at; the keys of the
 * articles before are kept in the store.
 *
 * Bound: candidates are looked for among the newest `MOST_ROWS` articles; an older article can still be
 * found by its wording. At that size the keys take 60 MB; they are read from about 5,000 articles of 400
 * words a second. What is found in steps may differ a little from what is found at once, since an
 * article's best neighbours depend on who is there; `atalaya trace --all` looks at all at once.
 */
import type { Article } from '../domain/article.ts';
import type { RetellKeys, Store } from '../store/store.ts';
import type { TracedPair } from '../trace/pairs.ts';
import {
  KeyReader,
  leadOf,
  type NearPair,
  nearPairs,
  rankPairs,
} from '../trace/retell-candidates.ts';
import type { Crew } from './crew.ts';
import type { Answer } from './jobs.ts';
import { loadModels } from './models.ts';
import type { NearRows } from './near-vectors.ts';
import type { TraceJob } from './trace-jobs.ts';
import { TraceMemory } from './trace-memory.ts';

/** Articles among which retellings are looked for, the newest. */
export const MOST_ROWS = 100_000;
/** Candidate pairs verified as one job. */
const BLOCK_PAIRS = 256;
/** Articles read at a time. */
const PAGE = 1000;

/** What is known when retellings are looked for. */
export interface KnownPairs {
  /** Pairs that share wording. */
  readonly found: readonly TracedPair[];
  /** Pairs to be verified whatever their keys say. */
  readonly near: readonly NearRows[];
  /** Row of the first new article. */
  readonly firstNew: number;
  /** Row behind the last one that is traced: more may come in meanwhile. */
  readonly end: number;
  /** What was kept of the trace before. */
  readonly memory?: TraceMemory | undefined;
}

/** The pairs that were found by wording, with their retold passages, and those that only retell. */
export async function withRetellings(
  store: Store,
  { found, near, firstNew, end, memory = new TraceMemory() }: KnownPairs,
  crew: Crew,
  onProgress: (share: number) => void,
): Promise<TracedPair[]> {
  onProgress(0);
  const candidates = joined(await candidatesOf(store, memory, firstNew, end), near);
  const pairs = new Map(found.map((pair) => [keyOf(pair.a, pair.b), pair]));
  const blocks: NearRows[][] = [];
  let done = 0;
  const jobs = retellJobs(store, candidates, pairs, (block) => blocks.push(block));
  for await (const answer of crew.run(jobs)) {
    const block = blocks.shift()!;
    for (const { a: at, passages } of retoldIn(answer)) {
      const { a, b } = block[at]!;
      pairs.set(keyOf(a, b), { a, b, passages });
    }
    done += block.length;
    onProgress(done / candidates.length);
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Candidates of both ways, each once, sorted by a, then b. */
function joined(one: readonly NearRows[], other: readonly NearRows[]): NearRows[] {
  const all = new Map([...one, ...other].map(({ a, b }) => [keyOf(a, b), { a, b }]));
  return [...all.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Rows are below 2^25 (see candidates.ts), so that two fit a double. */
const keyOf = (a: number, b: number): number => a * 2 ** 25 + b;

async function candidatesOf(
  store: Store,
  memory: TraceMemory,
  firstNew: number,
  end: number,
): Promise<NearRows[]> {
  const base = Math.max(0, end - MOST_ROWS);
  const keyed = await keyedRows(store, memory, { base, fresh: Math.max(base, firstNew), end });
  const near = nearPairs(keyed, Math.max(0, firstNew - base));
  const ranked = rankPairs(keyed, near, await leadsOf(store, near, base), loadModels());
  return ranked.map(({ a, b }) => ({ a: a + base, b: b + base }));
}

/** The keys of the rows from `base` on: the stored ones, and from `fresh` on read and then stored. */
async function keyedRows(
  store: Store,
  memory: TraceMemory,
  { base, fresh, end }: { readonly base: number; readonly fresh: number; readonly end: number },
): Promise<RetellKeys[]> {
  const rows = (await memory.keysFrom(store, base)).filter(({ row }) => row < fresh);
  // Where an earlier run ended before it stored them, they are read again.
  const next = rows.every(({ row }, at) => row === base + at) ? base + rows.length : base;
  if (next === base) rows.length = 0;
  const reader = new KeyReader(loadModels());
  for (let begin = next; begin < end; begin += PAGE) {
    const range = rangeOf(begin, Math.min(end, begin + PAGE));
    const articles = await store.articlesAt(range);
    const read = articles.map(({ language, domain, ...article }, at) => ({
      row: range[at]!,
      language,
      domain,
      keys: reader.read({ language, ...article }),
    }));
    await store.saveRetellKeys(read);
    for (const row of read) rows.push(row);
  }
  return rows;
}

/** The leads of all rows that the pairs name, by row. */
async function leadsOf(
  store: Store,
  pairs: readonly NearPair[],
  base: number,
): Promise<Map<number, string>> {
  const rows = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  const leads = new Map<number, string>();
  for (let begin = 0; begin < rows.length; begin += PAGE) {
    const page = rows.slice(begin, begin + PAGE);
    const articles = await store.articlesAt(page.map((row) => row + base));
    for (const [at, row] of page.entries()) leads.set(row, leadOf(articles[at]!));
  }
  return leads;
}

/** Blocks of candidates as jobs. `onBlock` is told which candidates a job holds. */
async function* retellJobs(
  store: Store,
  candidates: readonly NearRows[],
  pairs: ReadonlyMap<number, TracedPair>,
  onBlock: (block: NearRows[]) => void,
): AsyncGenerator<TraceJob> {
  for (let begin = 0; begin < candidates.length; begin += BLOCK_PAIRS) {
    const block = candidates.slice(begin, begin + BLOCK_PAIRS);
    const rows = [...new Set(block.flatMap(({ a, b }) => [a, b]))];
    const articles: readonly Article[] = await store.articlesAt(rows);
    const position = new Map(rows.map((row, at) => [row, at]));
    onBlock(block);
    yield {
      kind: 'retell',
      texts: articles.map(({ text, language }) => ({ text, language })),
      pairs: block.map(({ a, b }) => ({
        a: position.get(a)!,
        b: position.get(b)!,
        same: pairs.get(keyOf(a, b))?.passages ?? [],
      })),
    };
  }
}

function retoldIn(answer: Answer): readonly TracedPair[] {
  if (answer.kind !== 'pairs') throw new Error(`pairs were expected, not ${answer.kind}`);
  return answer.pairs;
}

const rangeOf = (begin: number, end: number): number[] =>
  Array.from({ length: end - begin }, (_, at) => begin + at);
