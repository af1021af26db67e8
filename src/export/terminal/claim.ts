/** A judged claim for a terminal: checks in the checkers' own words, who carries it, its ladder. */
import type { Verdict } from '../../domain/checks.ts';
import type { DebunkedBefore } from '../../domain/judgement.ts';
import type {
  CarrierView,
  CheckView,
  ClaimJudgedView,
  ConflictView,
} from '../../domain/judgement-views.ts';
import {
  CONFLICT_WORDS,
  CREDIBILITY_WORDS,
  ECHO_STANCE_WORDS,
  VERDICT_WORDS,
} from '../judgement-wording.ts';
import { durationWords, momentWords } from '../moments.ts';
import { counted, figure, percent } from '../wording.ts';
import { clipped, foreign, type Ink } from './ink.ts';
import { evidenceLine, ladderLines } from './ladder.ts';

/** Carriers and conflicts shown; more are counted. */
const SHOWN = 20;
const CLAIM_WIDTH = 240;
const QUOTE_WIDTH = 160;
/** In milliseconds. */
const DAY = 86_400_000;

/** A claim with everything judged of it; `known`: fact-checks that the desk keeps. */
export function claimText(view: ClaimJudgedView, known: number, ink: Ink): string {
  return [
    `“${ink.bold(clipped(foreign(view.claim), CLAIM_WIDTH))}”`,
    ...claimLines(view, known, ink),
  ].join('\n');
}

/** All but the claim itself. */
export function claimLines(view: ClaimJudgedView, known: number, ink: Ink): string[] {
  const { carriers, conflicts, ladder } = view;
  const ladderPart = ladder === undefined ? [] : ['', ...ladderLines(ladder, ink, 'units')];
  return [
    ...checkLines(view.checks, known, ink),
    ...credibilityLines(view, ink),
    '',
    ...carriersLines(
      'Carried by',
      carriers.filter(({ sure }) => sure),
      view.checks,
      ink,
    ),
    ...carriersLines(
      'Perhaps carried by',
      carriers.filter(({ sure }) => !sure),
      view.checks,
      ink,
    ),
    ...(carriers.length === 0 ? ['  No article of this desk was found to carry it.'] : []),
    ...conflicts.slice(0, SHOWN).flatMap((conflict) => conflictLines(conflict, ink)),
    ...ladderPart,
  ];
}

/** The fact-checks that match, or that none does. */
export function checkLines(checks: readonly CheckView[], known: number, ink: Ink): string[] {
  if (known === 0)
    return ['  checks       this desk keeps no fact-checks yet (atalaya checks FILES)'];
  if (checks.length === 0)
    return [`  checks       none of ${counted(known, 'fact-check')} matches`];
  return [
    `  checks       ${figure(checks.length)} of ${counted(known, 'fact-check')} ${checks.length === 1 ? 'matches' : 'match'}:`,
    ...checks.flatMap((check) => checkEntry(check, ink)),
  ];
}

function checkEntry(check: CheckView, ink: Ink): string[] {
  const { checker, checked, claimed, claim, url, confidence, list } = check;
  const when =
    checked !== undefined
      ? momentWords(checked).main
      : claimed !== undefined
        ? `on a claim of ${momentWords(claimed).main}`
        : 'date not stated';
  const from = list === undefined || list === checker ? '' : `, in ${foreign(list)}`;
  return [
    `    ${ink.bold(ratingWords(check))} · ${foreign(checker)}${from}, ${when} · likeness ${percent(confidence)}`,
    `      checked: “${clipped(foreign(claim), QUOTE_WIDTH)}”`,
    ink.dim(`      ${foreign(url ?? check.capture.origin)}  SHA-256 ${check.capture.digest}`),
  ];
}

