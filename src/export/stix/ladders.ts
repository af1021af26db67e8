/** The ladder of independent origins of a cascade in words, and the wires that its members credit. */
import type { MergeView } from '../../domain/ladder-views.ts';
import type { CascadeView } from '../../domain/views.ts';
import { MERGE_WORDS } from '../judgement-wording.ts';
import { ladderLine } from '../ladder-wording.ts';
import { listed, wireWords } from '../wording.ts';
import { excerptOf, nameOf } from './foreign.ts';

/** Most steps and wires that a note tells; it says how many it leaves out. */
const MOST_STEPS = 30;

/** One line a step; empty where there is neither a ladder nor a wire. */
export function ladderWords({ ladder, wires }: CascadeView): string[] {
  const lines = ladder === undefined ? [] : [`${ladderLine(ladder)}.`];
  const merges = ladder?.rungs.flatMap((rung) => rung.merges) ?? [];
  lines.push(...merges.slice(0, MOST_STEPS).flatMap(mergeWords));
  if (merges.length > MOST_STEPS) lines.push(`And ${merges.length - MOST_STEPS} further steps.`);
  for (const { steps } of ladder?.circles ?? []) {
    const round = steps
      .slice(0, MOST_STEPS)
      .map(({ from, to }) => `${nameOf(from, '?')} cites ${nameOf(to, '?')}`);
    if (round.length > 0) lines.push(`They cite one another round: ${listed(round)}.`);
  }
  if (ladder?.root !== undefined) {
    lines.push(`All roads lead to one utterance: ${nameOf(ladder.root.name, 'not named')}.`);
  }
  for (const wire of wires.slice(0, MOST_STEPS)) {
    const { lead, rest } = wireWords(wire);
    lines.push(`${lead} ${nameOf(wire.name, 'a wire')}${rest}.`);
  }
  return lines;
}

function mergeWords({ aName, bName, reason, sure, evidence }: MergeView): string[] {
  const names = `${nameOf(aName, '?')} and ${nameOf(bName, '?')}`;
  const step = `${names} count as one, ${sure ? 'surely' : 'perhaps'}: ${MERGE_WORDS[reason]}.`;
  const shown = evidence[0];
  const words = excerptOf(shown?.text);
  if (shown === undefined || words === undefined) return [step];
  return [step, `Shown by ${nameOf(shown.outlet, 'an outlet')}: “${words}”`];
}
