/** The independence ladder for a terminal: rungs from many to few, each with the steps that led to it. */
import type { EvidenceView, LadderView, MergeView, RungView } from '../../domain/ladder-views.ts';
import { MERGE_WORDS } from '../judgement-wording.ts';
import { boundsWords, ladderLine } from '../ladder-wording.ts';
import { counted, figure } from '../wording.ts';
import { clipped, foreign, type Ink } from './ink.ts';

/** Units and steps shown of a rung; more are counted. */
const SHOWN = 12;
const QUOTE_WIDTH = 120;

/** How much of a ladder is told: its bounds, what counts as one, or every step with its passages. */
export type LadderDetail = 'line' | 'units' | 'steps';

/** The ladder as lines. */
export function ladderLines(ladder: LadderView, ink: Ink, detail: LadderDetail): string[] {
  const all = detail === 'steps';
  if (detail === 'line') return [`  ${ladderLine(ladder)}`, ...rootLines(ladder, ink, false)];
  return [
    ...ladder.rungs.flatMap((rung, depth) => rungLines(rung, depth, ink, all)),
    ...rootLines(ladder, ink, all),
    ...circleLines(ladder, ink),
  ];
}

function rungLines(
  { kind, bounds, units, merges }: RungView,
  depth: number,
  ink: Ink,
  all: boolean,
): string[] {
  const pad = '  '.repeat(depth + 1);
  const head = `${pad}${depth === 0 ? '' : '└ '}${ink.bold(boundsWords(bounds, kind))}`;
  if (kind === 'articles') return [head];
  const inner = `${pad}    `;
  const steps = all ? merges : [];
  const shown = units.slice(0, SHOWN).map(({ name, articles }) => {
    const many = articles.length === 1 ? '' : ink.dim(` (${counted(articles.length, 'article')})`);
    return `${inner}${foreign(name)}${many}`;
  });
  return [
    head,
    ...shown,
    ...moreLine(units.length - shown.length, inner, 'more', ink),
    ...steps.slice(0, SHOWN).flatMap((merge) => mergeLines(merge, inner, ink)),
    ...moreLine(steps.length - SHOWN, inner, 'more such steps', ink),
  ];
}

function moreLine(more: number, pad: string, words: string, ink: Ink): string[] {
  return more > 0 ? [ink.dim(`${pad}… and ${figure(more)} ${words}`)] : [];
}

function mergeLines(merge: MergeView, pad: string, ink: Ink): string[] {
  const { aName, bName, reason, sure, note, evidence } = merge;
  const sign = sure ? '=' : ink.warn('≈');
  const names = aName === bName ? foreign(aName) : `${foreign(aName)} ${sign} ${foreign(bName)}`;
  const more = note === undefined ? '' : ` (${foreign(note.en)})`;
  const words = `${MERGE_WORDS[reason]}${more}${sure ? '' : ink.warn(', perhaps')}`;
  return [`${pad}${names}: ${words}`, ...evidence.map((one) => evidenceLine(one, pad, ink))];
}

/** One passage with the article in which it stands. */
export function evidenceLine(
  { article, outlet, text, hiddenWords }: EvidenceView,
  pad: string,
  ink: Ink,
): string {
  const piece = clipped(foreign(text), QUOTE_WIDTH);
  const cut = hiddenWords > 0 && !piece.endsWith('…') ? ' …' : '';
  return ink.dim(`${pad}    ${foreign(outlet)} ${article}: “${piece}${cut}”`);
}

function rootLines({ root }: LadderView, ink: Ink, all: boolean): string[] {
  if (root === undefined) return [];
  return [
    `  All roads lead to one utterance: ${ink.bold(foreign(root.name))}`,
    ...(all ? root.evidence.slice(0, SHOWN) : []).map((one) => evidenceLine(one, '  ', ink)),
  ];
}

/** `A → B → A`, and by which words each cites the next. */
function circleLines({ circles }: LadderView, ink: Ink): string[] {
  return circles
    .slice(0, SHOWN)
    .flatMap(({ steps }) => [
      `  ${ink.warn('Circular:')} ${[...steps.map(({ from }) => from), steps[0]?.from ?? ''].map(foreign).join(' → ')} (each cites the next)`,
      ...steps.map(({ evidence }) => evidenceLine(evidence, '  ', ink)),
    ]);
}
