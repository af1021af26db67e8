/**
 * What the desk has seen of each publisher: whom it reprints and who reprints it, how late, how much
 * changed, with credit or without, how often what fact-checks refute. Cascades are added one by one;
 * memory is constant a publisher and a pair of publishers, whatever the number of cascades. Counts
 * describe what the desk has read, which is no sample of anything: rates carry their interval.
 */
import { ECHO_STANCES, type OutletProfile, type ReprintPartner } from '../../domain/judgement.ts';
import type { Cascade } from '../../domain/trace.ts';
import { proportionOf } from './proportion.ts';
import { medianOf } from './quantiles.ts';
import {
  addCarried,
  addReprint,
  addReprinted,
  type MemberFacts,
  noTallies,
  type Tallies,
} from './tallies.ts';

/** Of one publisher's articles on the desk; a correction is counted once an article. */
export interface ArticleCounts {
  readonly articles: number;
  /** Those that the desk looked at again after it first kept them. */
  readonly followed: number;
  /** Those of them that changed, the publisher saying so. */
  readonly said: number;
  /** Those that changed and never say so. An article that does both counts as said. */
  readonly silently: number;
}

/** Of the publishers of the cascades added so far. */
export type Profiles = Map<string, Tallies>;

export function openProfiles(): Profiles {
  return new Map();
}

/** Adds what one cascade tells of the publishers of its members. */
export function addCascade(profiles: Profiles, cascade: Cascade, facts: MemberFacts): void {
  for (const echo of cascade.echoes) {
    const publisher = facts.publisherOf(echo.article);
    if (publisher === undefined) continue;
    const own = talliesOf(profiles, publisher);
    const parent = echo.parent && facts.publisherOf(echo.parent.article);
    if (parent === publisher) {
      own.ownCopies++;
      continue;
    }
    addCarried(own, echo.article, facts);
    if (parent === undefined) continue;
    addReprint(own, echo, parent);
    addReprinted(talliesOf(profiles, parent), publisher);
  }
  const [first, ...rest] = cascade.earliest;
  const alone = first !== undefined && rest.length === 0 ? facts.publisherOf(first) : undefined;
  if (alone !== undefined) talliesOf(profiles, alone).earliest++;
}

/** The profile of one publisher; all counts are 0 where no cascade holds it. */
export function profileOf(
  profiles: Profiles,
  publisher: string,
  { articles, followed, said, silently }: ArticleCounts,
): OutletProfile {
  const own = profiles.get(publisher) ?? noTallies();
  const least = medianOf(own.leastLags);
  const greatest = medianOf(own.greatestLags);
  const judged = ECHO_STANCES.reduce((sum, stance) => sum + own.stances[stance], 0);
  return {
    publisher,
    articles,
    carried: own.carried,
    earliest: own.earliest,
    reprints: own.reprints,
    ownCopies: own.ownCopies,
    from: partners(own.from, own.reprints),
    by: partners(own.by, own.reprinted),
    ...(least && greatest && { lag: { min: least.min, max: greatest.max } }),
    copyTypes: { ...own.copyTypes },
    credits: {
      dropped: proportionOf(own.dropped, own.reprints - own.unknownCredit),
      unknown: own.unknownCredit,
    },
    refuted: {
      before: proportionOf(own.before, own.stoodBy),
      later: proportionOf(own.later, own.stoodBy),
      unordered: proportionOf(own.unordered, own.stoodBy),
    },
    corrected: {
      said: proportionOf(said, followed),
      silently: proportionOf(silently, followed),
    },
    stances: { amplifies: proportionOf(own.amplified, judged), counts: { ...own.stances } },
  };
}

function partners(counts: ReadonlyMap<string, number>, n: number): ReprintPartner[] {
  return [...counts]
    .sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1))
    .map(([publisher, count]) => ({ publisher, reprints: proportionOf(count, n) }));
}

function talliesOf(profiles: Profiles, publisher: string): Tallies {
  const known = profiles.get(publisher);
  if (known !== undefined) return known;
  const fresh = noTallies();
  profiles.set(publisher, fresh);
  return fresh;
}
