/** Whether what is counted is a presence: not staff of shops, players, or soldiers at a front. */
import type { PresenceMeasure } from '../../domain/reading.ts';
import { sentenceEnd, sentenceStart } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { Context, Draft } from './drafts.ts';
import type { DeedKind } from './measures.ts';
import type { Page } from './page.ts';
import type { StaffPhrase } from './staff.ts';

/** Unions whose staff is no state's. */
export const NO_SENDERS: ReadonlySet<string> = new Set(['UN', 'NATO']);
const POST_DEEDS: ReadonlySet<DeedKind | undefined> = new Set([
  ...(['have', 'with', 'open', 'close', 'cap'] as const),
]);
const OTHER_PLACES: readonly CountClass[] = ['shop', 'sport'];
/** Words around a phrase that are looked at. */
const REACH = 30;

/** Whether a phrase counts a presence: by its noun, its mission, or the counts before it. */
export function isPresence(context: Context, phrase: StaffPhrase, draft: Draft): boolean {
  const { page } = context;
  const { sender, host } = draft.parties;
  if (sender === undefined && host === undefined) return false;
  if (sender !== undefined && NO_SENDERS.has(sender.state)) return false;
  switch (phrase.unit) {
    case 'military':
      return sender !== undefined && isStationed(page, phrase);
    case 'posts':
      return POST_DEEDS.has(draft.deed?.kind);
    case 'diplomats':
    case 'unstated':
      return true;
    case 'intelligence-officers':
    case 'administrative-technical':
    case 'accredited':
    case 'staff':
      return draft.mission !== undefined || isAbroad(context, phrase, draft);
  }
}

/** Staff without a mission: of a state, at a place that is named or told of before. */
function isAbroad({ page, senders }: Context, phrase: StaffPhrase, draft: Draft): boolean {
  const placed = phrase.here || phrase.place !== undefined;
  const sender = draft.parties.sender?.state;
  const { measure } = draft;
  // "agents operate in La Paz"
  const told = draft.deed?.kind === 'work' || draft.deed?.kind === 'have';
  const serves = told && draft.parties.host !== undefined;
  if (phrase.diplomatic) {
    return (
      placed ||
      serves ||
      (phrase.sender !== undefined &&
        (measure !== 'level' || phrase.unit !== 'intelligence-officers'))
    );
  }
  const official = placed && page.marks.is(phrase.head, 'official');
  if (official && sender !== undefined && measure !== 'arrival') return true;
  const known = sender !== undefined && senders.has(sender);
  return phrase.sender !== undefined && (known || measure === 'expulsion');
}

function isStationed(page: Page, phrase: StaffPhrase): boolean {
  if (page.marks.is(phrase.head, 'adviser')) return true;
  const [start, end] = around(page, phrase);
  for (let at = start; at < end; at++) if (page.marks.is(at, 'stationed')) return true;
  return false;
}

/** Whether a phrase counts in a shop, at a match or in a war. */
export function isElsewhere(page: Page, phrase: StaffPhrase, measure: PresenceMeasure): boolean {
  const military = phrase.unit === 'military';
  if (military && measure !== 'level' && measure !== 'arrival' && measure !== 'expulsion') {
    return true;
  }
  const sure = phrase.diplomatic && !military;
  const [start, end] = around(page, phrase);
  for (let at = start; at < end; at++) {
    if (!sure && OTHER_PLACES.some((kind) => page.marks.is(at, kind))) return true;
    if (military && page.marks.is(at, 'harm')) return true;
  }
  return false;
}

/** The tokens around a phrase, in its sentence. */
function around(page: Page, { first, last }: StaffPhrase): [number, number] {
  return [
    Math.max(sentenceStart(page, first), first - REACH),
    Math.min(sentenceEnd(page, first), last + REACH),
  ];
}
