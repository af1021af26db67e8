/**
 * What stands behind a noun of staff: "diplomáticos rusos", "сотрудников российского посольства",
 * "agents registered at the embassy in Madrid".
 */
import { sentenceEnd } from './bounds.ts';
import type { Page } from './page.ts';
import { type StaffFacts, type StaffTask, takeUnitWord } from './staff-facts.ts';
import { isHead } from './staff-heads.ts';
import type { StateRef } from './state-refs.ts';

/** Words behind the noun that are looked at. */
const BEHIND = 14;

/** The preposition that leads to the next word: of whom, or where. */
type Lead = 'none' | 'of' | 'in';

/** Reads the words behind the noun. */
export function readRight(task: StaffTask, facts: StaffFacts): void {
  const { page, missionAt, head, headLast } = task;
  const end = Math.min(sentenceEnd(page, head), headLast + BEHIND);
  let lead: Lead = 'none';
  for (let at = headLast; at < end; at++) {
    const mission = missionAt(at);
    const ref = page.refAt(at);
    if (mission !== undefined && !mission.plural) {
      const joined = lead !== 'none' || page.document.language === 'ru';
      if (!joined || facts.mission !== undefined) break;
      facts.mission = mission;
      facts.last = Math.max(mission.last, mission.headLast);
    } else if (ref !== undefined) {
      if (!takesRef(page, ref, lead, facts)) break;
      facts.last = ref.last;
    } else {
      const next = stepRight(task, at, facts, lead);
      if (next === undefined) break;
      lead = next;
      continue;
    }
    at = facts.last - 1;
    lead = 'none';
  }
}

/** Takes a state behind the noun: "diplomáticos rusos", "дипломатов России", "in Mexico City". */
function takesRef(page: Page, ref: StateRef, lead: Lead, facts: StaffFacts): boolean {
  const { language } = page.document;
  if (lead === 'in') {
    if (facts.place !== undefined || facts.mission?.host !== undefined) return false;
    facts.place = ref;
    return true;
  }
  if (facts.sender !== undefined || facts.mission !== undefined) return false;
  // "withdrew its envoy from Kigali".
  if (lead === 'of' && (facts.own || ref.form === 'place')) return false;
  if (lead === 'none' && language === 'en') return false;
  if (lead === 'none' && language === 'es' && ref.form !== 'demonym') return false;
  facts.sender = ref;
  return true;
}

/** One more word behind the noun: what it leads to; `undefined` where the phrase ends before it. */
function stepRight(task: StaffTask, at: number, facts: StaffFacts, lead: Lead): Lead | undefined {
  const { page, headLast } = task;
  const { marks, document } = page;
  // "12 diplomats and embassy employees".
  const more = isHead(marks, at + 1) || marks.is(at + 1, 'embassy');
  if (marks.is(at, 'and') && more && at === headLast) {
    facts.mixed = true;
    facts.last = at + 2;
    return 'none';
  }
  if (document.tokens[at]!.kind === 'mark') return undefined;
  const place = placeAt(page, at, facts, lead);
  if (place !== undefined) return place;
  if (page.dateAt(at) >= 0) return undefined;
  if (marks.is(at, 'attached') || takeUnitWord(marks, at, facts)) {
    facts.accredited ||= marks.is(at, 'accredited');
    facts.last = at + 1;
    return 'none';
  }
  return leadAt(page, at, facts, lead);
}

/** "in the country", "in the Baltic states", "of several countries", "europeos". */
function placeAt({ marks }: Page, at: number, facts: StaffFacts, lead: Lead): Lead | undefined {
  const here = lead === 'in' ? marks.startingAt(at, 'here') : undefined;
  if (here !== undefined) {
    facts.here = true;
    facts.last = here.last;
    return 'none';
  }
  if (!marks.is(at, 'region') || (lead === 'none' && at !== facts.last)) return undefined;
  if (lead === 'in') facts.region = true;
  else facts.many = true;
  facts.last = at + 1;
  return marks.is(at + 1, 'region') ? 'in' : 'none';
}

/** Articles, prepositions and adjectives lead on; any other word ends the phrase. */
function leadAt(
  { marks, document }: Page,
  at: number,
  facts: StaffFacts,
  lead: Lead,
): Lead | undefined {
  if (marks.is(at, 'the') || marks.is(at, 'its')) {
    facts.own ||= marks.is(at, 'its');
    return lead;
  }
  if (marks.is(at, 'place') || marks.is(at, 'in')) return 'in';
  if (marks.is(at, 'genitive')) return 'of';
  const tag = document.tags[at];
  const joined = marks.is(at + 1, 'administrative') || marks.is(at + 1, 'intelligence');
  if (tag === 'CCONJ' && joined) return 'none';
  if (tag === 'ADJ' || (lead !== 'none' && document.tokens[at]!.capital)) return lead;
  return undefined;
}
