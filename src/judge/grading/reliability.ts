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
import { SPANISH_AFFILIATIONS } from '../../domain/spanish-words.ts';
import type { OutletFact } from '../../domain/watch.ts';
import type { Worded } from '../../domain/worded.ts';
import { proportionOf } from '../profile/proportion.ts';
import { sourceWords, stateHands } from './hands.ts';
import { type Leaning, type Listing, listingsOf } from './listings.ts';
import { recordOf } from './record.ts';
import { spanishCount } from './spanish-figures.ts';

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
  if (listed.contradictory) reasons.push(CONTRADICTORY);
  if (judged === undefined) {
    return { grade: 'F', reasons: [...reasons, missing(history, listed.contradictory)] };
  }
  if (hands.length === 0 || judged !== 'B') return { grade: judged, reasons };
  return { grade: 'C', reasons: [...reasons, PARTY] };
}

const CONTRADICTORY: Worded = {
  en: 'The lists contradict one another on what it prints.',
  es: 'Las listas se contradicen sobre lo que publica.',
};
const PARTY: Worded = {
  en: 'It is a party to what concerns that state, so it is graded no better than C.',
  es: 'Es parte en lo que concierne a ese Estado, así que no se califica mejor que C.',
};
const LEANINGS: Readonly<Record<Leaning, Worded>> = {
  for: { en: 'for', es: 'a favor' },
  against: { en: 'against', es: 'en contra' },
};

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

function listingWords({ leaning, labels, fact: { source, domain } }: Listing): Worded {
  const [list, said] = [sourceWords(source), labels.join(', ')];
  const way = LEANINGS[leaning];
  return {
    en: `${list} speaks ${way.en} what ${domain} prints: ${said}.`,
    es: `${list} habla ${way.es} de lo que publica ${domain}: ${said}.`,
  };
}

/** Every stated affiliation, so that sources which differ stand side by side. */
function handWords(facts: readonly OutletFact[]): Worded[] {
  return facts.flatMap(({ affiliation, domain, source }) => {
    if (affiliation === undefined || affiliation === 'unknown') return [];
    const list = sourceWords(source);
    return [
      {
        en: `${list} states of ${domain}: ${affiliation}.`,
        es: `${list} dice de ${domain}: ${SPANISH_AFFILIATIONS[affiliation]}.`,
      },
    ];
  });
}

function missing(history: OutletProfile | undefined, contradictory: boolean): Worded {
  const carried = history?.carried ?? 0;
  const lists = contradictory ? LISTS_APART : NO_LIST;
  const seen = spanishCount(carried, 'pasaje compartido', 'pasajes compartidos');
  return {
    en: `There is too little to go by: ${carried} passages carried with others on this desk, and ${lists.en}.`,
    es: `Hay muy poco en que basarse: ${seen} con otros en esta mesa, y ${lists.es}.`,
  };
}

const LISTS_APART: Worded = {
  en: 'lists that contradict one another',
  es: 'listas que se contradicen',
};
const NO_LIST: Worded = {
  en: 'no list on what it prints',
  es: 'ninguna lista sobre lo que publica',
};
