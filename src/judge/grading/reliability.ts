/**
 * How far a publisher can be relied on: first axis of the Admiralty code (NATO AJP-2.1: A completely
 * reliable, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged). It speaks
 * of the source, never of what it says now, and is never merged with the second axis.
 *
 * - The record on the desk grades (record.ts). Without a record and without listings it is F: F is "not
 *   used before", no reproach.
 * - Lists that speak of what it prints grade where the record does not: C where they speak for it, D
 *   where they speak against it; F where they contradict one another. Where list and record differ,
 *   the worse stands; both are told.
 * - State control alone is no unreliability: many a state's outlet reports weather, sport and verdicts
 *   exactly. But on what concerns that state it is a party, so it is never better than C. The same
 *   holds for every state.
 */
import type { Graded, OutletProfile, Proportion, Reliability } from '../../domain/judgement.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { proportionOf } from '../profile/proportion.ts';
import { sourceWords, stateHands } from './hands.ts';
import { type Listing, listingsOf } from './listings.ts';
import { recordOf } from './record.ts';

/**
 * The grade of the publisher that `facts` are stated of, with `history` from the desk, if there is any.
 * Facts that contradict one another all stand in the reasons; each names who states it.
 */
export function reliabilityOf(
  facts: readonly OutletFact[],
  history?: OutletProfile,
): Graded<Reliability> {
  const record = history && recordOf(history, everRefuted(history));
  const listings = listingsOf(facts);
  const listed = listedGrade(listings);
  const hands = stateHands(facts);
  const reasons = [...(record?.reasons ?? []), ...listings.map(listingWords), ...handWords(facts)];
  const judged = worse(record?.grade, listed.grade);
  if (listed.contradictory) reasons.push('The lists contradict one another on what it prints.');
  if (judged === undefined) {
    return { grade: 'F', reasons: [...reasons, missing(history, listed.contradictory)] };
  }
  if (hands.length === 0 || judged !== 'B') return { grade: judged, reasons };
  const party = 'It is a party to what concerns that state, so it is graded no better than C.';
  return { grade: 'C', reasons: [...reasons, party] };
}

function everRefuted({ refuted: { before, later, unordered } }: OutletProfile): Proportion {
  return proportionOf(before.count + later.count + unordered.count, before.n);
}

function listedGrade(listings: readonly Listing[]): {
  grade: 'C' | 'D' | undefined;
  contradictory: boolean;
} {
  const pro = listings.some(({ leaning }) => leaning === 'for');
  const contra = listings.some(({ leaning }) => leaning === 'against');
  if (pro && contra) return { grade: undefined, contradictory: true };
  return { grade: contra ? 'D' : pro ? 'C' : undefined, contradictory: false };
}

/** A list in favour does not pull a better record down. */
function worse(
  record: 'B' | 'C' | 'D' | 'E' | undefined,
  listed: 'C' | 'D' | undefined,
): 'B' | 'C' | 'D' | 'E' | undefined {
  if (record === undefined || listed === undefined) return record ?? listed;
  return listed === 'D' && record < 'D' ? 'D' : record;
}

function listingWords({ leaning, labels, fact: { source, domain } }: Listing): string {
  return `${sourceWords(source)} speaks ${leaning} what ${domain} prints: ${labels.join(', ')}.`;
}

/** Every stated affiliation, so that sources which differ stand side by side. */
function handWords(facts: readonly OutletFact[]): string[] {
  return facts.flatMap(({ affiliation, domain, source }) =>
    affiliation === undefined || affiliation === 'unknown'
      ? []
      : [`${sourceWords(source)} states of ${domain}: ${affiliation}.`],
  );
}

function missing(history: OutletProfile | undefined, contradictory: boolean): string {
  const seen = `${history?.carried ?? 0} passages carried with others`;
  const lists = contradictory ? 'lists that contradict one another' : 'no list on what it prints';
  return `There is too little to go by: ${seen} on this desk, and ${lists}.`;
}
