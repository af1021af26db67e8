/**
 * Where a retold echo was lost: before its pair was compared, or by the comparison. A missed pair is
 * compared here sentence by sentence, as the program does with a candidate: what that finds was lost
 * among the candidates.
 */
import { loadModels } from '../src/pipeline/models.ts';
import { RetellReader } from '../src/trace/retell-pairs.ts';
import type { PlantedCorpus } from './planting.ts';
import type { MissedPair } from './score.ts';

export interface Losses {
  /** Would have been found, had the pair been a candidate. */
  readonly candidates: number;
  /** Compared, and not taken for a retelling. */
  readonly comparison: number;
}

/** Counts the losses among pairs of rows that were not reported. */
export function lossesOf(corpus: PlantedCorpus, missed: readonly MissedPair[]): Losses {
  const reader = new RetellReader(loadModels());
  const side = (row: number) => ({ text: corpus.text(row), language: corpus.language(row) });
  const found = missed.filter(
    ({ origin, echo }) => reader.passages(side(origin), side(echo), []) !== undefined,
  );
  return { candidates: found.length, comparison: missed.length - found.length };
}
