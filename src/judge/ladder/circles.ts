/**
 * Circular reporting: publishers that cite one another round.
 *
 * A publisher points to another where one of its articles credits the other. Circles lie within the
 * strongly connected components of that graph (Tarjan 1972, https://doi.org/10.1137/0201010, without
 * recursion). Of each component one shortest circle is shown: of length two where there is one, else
 * the shortest found by breadth-first searches that together look at `MOST_STEPS` credits at most.
 * Linear in the credits, but for those searches.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { Circle, Evidence } from '../../domain/judgement.ts';

/** Credits that the search of one component looks at before it is content with what it has. */
const MOST_STEPS = 200_000;

/** One article of `from` credits the publisher `to`. */
export interface HouseCredit {
  readonly from: string;
  readonly to: string;
  readonly evidence: Evidence;
}

/** Of each publisher those that it credits, each with one credit that shows it. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, Evidence>>;

/** One shortest circle of each set of publishers that cite one another round. */
export function circlesOf(credits: readonly HouseCredit[]): Circle[] {
  const graph = graphOf(credits);
  return components(graph)
    .filter((houses) => houses.length > 1)
    .map((houses) => circleOf(shortestCycle(graph, houses), graph));
}

/** In alphabetical order, so that the order of the credits does not matter. */
function graphOf(credits: readonly HouseCredit[]): Graph {
  const graph = new Map<string, Map<string, Evidence>>();
  const key = ({ evidence: { article, span } }: HouseCredit): [ArticleId, number] => [
    article,
    span.begin,
  ];
  const ordered = [...credits].sort((x, y) => {
    const [a, b] = [
      [x.from, x.to, ...key(x)],
      [y.from, y.to, ...key(y)],
    ];
    const at = a!.findIndex((part, i) => part !== b![i]);
    return at < 0 ? 0 : a![at]! < b![at]! ? -1 : 1;
  });
  for (const { from, to, evidence } of ordered) {
    if (from === to) continue;
    const credited = graph.get(from) ?? new Map<string, Evidence>();
    graph.set(from, credited);
    if (!credited.has(to)) credited.set(to, evidence);
  }
  return graph;
}

function components(graph: Graph): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const frames: { house: string; next: Iterator<string> }[] = [];
    const enter = (house: string): void => {
      index.set(house, index.size);
      low.set(house, index.get(house)!);
      open.push(house);
      isOpen.add(house);
      frames.push({ house, next: (graph.get(house) ?? new Map<string, Evidence>()).keys() });
    };
    enter(start);
    while (frames.length > 0) {
      const { house, next } = frames.at(-1)!;
      const step = next.next();
      if (!step.done) {
        if (!index.has(step.value)) enter(step.value);
        else if (isOpen.has(step.value)) lower(low, house, index.get(step.value)!);
        continue;
      }
      frames.pop();
      const above = frames.at(-1);
      if (above !== undefined) lower(low, above.house, low.get(house)!);
      if (low.get(house) === index.get(house)) found.push(closed(house, open, isOpen));
    }
  }
  return found;
}

function lower(low: Map<string, number>, house: string, value: number): void {
  if (value < low.get(house)!) low.set(house, value);
}

/** Takes the component of its first house off the stack. */
function closed(first: string, open: string[], isOpen: Set<string>): string[] {
  const component = open.splice(open.lastIndexOf(first));
  for (const house of component) isOpen.delete(house);
  return component.sort();
}

function shortestCycle(graph: Graph, houses: readonly string[]): readonly string[] {
  for (const house of houses) {
    for (const other of graph.get(house)!.keys()) {
      if (graph.get(other)?.has(house)) return [house, other];
    }
  }
  const within = new Set(houses);
  let best: readonly string[] | undefined;
  let steps = 0;
  for (const house of houses) {
    if (best !== undefined && steps > MOST_STEPS) break;
    const { cycle, looked } = cycleThrough(house, graph, within);
    steps += looked;
    if (best === undefined || cycle.length < best.length) best = cycle;
  }
  return best!;
}

/** The shortest circle through one house of a component: breadth first until a credit leads back. */
function cycleThrough(
  start: string,
  graph: Graph,
  within: ReadonlySet<string>,
): { cycle: readonly string[]; looked: number } {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  let looked = 0;
  for (const house of queue) {
    for (const next of graph.get(house)!.keys()) {
      looked++;
      if (next === start) return { cycle: pathTo(house, start, cameFrom), looked };
      if (!within.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, house);
      queue.push(next);
    }
  }
  throw new Error(`${start} is in a component of credits, yet in no circle`);
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at)!;
    path.push(at);
  }
  return path.reverse();
}

function circleOf(houses: readonly string[], graph: Graph): Circle {
  return {
    steps: houses.map((from, i) => {
      const to = houses[(i + 1) % houses.length]!;
      return { from, to, evidence: graph.get(from)!.get(to)! };
    }),
  };
}
