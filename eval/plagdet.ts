/**
 * PAN's measure of text alignment: macro-averaged character precision and recall, granularity, and
 * plagdet = F1 / log2(1 + granularity).
 *
 * A detection *detects* a case when it overlaps it by at least one character on both sides, the
 * source and the suspicious text. Recall is the mean over cases of the share of the case's
 * characters (both sides together) that its detections cover; precision the same with the roles
 * exchanged; granularity the mean number of detections of a detected case (1 where none is).
 * Without cases and without detections both are 1; where only one of the two is empty, both are 0,
 * as in PAN's own script.
 *
 * Source: Potthast, Stein, Barrón-Cedeño, Rosso: An Evaluation Framework for Plagiarism Detection,
 * COLING 2010, https://aclanthology.org/C10-2115. Time O(cases × detections) within a pair.
 */
import type { Span } from '../src/domain/span.ts';

/** A reused passage, true or detected, within one pair of documents. */
export interface Reuse {
  /** Names the pair of documents; only reuse of the same pair is compared. */
  readonly pair: string;
  readonly source: Span;
  readonly suspicious: Span;
}

export interface ReuseScore {
  readonly plagdet: number;
  readonly precision: number;
  readonly recall: number;
  readonly granularity: number;
  readonly cases: number;
  readonly detections: number;
  /** Detections that detect no case. */
  readonly falseDetections: number;
}

/** Scores `detections` against the true `cases`. Spans are in any unit, the same on both. */
export function scoreReuse(cases: readonly Reuse[], detections: readonly Reuse[]): ReuseScore {
  const casesOf = groupByPair(cases);
  const detectionsOf = groupByPair(detections);
  let recall = 0;
  let detected = 0;
  let hits = 0;
  for (const one of cases) {
    const found = (detectionsOf.get(one.pair) ?? []).filter((other) => detects(one, other));
    recall += coverage(one, found);
    if (found.length > 0) detected++;
    hits += found.length;
  }
  let precision = 0;
  let falseDetections = 0;
  for (const one of detections) {
    const found = (casesOf.get(one.pair) ?? []).filter((other) => detects(one, other));
    precision += coverage(one, found);
    if (found.length === 0) falseDetections++;
  }
  const nothing = cases.length === 0 && detections.length === 0;
  recall = nothing ? 1 : recall / Math.max(1, cases.length);
  precision = nothing ? 1 : precision / Math.max(1, detections.length);
  const granularity = detected === 0 ? 1 : hits / detected;
  return {
    plagdet: plagdetOf(precision, recall, granularity),
    precision,
    recall,
    granularity,
    cases: cases.length,
    detections: detections.length,
    falseDetections,
  };
}

/** F1 of precision and recall, divided by log2(1 + granularity); 0 where both are 0. */
export function plagdetOf(precision: number, recall: number, granularity: number): number {
  if (precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall) / Math.log2(1 + granularity);
}

function groupByPair(items: readonly Reuse[]): ReadonlyMap<string, readonly Reuse[]> {
  const groups = new Map<string, Reuse[]>();
  for (const item of items) {
    const group = groups.get(item.pair);
    if (group === undefined) groups.set(item.pair, [item]);
    else group.push(item);
  }
  return groups;
}

function detects(one: Reuse, other: Reuse): boolean {
  return overlap(one.source, other.source) > 0 && overlap(one.suspicious, other.suspicious) > 0;
}

/** Share of the characters of `one`, both sides together, that `others` cover. */
function coverage(one: Reuse, others: readonly Reuse[]): number {
  const length = one.source.end - one.source.begin + one.suspicious.end - one.suspicious.begin;
  if (length <= 0) return 0;
  const source = coveredBy(
    one.source,
    others.map((other) => other.source),
  );
  const suspicious = coveredBy(
    one.suspicious,
    others.map((other) => other.suspicious),
  );
  return (source + suspicious) / length;
}

/** Characters of `span` that lie in the union of `others`. */
function coveredBy(span: Span, others: readonly Span[]): number {
  let covered = 0;
  let reached = span.begin;
  for (const other of [...others].sort((x, y) => x.begin - y.begin)) {
    const begin = Math.max(reached, other.begin);
    const end = Math.min(span.end, other.end);
    if (end <= begin) continue;
    covered += end - begin;
    reached = end;
  }
  return covered;
}

function overlap(x: Span, y: Span): number {
  return Math.min(x.end, y.end) - Math.max(x.begin, y.begin);
}
