/**
 * Clusters of passages: which spans of which texts are one and the same passage.
 *
 * A node is a span in a row. The two ends of an aligned passage are one; two spans of one row are one
 * if they overlap by half of the shorter. Articles are *not* joined as wholes, so a digest that
 * quotes two stories does not weld them together (as in passim: Smith, Cordell, Mullen 2015,
 * https://doi.org/10.1093/alh/ajv029). Clusters that then have mostly the same rows, because one
 * story was aligned in several pieces, are one. Union-find: near linear in the passages, plus the
 * overlaps within each row.
 */
import { DisjointSets } from '../domain/disjoint-sets.ts';
import type { Span } from '../domain/span.ts';
import type { TracedPair } from './trace.ts';

/** Share of the shorter span that two spans of one row must have in common. */
const LEAST_OVERLAP = 0.5;
/** Share of the smaller cluster's rows that two clusters must have in common to be one. */
const SAME_ROWS = 0.7;

/** A cluster: its rows in ascending order, and the pairs with those passages that belong to it. */
export interface Cluster {
  readonly rows: readonly number[];
  readonly pairs: readonly TracedPair[];
}

/** Groups the passages of all pairs. Every passage is in exactly one cluster. */
export function clusterPassages(pairs: readonly TracedPair[]): Cluster[] {
  const spans: { row: number; span: Span; node: number }[] = [];
  for (const { a, b, passages } of pairs) {
    for (const passage of passages) {
      spans.push({ row: a, span: passage.a, node: spans.length });
      spans.push({ row: b, span: passage.b, node: spans.length });
    }
  }
  const roots = new DisjointSets(spans.length);
  for (let node = 0; node < spans.length; node += 2) roots.join(node, node + 1);
  joinOverlaps(spans, roots);
  joinSameRows(spans, roots);
  return collect(pairs, roots);
}

function joinOverlaps(
  spans: readonly { row: number; span: Span; node: number }[],
  roots: DisjointSets,
): void {
  const sorted = [...spans].sort((x, y) => x.row - y.row || x.span.begin - y.span.begin);
  let active: typeof sorted = [];
  for (const next of sorted) {
    active = active.filter((s) => s.row === next.row && s.span.end > next.span.begin);
    for (const known of active) {
      if (roots.find(known.node) === roots.find(next.node)) continue;
      const common = Math.min(known.span.end, next.span.end) - next.span.begin;
      const shorter = Math.min(lengthOf(known.span), lengthOf(next.span));
      if (common >= LEAST_OVERLAP * shorter) roots.join(known.node, next.node);
    }
    // Of one cluster those spans are kept that a later one may overlap by half while no other does.
    const root = roots.find(next.node);
    const own = active.filter((known) => roots.find(known.node) === root);
    if (own.some((known) => coversFor(known.span, next.span))) continue;
    active = active.filter((known) => !own.includes(known) || !coversFor(next.span, known.span));
    active.push(next);
  }
}

/** Whether a later span that overlaps `y` by half of the shorter overlaps `x` so as well. */
const coversFor = (x: Span, y: Span): boolean => x.end >= y.end && lengthOf(x) <= lengthOf(y);

function joinSameRows(spans: readonly { row: number; node: number }[], roots: DisjointSets): void {
  const rowsOf = new Map<number, Set<number>>();
  const clustersOf = new Map<number, Set<number>>();
  for (const { row, node } of spans) {
    const root = roots.find(node);
    add(rowsOf, root, row);
    add(clustersOf, row, root);
  }
  for (const [root, rows] of rowsOf) {
    const shared = new Map<number, number>();
    for (const row of rows) {
      for (const other of clustersOf.get(row)!) {
        if (other > root) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, common] of shared) {
      const smaller = Math.min(rows.size, rowsOf.get(other)!.size);
      if (common >= 2 && common >= SAME_ROWS * smaller) roots.join(root, other);
    }
  }
}

function collect(pairs: readonly TracedPair[], roots: DisjointSets): Cluster[] {
  const clusters = new Map<number, { rows: Set<number>; pairs: TracedPair[] }>();
  let node = 0;
  for (const { a, b, passages } of pairs) {
    const byRoot = new Map<number, (typeof passages)[number][]>();
    for (const passage of passages) {
      const root = roots.find(node);
      node += 2;
      const list = byRoot.get(root);
      if (list === undefined) byRoot.set(root, [passage]);
      else list.push(passage);
    }
    for (const [root, own] of byRoot) {
      let cluster = clusters.get(root);
      if (cluster === undefined) {
        cluster = { rows: new Set(), pairs: [] };
        clusters.set(root, cluster);
      }
      cluster.rows.add(a).add(b);
      cluster.pairs.push({ a, b, passages: own });
    }
  }
  return [...clusters.values()].map(({ rows, pairs: own }) => ({
    rows: [...rows].sort((x, y) => x - y),
    pairs: own,
  }));
}

function add(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

const lengthOf = (span: Span): number => span.end - span.begin;
