/** What tracing found of what was planted: recall by kind, and pairs that nobody planted. */
import { PLANTED, type PlantedKind } from './corpus.ts';
import type { PlantedCorpus } from './planting.ts';

/** Planted echoes of one kind, and how many are reported with their origin. */
export interface KindScore {
  readonly planted: number;
  readonly found: number;
}

/** A planted pair that is not reported, by its rows. */
export interface MissedPair {
  readonly origin: number;
  readonly echo: number;
  readonly kind: PlantedKind;
}

export interface PlantScore {
  readonly kinds: Readonly<Record<PlantedKind, KindScore>>;
  /** The same of the pairs both of whose articles are among the newest. */
  readonly newest: Readonly<Record<PlantedKind, KindScore>>;
  /** Reported pairs of rows that have no origin in common. */
  readonly falsePairs: number;
  /** Those between two articles in real languages. */
  readonly falseReal: number;
  readonly pairs: number;
  /** Planted pairs among the newest that are not reported. */
  readonly missed: readonly MissedPair[];
}

/**
 * Scores the reported pairs of the first `articles` rows. A reported pair is false unless one row is
 * the other's origin or both have the same origin. `newest`: how many of the last rows are newest.
 */
export function scorePlants(
  corpus: PlantedCorpus,
  articles: number,
  pairs: readonly { readonly a: number; readonly b: number }[],
  newest = articles,
): PlantScore {
  const found = new Set<number>();
  let falsePairs = 0;
  let falseReal = 0;
  for (const { a, b } of pairs) {
    if (originOf(corpus, a) === originOf(corpus, b)) {
      if (corpus.plant(b)?.origin === a) found.add(b);
      continue;
    }
    falsePairs++;
    if (corpus.isReal(a) && corpus.isReal(b)) falseReal++;
  }
  const all = emptyScores();
  const late = emptyScores();
  const missed: MissedPair[] = [];
  for (let row = 0; row < articles; row++) {
    const plant = corpus.plant(row);
    if (plant === undefined) continue;
    const isFound = found.has(row);
    const isLate = plant.origin >= articles - newest;
    for (const scores of isLate ? [all, late] : [all]) {
      scores[plant.kind].planted++;
      if (isFound) scores[plant.kind].found++;
    }
    if (isLate && !isFound) missed.push({ ...plant, echo: row });
  }
  return { kinds: all, newest: late, falsePairs, falseReal, pairs: pairs.length, missed };
}

/** The share that is found; `null` where none is planted. */
export function recallOf({ planted, found }: KindScore): number | null {
  return planted === 0 ? null : found / planted;
}

function emptyScores(): Record<PlantedKind, { planted: number; found: number }> {
  const entries = PLANTED.map((kind) => [kind, { planted: 0, found: 0 }] as const);
  return Object.fromEntries(entries) as Record<PlantedKind, { planted: number; found: number }>;
}

function originOf(corpus: PlantedCorpus, row: number): number {
  return corpus.plant(row)?.origin ?? row;
}
