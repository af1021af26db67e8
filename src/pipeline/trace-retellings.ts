/**
 * Retellings among the articles of a desk: candidates are found by the calling thread (retell-candidates),
 * verified by the crew. After new articles only pairs with one of them are looked at.
 *
 * Bound: candidates are looked for among the newest `MOST_ROWS` articles; an older article can still be
 * found by its wording. At that size the index takes 150 MB and the keys are read at about 5,000
 * articles of 400 words a second.
 */

import type { Store } from '../store/store.ts';
import type { TracedPair } from '../trace/pairs.ts';
import { type RetellCandidate, RetellIndex } from '../trace/retell-candidates.ts';
import { loadModels } from './models.ts';
import type { Crew } from './trace-crew.ts';
import type { TraceAnswer, TraceJob } from './trace-jobs.ts';

/** Articles among which retellings are looked for, the newest. */
const MOST_ROWS = 100_000;
/** Candidate pairs verified as one job. */
const BLOCK_PAIRS = 256;

/** The pairs that were found by wording, with their retold passages, and those that only retell. */
export async function withRetellings(
  store: Store,
  found: readonly TracedPair[],
  firstNew: number,
  crew: Crew,
  onProgress: (share: number) => void,
): Promise<TracedPair[]> {
  onProgress(0);
  const rows = await store.countArticles();
  const base = Math.max(0, rows - MOST_ROWS);
  const candidates = await candidatesOf(store, base, firstNew);
  const pairs = new Map(found.map((pair) => [keyOf(pair.a, pair.b), pair]));
  const blocks: RetellCandidate[][] = [];
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

/** Rows are below 2^25 (see candidates.ts), so that two fit a double. */
const keyOf = (a: number, b: number): number => a * 2 ** 25 + b;

async function candidatesOf(
  store: Store,
  base: number,
  firstNew: number,
): Promise<RetellCandidate[]> {
  const index = new RetellIndex(loadModels());
  let row = 0;
  for await (const article of store.articles()) if (row++ >= base) index.add(article);
  return index
    .candidates(Math.max(0, firstNew - base))
    .map(({ a, b, margin }) => ({ a: a + base, b: b + base, margin }));
}

/** Blocks of candidates as jobs. `onBlock` is told which candidates a job holds. */
async function* retellJobs(
  store: Store,
  candidates: readonly RetellCandidate[],
  pairs: ReadonlyMap<number, TracedPair>,
  onBlock: (block: RetellCandidate[]) => void,
): AsyncGenerator<TraceJob> {
  for (let begin = 0; begin < candidates.length; begin += BLOCK_PAIRS) {
    const block = candidates.slice(begin, begin + BLOCK_PAIRS);
    const rows = [...new Set(block.flatMap(({ a, b }) => [a, b]))];
    const articles = await store.articlesAt(rows);
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

function retoldIn(answer: TraceAnswer): readonly TracedPair[] {
  if (answer.kind !== 'pairs') throw new Error(`pairs were expected, not ${answer.kind}`);
  return answer.pairs;
}
