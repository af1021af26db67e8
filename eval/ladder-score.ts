/**
 * How well ladders hold against planted ones, over all rungs of all cases. `contained`: the truth lies
 * within the bounds; `exact`: both bounds are the truth. A ladder that is missing has neither.
 */
import { z } from 'zod';
import { type Ladder, RUNGS } from '../src/domain/judgement.ts';

/** How many there truly are on each rung. */
export const LadderTruth = z.object({
  articles: z.number(),
  publishers: z.number(),
  agencies: z.number(),
  utterances: z.number(),
});
export type LadderTruth = z.infer<typeof LadderTruth>;

export interface JudgedLadder {
  readonly truth: LadderTruth;
  readonly ladder: Ladder | undefined;
}

export interface LadderScore {
  readonly contained: number;
  readonly exact: number;
}

/** Fractions of all rungs; 1 where there is none. */
export function scoreLadders(judged: readonly JudgedLadder[]): LadderScore {
  let rungs = 0;
  let contained = 0;
  let exact = 0;
  for (const { truth, ladder } of judged) {
    for (const kind of RUNGS) {
      rungs++;
      const bounds = ladder?.rungs.find((rung) => rung.kind === kind)?.bounds;
      if (bounds === undefined) continue;
      const { atLeast, atMost } = bounds;
      if (atLeast <= truth[kind] && truth[kind] <= atMost) contained++;
      if (atLeast === truth[kind] && atMost === truth[kind]) exact++;
    }
  }
  return rungs === 0
    ? { contained: 1, exact: 1 }
    : { contained: contained / rungs, exact: exact / rungs };
}
