/**
 * People expelled elsewhere that growth in the host coincides with. Value: the smaller of what was surely
 * expelled and what surely grew, since no more can have to do with one another.
 */
import type { Observation } from '../../domain/alerts.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { PresenceUnit, StateCode } from '../../domain/reading.ts';
import { finding, where } from './finding.ts';

/** `atMost` null: no upper end can be stated. */
export interface CountRange {
  readonly atLeast: number;
  readonly atMost: number | null;
}

export interface DisplacementFacts {
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly unit: PresenceUnit;
  readonly expelled: CountRange;
  /** States that expelled. */
  readonly places: number;
  /** In this host. */
  readonly grown: CountRange;
  /** The share of those expelled that no growth elsewhere could answer for, at least, 0–1. */
  readonly unobservedShare: number | undefined;
  readonly unverified: boolean;
  readonly sentences: readonly string[];
  readonly rivals: readonly string[];
  readonly expulsions: readonly EntryId[];
  readonly growth: readonly EntryId[];
  readonly at: number;
}

export function observeDisplacement(facts: DisplacementFacts): Observation {
  const { sender, host, unit, expelled, places, grown, unobservedShare, unverified } = facts;
  const entries = (ids: readonly EntryId[]) =>
    ids.map((entry) => ({ kind: 'entry', entry }) as const);
  return {
    measure: 'displacement',
    unit: `pair:${sender}>${host}:${unit}`,
    subject: `${sender} in ${host}`,
    value: Math.min(expelled.atLeast, grown.atLeast),
    at: facts.at,
    findings: [
      finding(
        'expelled-elsewhere',
        { people: expelled.atLeast, places, unit },
        entries(facts.expulsions),
      ),
      finding('grew-here', { people: grown.atLeast, unit, host }, entries(facts.growth)),
    ],
    counter: [
      ...where(unobservedShare !== undefined && unobservedShare > 0, () =>
        finding('unobserved-share', { percent: Math.round(unobservedShare! * 100) }),
      ),
      ...where(unverified, () => finding('unit-unverified', { series: 1 })),
    ],
    confidence: 'roughly even chance',
  };
}
