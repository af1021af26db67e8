/** The rungs of the ladder in words. */
import type { Bounds, RungKind } from '../domain/judgement.ts';
import type { LadderView } from '../domain/ladder-views.ts';
import { counted, figure } from './wording.ts';

const RUNG_NAMES: Readonly<Record<RungKind, readonly [one: string, many: string]>> = {
  articles: ['article', 'articles'],
  publishers: ['publisher', 'publishers'],
  agencies: ['newsroom or agency', 'newsrooms or agencies'],
  utterances: ['first utterance', 'first utterances'],
};

/** `3 publishers`, `1 to 2 first utterances`. */
export function boundsWords({ atLeast, atMost }: Bounds, kind: RungKind): string {
  const [one, many] = RUNG_NAMES[kind];
  if (atLeast === atMost) return counted(atMost, one, many);
  return `${figure(atLeast)} to ${figure(atMost)} ${many}`;
}

/** `15 articles → 12 publishers → 1 newsroom or agency → 1 to 2 first utterances`. */
export function ladderLine({ rungs }: LadderView): string {
  return rungs.map(({ kind, bounds }) => boundsWords(bounds, kind)).join(' → ');
}
