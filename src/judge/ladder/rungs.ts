/**
 * One rung of the ladder: what the rung below counts, joined by merges. Sure merges alone leave at
 * most so many units, sure and possible ones together at least so many. Near linear (union-find).
 */
import { DisjointSets } from '../../domain/disjoint-sets.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { LadderUnit, Merge, Rung, RungKind } from '../../domain/judgement.ts';

/** What is counted or joined on a rung. Without articles it only joins others: an agency not seen. */
export interface Node extends LadderUnit {
  /** Perhaps no part of it at all: it adds to what there is at most, never to what there is at least. */
  readonly perhaps?: true;
}

/** A rung, and for every node the place of its unit in `rung.units`; absent for what is not counted. */
export interface BuiltRung {
  readonly rung: Rung;
  readonly unitOf: ReadonlyMap<string, number>;
}

/**
 * Builds a rung over `nodes`, the first of which names its unit: give them in the order in which they
 * should. Merges of keys that are no nodes are left out. The merges are listed in their order.
 */
export function buildRung(
  kind: RungKind,
  nodes: readonly Node[],
  merges: readonly Merge[],
): BuiltRung {
  const places = new Map(nodes.map(({ key }, place) => [key, place]));
  const known = merges.filter(({ a, b }) => places.has(a) && places.has(b));
  const sure = new DisjointSets(nodes.length);
  const possible = new DisjointSets(nodes.length);
  for (const merge of known) {
    const a = places.get(merge.a)!;
    const b = places.get(merge.b)!;
    if (merge.sure) sure.join(a, b);
    possible.join(a, b);
  }
  const { units, unitOf } = unitsOf(nodes, sure);
  const atLeast = new Set<number>();
  nodes.forEach(({ articles, perhaps }, place) => {
    if (articles.length > 0 && perhaps !== true) atLeast.add(possible.find(place));
  });
  const bounds = { atLeast: atLeast.size, atMost: units.length };
  return { rung: { kind, bounds, units, merges: known }, unitOf };
}

function unitsOf(
  nodes: readonly Node[],
  sure: DisjointSets,
): { units: LadderUnit[]; unitOf: Map<string, number> } {
  const articles = new Map<number, ArticleId[]>();
  nodes.forEach((node, place) => {
    const root = sure.find(place);
    const list = articles.get(root) ?? [];
    for (const id of node.articles) list.push(id);
    articles.set(root, list);
  });
  const units: LadderUnit[] = [];
  const numbers = new Map<number, number>();
  for (const [root, list] of articles) {
    if (list.length === 0) continue;
    numbers.set(root, units.length);
    units.push({ key: nodes[root]!.key, name: nodes[root]!.name, articles: list });
  }
  const unitOf = new Map<string, number>();
  nodes.forEach(({ key }, place) => {
    const number = numbers.get(sure.find(place));
    if (number !== undefined) unitOf.set(key, number);
  });
  return { units, unitOf };
}

/** Possible merges of one rung between the units of the next: what may be one below may be one above. */
export function carryUp(
  { rung: { merges, units }, unitOf }: BuiltRung,
  keyOf: (unit: LadderUnit) => string | undefined = ({ key }) => key,
): Merge[] {
  return merges.flatMap((merge) => {
    if (merge.sure) return [];
    const [a, b] = [merge.a, merge.b].map((key) => {
      const unit = units[unitOf.get(key) ?? -1];
      return unit === undefined ? undefined : keyOf(unit);
    });
    return a === undefined || b === undefined || a === b ? [] : [{ ...merge, a, b }];
  });
}
