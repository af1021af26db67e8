/**
 * A source that was heard regularly and is heard no more. Value: the present gap over its usual one, which
 * for 95 % of the time it did not exceed. Gaps count by their length, not one by one: of an outlet with ten
 * items a workday a weekend is one gap in fifty, yet a third of the week.
 */
import type { Observation } from '../../domain/alerts.ts';
import { DAY, finding, where } from './finding.ts';

export interface SourceFacts {
  readonly source: string;
  readonly outlet: string;
  /** When it named something new, milliseconds since the epoch, ascending. */
  readonly namedAt: readonly number[];
  readonly polledAt: number | undefined;
  readonly answeredAt: number | undefined;
  readonly now: number;
}

/** Gaps that must be known. */
const LEAST_GAPS = 5;
/** Shorter gaps than half a day say nothing: a newsroom sleeps. */
const LEAST_USUAL = DAY / 2;
/** Times of fewer days may hold no weekend: then one is taken for usual, Friday evening to Monday morning. */
const WEEKS_SHOWN = 14 * DAY;
const WEEKEND = 2.75 * DAY;
const SHARE = 0.95;

/**
 * The gap, in milliseconds, that a source stood in no longer one for 95 % of the time: the length-weighted
 * quantile. Undefined where too few gaps are known to call any usual. O(n log n).
 */
export function usualGap(namedAt: readonly number[]): number | undefined {
  const gaps = namedAt.slice(1).map((at, i) => at - namedAt[i]!);
  if (gaps.length < LEAST_GAPS) return undefined;
  const known = namedAt.at(-1)! - namedAt[0]!;
  const least = known < WEEKS_SHOWN ? WEEKEND : LEAST_USUAL;
  let covered = 0;
  for (const gap of gaps.sort((a, b) => a - b)) {
    covered += gap;
    if (covered >= SHARE * known) return Math.max(gap, least);
  }
  return least;
}

export function observeSilence(facts: SourceFacts): Observation {
  const { source, outlet, namedAt, answeredAt, now } = facts;
  const usual = usualGap(namedAt);
  const last = namedAt.at(-1) ?? now;
  const value = usual === undefined ? 0 : Math.round(((now - last) / usual) * 10) / 10;
  const ref = { kind: 'source', source } as const;
  return {
    measure: 'source-silent',
    unit: `source:${source}`,
    subject: outlet,
    value,
    at: now,
    findings: [
      finding('quiet-since', { outlet, day: new Date(last).toISOString().slice(0, 10) }, [ref]),
      ...where(usual !== undefined, () =>
        finding('usual-gap', { days: Math.round((usual! / DAY) * 10) / 10 }, [ref]),
      ),
    ],
    counter: where(answeredAt !== undefined && answeredAt > last, () =>
      finding('source-answers', { outlet }),
    ),
    confidence: namedAt.length > 20 ? 'very likely' : 'likely',
  };
}
