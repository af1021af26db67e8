/**
 * From pairs to cascades: all pairs of the desk are clustered, which is quick, and a cascade is made,
 * which is not, only of clusters that are not stored as they are.
 */
import type { Article } from '../domain/article.ts';
import { digestOf } from '../domain/ids.ts';
import type { Cascade } from '../domain/trace.ts';
import type { ClusterCascade } from '../store/store.ts';
import { type Cluster, clusterPassages } from '../trace/clusters.ts';
import type { IndexState } from '../trace/index-state.ts';
import type { TracedPair } from '../trace/pairs.ts';
import type { Crew } from './crew.ts';
import type { Answer } from './jobs.ts';
import type { TraceJob } from './trace-jobs.ts';
import { sharedSlots } from './trace-pairs.ts';

/** A job's clusters have about so many articles, or this many units of text if that is sooner. */
const JOB_ARTICLES = 200;
const JOB_UNITS = 2 ** 24;

export interface GrownCascades {
  readonly cascades: readonly ClusterCascade[];
  /** Keys of clusters that are among the known ones; their cascades stay as they are. */
  readonly kept: ReadonlySet<string>;
}

/** What cascades are made with. */
export interface CascadeMeans {
  readonly articlesAt: (rows: readonly number[]) => Promise<readonly Article[]>;
  readonly state: IndexState;
  readonly crew: Crew;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** The cascades of all pairs (sorted by a, then b) but for those of clusters in `known`. */
export async function growCascades(
  pairs: readonly TracedPair[],
  known: ReadonlySet<string>,
  means: CascadeMeans,
): Promise<GrownCascades> {
  const kept = new Set<string>();
  const keys: string[] = [];
  const fresh: Cluster[] = [];
  for (const cluster of clusterPassages(pairs)) {
    const key = keyOf(cluster);
    if (known.has(key)) kept.add(key);
    else {
      keys.push(key);
      fresh.push(cluster);
    }
  }
  const cascades: ClusterCascade[] = [];
  for await (const answer of means.crew.run(linkJobs(fresh, means))) {
    for (const cascade of cascadesIn(answer)) {
      cascades.push({ cluster: keys[cascades.length]!, cascade });
    }
    means.onProgress?.(cascades.length / fresh.length);
  }
  return { cascades, kept };
}

/**
 * Two clusters with one key have the same pairs and passages. Rows never change. The key names no
 * version of what is made of a cluster: a cascade of an earlier version is read as it is stored, and
 * `trace --all` makes it anew with what credits have come to mean since.
 */
const keyOf = (cluster: Cluster): string => digestOf(JSON.stringify(cluster)).slice(0, 32);

async function* linkJobs(
  clusters: readonly Cluster[],
  { articlesAt, state }: CascadeMeans,
): AsyncGenerator<TraceJob> {
  const boilerplate = sharedSlots(state.boilerplate);
  const { ofRow } = state.outlets();
  for (let begin = 0; begin < clusters.length; ) {
    const articles = new Map<number, Article>();
    let units = 0;
    let end = begin;
    while (end < clusters.length && articles.size < JOB_ARTICLES && units < JOB_UNITS) {
      const rows = clusters[end++]!.rows.filter((row) => !articles.has(row));
      const read = await articlesAt(rows);
      for (const [i, row] of rows.entries()) {
        articles.set(row, read[i]!);
        units += read[i]!.text.length;
      }
    }
    const outlets = new Map([...articles.keys()].map((row) => [row, ofRow[row]!]));
    yield {
      kind: 'link',
      clusters: clusters.slice(begin, end),
      articles,
      outlets,
      boilerplate,
    };
    begin = end;
  }
}

function cascadesIn(answer: Answer): readonly Cascade[] {
  if (answer.kind !== 'cascades') throw new Error(`cascades were expected, not ${answer.kind}`);
  return answer.cascades;
}
