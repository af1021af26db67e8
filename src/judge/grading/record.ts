/**
 * What a publisher's own record on the desk says of its reliability. NATO's wording asks for past
 * use ("proved more often than not to be unreliable"), so only counted behaviour grades here. A bad
 * mark asks for the lower end of the 95 % interval, a good one for the upper: a few cases move
 * nothing. The thresholds are ours; no standard sets any.
 *
 * - E: after a check was out, it went on to carry what is refuted, in 10 % of cases or more.
 * - D: the same in 2 % or more; or 10 % of what it carried was refuted at some time.
 * - B: 5 % or less was ever refuted; of its reprints it names the source more often than not; and
 *   silent changes stay below 10 % of the articles looked at again.
 * - C: 15 % or less was ever refuted.
 *
 * B and C ask for one refuted case at least: without any, fact-checkers have perhaps never looked at it,
 * and the grade would be a reward for that. A is never given: that few of its claims were refuted does not show that they were right, since
 * fact-checkers look at few of them. A person may.
 */
import type { OutletProfile, Proportion, Reliability } from '../../domain/judgement.ts';
import type { Worded } from '../../domain/worded.ts';
import { PERCENT, spanishCount, spanishFigure, spanishTenths } from './spanish-figures.ts';

const REPEATED_E = 0.1;
const REPEATED_D = 0.02;
const REFUTED_D = 0.1;
const REFUTED_B = 0.05;
const REFUTED_C = 0.15;
const DROPPED = 0.5;
const SILENT = 0.1;

/** What is counted of it, as a reason says it. */
const CASES = {
  before: {
    en: 'it carried what a fact-check had refuted before',
    es: 'publicó lo que una verificación ya había desmentido',
  },
  ever: {
    en: 'it carried what fact-checks refute, before or later',
    es: 'publicó lo que las verificaciones desmienten, antes o después',
  },
  dropped: {
    en: 'it left out where the text came from',
    es: 'omitió de dónde venía el texto',
  },
  silently: {
    en: 'it changed an article without saying so',
    es: 'cambió un artículo sin decirlo',
  },
} as const satisfies Readonly<Record<string, Worded>>;

/** What the record alone amounts to. */
export interface TrackRecord {
  /** Undefined: too few cases to say anything. */
  readonly grade: Extract<Reliability, 'B' | 'C' | 'D' | 'E'> | undefined;
  readonly reasons: readonly Worded[];
}

/** Grade by the record alone. `ever`: the share of what it carried that is refuted, at any time. */
export function recordOf(profile: OutletProfile, ever: Proportion): TrackRecord {
  const { before } = profile.refuted;
  const { dropped } = profile.credits;
  const { silently } = profile.corrected;
  const reasons = [
    ...spoken(CASES.before, before),
    ...spoken(CASES.ever, ever),
    ...spoken(CASES.dropped, dropped),
    ...spoken(CASES.silently, silently),
  ];
  return { grade: gradeOf(before, ever, dropped, silently), reasons };
}

function gradeOf(
  before: Proportion,
  ever: Proportion,
  dropped: Proportion,
  silently: Proportion,
): TrackRecord['grade'] {
  if (low(before) >= REPEATED_E) return 'E';
  if (low(before) >= REPEATED_D || low(ever) >= REFUTED_D) return 'D';
  // Where no check treats anything of it, that nothing was refuted shows nothing.
  if (ever.count === 0 || ever.rate === undefined || ever.rate.high > REFUTED_C) return undefined;
  // Who reprints next to nothing has no sources to name: no rate is no mark.
  const names = (dropped.rate?.high ?? 0) <= DROPPED;
  return ever.rate.high <= REFUTED_B && names && low(silently) < SILENT ? 'B' : 'C';
}

/** No rate is no mark: the least that can be the case. */
function low({ rate }: Proportion): number {
  return rate?.low ?? 0;
}

/** `In 3 of 40 cases it … (7.5 %; 95 % interval 2.6 to 19.9 %).` Nothing where there was no case. */
function spoken(what: Worded, { count, n, rate }: Proportion): Worded[] {
  if (n === 0) return [];
  const en = `In ${count} of ${n} cases ${what.en}`;
  const es = `En ${spanishFigure(count)} de ${spanishCount(n, 'caso', 'casos')} ${what.es}`;
  if (rate === undefined) {
    return [{ en: `${en}: too few for a rate.`, es: `${es}: muy pocos para una tasa.` }];
  }
  const [share, low, high] = [tenths(rate.share), tenths(rate.low), tenths(rate.high)];
  const [of, from, to] = [spanishTenths(share), spanishTenths(low), spanishTenths(high)];
  return [
    {
      en: `${en} (${share} %; 95 % interval ${low} to ${high} %).`,
      es: `${es} (${of}${PERCENT}; intervalo del 95${PERCENT}: de ${from} a ${to}${PERCENT}).`,
    },
  ];
}

function tenths(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
