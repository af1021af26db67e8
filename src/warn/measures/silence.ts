/**
 * A source that was heard regularly and is heard no more. Value: the present gap over the gap that nineteen
 * in twenty of its gaps did not exceed; nights and weekends are in those gaps.
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
const SHARE = 0.95;

/** Undefined where too few gaps are known to call any usual. */
export function usualGap(namedAt: readonly number[]): number | undefined {
  const gaps = namedAt.slice(1).map((at, i) => at - namedAt[i]!);
  if (gaps.length < LEAST_GAPS) return undefined;
  const sorted = gaps.sort((a, b) => a - b);
  return Math.max(sorted[Math.ceil(SHARE * sorted.length) - 1]!, LEAST_USUAL);
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
