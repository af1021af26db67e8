/**
 * What the processors were busy with during some work: the calling thread by sampling its stack once a
 * millisecond (V8's profiler), all other threads together as what is left of the process's time. A
 * sample belongs to the innermost function that stands in a file of one stage.
 */
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

/** Files of a stage of the watch, by a part of their address; what is in none of them is `rest`. */
const STAGES: readonly (readonly [string, RegExp])[] = [
  ['archive', /\/src\/archive\//],
  ['store', /\/src\/store\/|better-sqlite3/],
  ['extract', /\/src\/collect\/(?:draft|page\/|item-text|dates|statements)/],
  ['feeds', /\/src\/collect\/(?:feeds|xml)\//],
  ['language', /\/src\/text\/language|fasttext/],
  ['crew', /\/src\/pipeline\/(?:crew|draft-pages)|node:internal\/worker/],
  [
    'fetch',
    /\/src\/collect\/web\/|undici|node:(?:net|_http|internal\/(?:streams|stream_base|dns))/,
  ],
  ['watch', /\/src\/pipeline\//],
];
const SAMPLE_US = 1000;

/** Seconds of processors, by stage; `threads` is everything beside the calling thread. */
export type StageShares = Readonly<Record<string, number>>;

/** Does the work and tells what the processors did meanwhile. */
export async function profiled(work: () => Promise<void>): Promise<StageShares> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.post('Profiler.start');
  const begin = cpuSeconds();
  await work();
  const end = cpuSeconds();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const samples = sampledByStage(profile);
  const all = Object.values(samples).reduce((sum, count) => sum + count, 0);
  const here = Object.entries(samples).map(
    ([stage, count]) => [stage, (count / Math.max(1, all)) * (end.here - begin.here)] as const,
  );
  return {
    ...Object.fromEntries(here.sort(([, x], [, y]) => y - x)),
    threads: end.all - begin.all - (end.here - begin.here),
  };
}

/** Of the calling thread, and of the whole process. */
function cpuSeconds(): { readonly here: number; readonly all: number } {
  const { user, system } = process.cpuUsage();
  // What Linux says of the main thread; Node 20 does not.
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return { here: Number(nanoseconds) / 1e9, all: (user + system) / 1e6 };
}

/** Samples by stage, without those in which nothing was done. */
function sampledByStage({ nodes, samples = [] }: Profiler.Profile): Record<string, number> {
  const stageOf = new Map<number, string | undefined>();
  const parentOf = new Map<number, Profiler.ProfileNode>();
  for (const node of nodes) for (const child of node.children ?? []) parentOf.set(child, node);
  const byId = new Map(nodes.map((node) => [node.id, node] as const));
  const find = (node: Profiler.ProfileNode): string | undefined => {
    const known = stageOf.get(node.id);
    if (known !== undefined) return known;
    const { functionName: name, url } = node.callFrame;
    if (name === '(idle)') return undefined;
    const parent = parentOf.get(node.id);
    const stage =
      name === '(garbage collector)'
        ? 'memory'
        : (STAGES.find(([, files]) => files.test(url))?.[0] ??
          (parent === undefined ? 'rest' : (find(parent) ?? 'rest')));
    stageOf.set(node.id, stage);
    return stage;
  };
  const sums: Record<string, number> = {};
  for (const id of samples) {
    const stage = find(byId.get(id)!);
    if (stage !== undefined) sums[stage] = (sums[stage] ?? 0) + 1;
  }
  return sums;
}