/** The checker's own words first, and what they come down to. */
function ratingWords({ rating, ratingScale, verdict, registered }: CheckView): string {
  const own =
    rating ??
    (ratingScale &&
      `${ratingScale.value} on a scale from ${ratingScale.worst} to ${ratingScale.best}`);
  if (own === undefined) return registered ? 'listed as disinformation' : 'no rating stated';
  return `“${foreign(own)}” (${VERDICT_WORDS[verdict ?? ('other' satisfies Verdict)]})`;
}

/** Information credibility, on its own axis; the reasons are sentences. */
export function credibilityLines(
  { credibility: { grade, reasons } }: ClaimJudgedView,
  ink: Ink,
): string[] {
  return [
    `  information  ${ink.bold(`${grade}`)} ${CREDIBILITY_WORDS[grade]} (Admiralty code, second axis)`,
    ...reasons.map((reason) => ink.dim(`               ${foreign(reason.en)}`)),
  ];
}

function carriersLines(
  label: string,
  carriers: readonly CarrierView[],
  checks: readonly CheckView[],
  ink: Ink,
): string[] {
  if (carriers.length === 0) return [];
  const more = carriers.length - SHOWN;
  return [
    `  ${label} ${counted(carriers.length, 'article')}, by date:`,
    ...carriers.slice(0, SHOWN).flatMap((carrier) => carrierLines(carrier, checks, ink)),
    ...(more > 0 ? [ink.dim(`    … and ${figure(more)} more`)] : []),
  ];
}

function carrierLines(
  { article, passages, stance, debunked, confidence }: CarrierView,
  checks: readonly CheckView[],
  ink: Ink,
): string[] {
  const treats = ECHO_STANCE_WORDS[stance.stance];
  const [first, ...rest] = passages;
  const quoted =
    first === undefined ? [] : [`      “${clipped(foreign(first.text), QUOTE_WIDTH)}”`];
  const more =
    rest.length > 0 ? [ink.dim(`      and in ${counted(rest.length, 'more passage')}`)] : [];
  const sure = confidence === undefined ? '' : ink.dim(` · likeness ${percent(confidence)}`);
  // That it is attributed stands in the passage itself; a verdict may stand elsewhere.
  const isPlain = stance.stance === 'repeats' || stance.stance === 'attributes';
  const shown = isPlain ? [] : stance.evidence.slice(0, 2);
  return [
    `    ${momentWords(article.published).main}  ${ink.bold(foreign(article.outlet))}  ${stance.amplifies ? treats : ink.warn(treats)}${sure}  ${ink.dim(article.id)}`,
    ...quoted,
    ...more,
    ...(stance.headline === undefined
      ? []
      : [ink.dim(`      by its headline: “${foreign(stance.headline)}”`)]),
    ...shown.map((one) => evidenceLine(one, '    ', ink)),
    ...(debunked === undefined ? [] : [debunkedLine(debunked, checks, ink)]),
  ];
}

function debunkedLine(
  { check, days: { min, max } }: DebunkedBefore,
  checks: readonly CheckView[],
  ink: Ink,
): string {
  const checker = foreign(checks.find(({ id }) => id === check)?.checker ?? check);
  const words = (days: number): string => durationWords(days * DAY, 'down');
  if (min > 0)
    return ink.warn(`      published ${words(min)} or more after the check by ${checker}`);
  if (max < 0)
    return ink.dim(`      published ${words(-max)} or more before the check by ${checker}`);
  return ink.dim(`      published about when ${checker} checked it: the order is open`);
}

function conflictLines({ kind, subject, sides }: ConflictView, ink: Ink): string[] {
  const values = sides.map(({ value }) => foreign(value.en)).join(' | ');
  return [
    `  ${ink.warn('conflict')}     ${CONFLICT_WORDS[kind]}${kind === 'figure' ? '' : `, ${foreign(subject.en)}`}: ${ink.bold(values)}`,
    ...sides.flatMap(({ evidence }) =>
      evidence.slice(0, 1).map((one) => evidenceLine(one, '    ', ink)),
    ),
  ];
}
