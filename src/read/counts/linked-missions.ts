/**
 * Which mission a phrase of staff belongs to, and what "the embassy", "its consulate", "it" and "there"
 * mean: the last mission of the kind whose sender is known. Looks back over a few missions.
 */
import type { PresenceMeasure } from '../../domain/reading.ts';
import { firstFrom, sentenceEnd, sentenceStart, sentencesBetween } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { Context } from './drafts.ts';
import { stops } from './measures.ts';
import type { Mission } from './missions.ts';
import type { Page } from './page.ts';
import { actorBefore } from './parties.ts';
import type { StaffPhrase } from './staff.ts';

/** Sentences over which "it", "there" and "the embassy" reach back. */
const NEAR_SENTENCES = 2;
/** Missions looked at on the way back. */
const MOST_MISSIONS = 8;
/** Words over which a mission is the one that a phrase of staff belongs to. */
const MISSION_REACH = 30;
/** Words between "there" and a phrase. */
const THERE_REACH = 8;

/** The mission in whose sentence a phrase stands, or the one that "it" and "there" mean. */
export function linkedMission(
  context: Context,
  phrase: StaffPhrase,
  measure: PresenceMeasure,
): Mission | undefined {
  if (measure === 'expulsion' || phrase.place !== undefined || phrase.unit === 'posts') {
    return undefined;
  }
  const recalled = measure === 'recall';
  const own = missionInSentence(context, phrase, recalled);
  if (own !== undefined || recalled) return own;
  const last = recentMission(context, phrase.first);
  return last !== undefined && refersBack(context.page, phrase) ? last : undefined;
}

/** The nearest before the phrase, else the one to which a preposition behind it leads. */
function missionInSentence(
  { page, missions }: Context,
  phrase: StaffPhrase,
  behindOnly: boolean,
): Mission | undefined {
  const start = sentenceStart(page, phrase.first);
  const end = Math.min(sentenceEnd(page, phrase.first), phrase.last + MISSION_REACH);
  let before: Mission | undefined;
  for (let at = firstFrom(missions, phrase.first - MISSION_REACH); at < missions.length; at++) {
    const mission = missions[at]!;
    if (mission.head >= end) break;
    if (mission.head < start || mission.plural) continue;
    if (mission.head < phrase.first) before = behindOnly ? undefined : mission;
    else if (before === undefined && isLed(page, phrase, mission)) return mission;
  }
  return before;
}

/** "There were 58 people", "four of the officials": of those whose mission was named. */
function refersBack(page: Page, phrase: StaffPhrase): boolean {
  const { marks } = page;
  const { first, head, definite, sender, diplomatic } = phrase;
  const start = Math.max(sentenceStart(page, first), first - THERE_REACH);
  for (let at = start; at < first; at++) if (marks.is(at, 'there')) return true;
  return definite || marks.is(head - 1, 'the') || (sender === undefined && !diplomatic);
}

/** "to the staff of its embassy", "para la embajada": behind a preposition, in the same clause. */
function isLed(page: Page, { last }: StaffPhrase, { first }: Mission): boolean {
  const { marks, document } = page;
  for (let at = last; at < first; at++) {
    if (document.tokens[at]!.kind === 'mark' || stopsHere(page, at)) return false;
  }
  const before = marks.is(first - 1, 'the') ? first - 2 : first - 1;
  return marks.is(before, 'in') || marks.is(before, 'genitive') || marks.is(before, 'to');
}

/** A verb of another clause; "that Russia may have at its embassy" is of this one. */
const stopsHere = (page: Page, at: number): boolean =>
  stops(page, at) &&
  !OF_CLAUSE.some((kind) => page.marks.is(at, kind)) &&
  page.document.tags[at] !== 'SCONJ';
const OF_CLAUSE: readonly CountClass[] = ['have', 'arrive', 'work', 'cap', 'recall'];

/** The last mission before a token whose sender is known, as far back as "it" reaches. */
function recentMission(context: Context, at: number): Mission | undefined {
  const { page, missions } = context;
  const from = firstFrom(missions, at) - 1;
  for (let place = from; place >= 0 && place > from - MOST_MISSIONS; place--) {
    const mission = missions[place]!;
    if (sentencesBetween(page, mission.head, at) > NEAR_SENTENCES) return undefined;
    if (!mission.plural && (mission.sender !== undefined || mission.own)) {
      return resolve(context, mission);
    }
  }
  return undefined;
}

/** A mission with what the text said of it before: "the embassy", "its consulate". */
export function resolve(context: Context, mission: Mission): Mission {
  const { page } = context;
  if (mission.sender !== undefined) return mission;
  if (mission.own) {
    return { ...mission, sender: actorBefore(page, mission.first, mission.host?.state) };
  }
  const earlier = earlierMission(context, mission);
  if (earlier !== undefined) {
    return { ...mission, sender: earlier.sender, host: mission.host ?? earlier.host };
  }
  // "Moldova expelled 45 Russian diplomats. The embassy now has …"
  const told = context.drafts.at(-1);
  if (told === undefined || mission.host !== undefined) return mission;
  const far = sentencesBetween(page, told.first, mission.head) > NEAR_SENTENCES;
  return far ? mission : { ...mission, ...told.parties };
}

/** The mission that "the embassy" is. */
function earlierMission({ page, missions }: Context, mission: Mission): Mission | undefined {
  const from = firstFrom(missions, mission.head) - 1;
  for (let place = from; place >= 0 && place > from - MOST_MISSIONS; place--) {
    const earlier = missions[place]!;
    if (earlier.sender === undefined || earlier.plural) continue;
    if (mission.host !== undefined && mission.host.state !== earlier.host?.state) continue;
    if (mission.scope !== 'mission' && mission.scope !== earlier.scope) continue;
    const far = sentencesBetween(page, earlier.head, mission.head) > 2 * NEAR_SENTENCES;
    return far ? undefined : earlier;
  }
  return undefined;
}
