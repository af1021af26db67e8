/** What the desk has seen of an outlet, for a terminal: counts first, rates with their intervals. */
import type { Graded, OutletProfile, Proportion, Reliability } from '../../domain/judgement.ts';
import { estimateOf } from '../estimates.ts';
import { RELIABILITY_WORDS } from '../judgement-wording.ts';
import { durationWords } from '../moments.ts';
import { counted, figure, percent } from '../wording.ts';
import { foreign, type Ink } from './ink.ts';

/** Partners shown on each side. */
const PARTNERS = 5;

/** Source reliability, on its own axis; the reasons are sentences. */
export function reliabilityLines({ grade, reasons }: Graded<Reliability>, ink: Ink): string[] {
  return [
    `  source       ${ink.bold(grade)} ${RELIABILITY_WORDS[grade]} (Admiralty code, first axis)`,
    ...reasons.map((reason) => ink.dim(`               ${foreign(reason.en)}`)),
  ];
}

/** The profile as lines; what never came up is left out. */
export function profileLines(profile: OutletProfile, ink: Ink): string[] {
  const { articles, carried, earliest, reprints, ownCopies, lag, credits, refuted, corrected } =
    profile;
  if (articles === 0) return ['  on this desk no article of it'];
  const rate = (words: string, proportion: Proportion): string[] =>
    proportion.n === 0 ? [] : [`               ${words}: ${proportionWords(proportion)}`];
  return [
    `  on this desk ${counted(articles, 'article')}, ${counted(carried, 'place')} in cascades, ${counted(earliest, 'time')} earliest seen, ${counted(reprints, 'reprint')} of others, ${counted(ownCopies, 'copy', 'copies')} of its own`,
    ...partnerLines('reprints', profile.from, ink),
    ...partnerLines('reprinted by', profile.by, ink),
    ...(lag === undefined ? [] : [`               median delay: ${lagBounds(lag)}`]),
    ...rate('left out where the text came from', credits.dropped),
    ...rate('carried what a fact-check had refuted before', refuted.before),
    ...rate('carried what a fact-check refuted later', refuted.later),
    ...rate('articles corrected, and said so', corrected.said),
    ...rate('articles changed silently', corrected.silently),
    ...rate('of what was judged, passed on without doubt', profile.stances.amplifies),
    ink.dim('               Parents are leads; what the desk has read is no sample of anything.'),
  ];
}

/**
 * `3 of 12 (25 %, 95 % interval 9 % to 53 %: of the next one, unlikely to roughly even chance)`; without
 * a rate where there are too few. The words are those of ICD 203 for the interval.
 */
export function proportionWords({ count, n, rate }: Proportion): string {
  const of = `${figure(count)} of ${figure(n)}`;
  if (rate === undefined) return `${of} (too few for a rate)`;
  const next = estimateOf(rate.low, rate.high);
  const words = next === undefined ? '' : `: of the next one, ${next}`;
  return `${of} (${percent(rate.share)}, 95 % interval ${percent(rate.low)} to ${percent(rate.high)}${words})`;
}

function partnerLines(label: string, partners: OutletProfile['from'], ink: Ink): string[] {
  if (partners.length === 0) return [];
  const shown = partners
    .slice(0, PARTNERS)
    .map(({ publisher, reprints }) => `${foreign(publisher)} ${figure(reprints.count)}`);
  const more = partners.length - shown.length;
  return [
    `               ${label}: ${shown.join(', ')}${more > 0 ? ink.dim(` and ${figure(more)} more`) : ''}`,
  ];
}

function lagBounds({ min, max }: { readonly min: number; readonly max: number }): string {
  const [low, high] = [
    durationWords(Math.max(0, min), 'down'),
    durationWords(Math.max(0, max), 'up'),
  ];
  return low === high ? low : `${low} to ${high}`;
}
