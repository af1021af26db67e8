/**
 * Embassies, consulates and missions in a text, with whose they are and where, as far as the phrase
 * says: "the Finnish embassy in Moscow", "la embajada de Minsk en Ciudad de México", "посольство
 * России в Манагуа". Each looks at a few words on both sides.
 */
import type { PresenceScope } from '../../domain/reading.ts';
import { sentenceEnd, sentenceStart } from './bounds.ts';
import type { CountClass } from './count-lexicon.ts';
import type { Page } from './page.ts';
import type { StateRef } from './state-refs.ts';

export interface Mission {
  /** Tokens of the phrase, as a half-open range. */
  readonly first: number;
  readonly last: number;
  /** Tokens of the noun itself. */
  readonly head: number;
  readonly headLast: number;
  readonly scope: PresenceScope;
  readonly plural: boolean;
  readonly sender: StateRef | undefined;
  readonly host: StateRef | undefined;
  /** "its embassy". */
  readonly own: boolean;
  /** "in the region": somewhere that is no state. */
  readonly region: boolean;
}

/** "четыре консульства": one form is the plural and the genitive of one. */
function isCounted(page: Page, first: number, head: number): boolean {
  if (page.document.language !== 'ru') return false;
  for (let at = first; at <= head; at++) {
    const number = page.numberEnding(at);
    if (number !== undefined) return number.max !== 1;
  }
  return false;
}

const SCOPES = ['consulate', 'embassy', 'mission'] as const;
/** Words before the noun that are looked at. */
const BEFORE = 5;
/** Words behind it. */
const BEHIND = 9;

/** The missions of a document, in order, without overlaps of their nouns. */
export function missionsOf(page: Page): Mission[] {
  const missions: Mission[] = [];
  for (let at = 0; at < page.document.tokens.length; ) {
    const scope = scopeAt(page, at);
    if (scope === undefined) {
      at++;
      continue;
    }
    const headLast = Math.max(
      ...SCOPES.map((kind) => page.marks.startingAt(at, kind)?.last ?? at + 1),
    );
    missions.push(missionAt(page, at, headLast, scope));
    at = headLast;
  }
  return missions;
}

/** What kind of mission the longest noun that begins at a token names. */
function scopeAt({ marks }: Page, at: number): PresenceScope | undefined {
  let longest = at;
  let scope: PresenceScope | undefined;
  for (const kind of SCOPES) {
    const last = marks.startingAt(at, kind)?.last ?? at;
    if (last <= longest) continue;
    longest = last;
    scope = kind;
  }
  return scope;
}

function missionAt(page: Page, head: number, headLast: number, scope: PresenceScope): Mission {
  const left = leftOf(page, head);
  const right = rightOf(page, headLast, left.own || left.sender !== undefined);
  const { own, first } = left;
  const sender = left.sender ?? right.sender;
  const host = right.host ?? left.town;
  const same = sender !== undefined && sender.state === host?.state;
  return {
    ...{ first, last: right.last, head, headLast, scope, own, region: right.region },
    plural: page.marks.is(head, 'posts') || isCounted(page, first, head),
    sender: same && left.sender === undefined ? undefined : sender,
    host: same && left.sender !== undefined ? undefined : host,
  };
}

interface Left {
  readonly first: number;
  readonly sender: StateRef | undefined;
  /** A town that stands before the noun like an adjective: "the Vienna embassy". */
  readonly town: StateRef | undefined;
  readonly own: boolean;
}

const STOPS: readonly CountClass[] = [
  ...(['in', 'of', 'and', 'have', 'work', 'staff', 'people', 'diplomat', 'agent'] as const),
];
const MODIFIERS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN']);

/** "Russian", "its", "China's", "the Vienna". */
function leftOf(page: Page, head: number): Left {
  const { document, marks } = page;
  const start = Math.max(sentenceStart(page, head), head - BEFORE);
  let first = head;
  let town: StateRef | undefined;
  for (let at = head - 1; at >= start; at--) {
    const ref = page.refAt(at);
    if (ref !== undefined && ref.form !== 'place') {
      return { first: ref.first, sender: ref, town, own: false };
    }
    if (ref !== undefined) {
      town = ref;
      at = ref.first;
      first = at;
      continue;
    }
    if (marks.is(at, 'its')) return { first: at, sender: undefined, town, own: true };
    if (/^['’]s$/u.test(document.tokens[at]!.text)) continue;
    const modifies = MODIFIERS.has(document.tags[at]!);
    if (!modifies || STOPS.some((kind) => marks.is(at, kind))) break;
  }
  return { first, sender: undefined, town, own: false };
}

/** What stands behind the noun; filled in word by word. */
interface Right {
  last: number;
  sender: StateRef | undefined;
  host: StateRef | undefined;
  region: boolean;
}

/** "de España en Caracas", "ecuatoriana", "России в Манагуа", "in Moscow", "to Mexico". */
function rightOf(page: Page, headLast: number, known: boolean): Right {
  const end = Math.min(sentenceEnd(page, headLast - 1), headLast + BEHIND);
  const right: Right = { last: headLast, sender: undefined, host: undefined, region: false };
  for (let at = headLast; at < end; at++) {
    const ref = page.refAt(at);
    if (ref === undefined) {
      if (!leadsOn(page, at, headLast, right)) break;
      continue;
    }
    const before = page.marks.is(at - 1, 'the') ? at - 2 : at - 1;
    const lead = before < headLast ? undefined : leadOf(page, before);
    if (!takesRef(page, ref, lead, right, known || right.sender !== undefined)) break;
    right.last = ref.last;
    at = ref.last - 1;
    if (right.host !== undefined) break;
  }
  return right;
}

type Lead = 'of' | 'in' | undefined;
const OF = new Set(['of', 'de', 'del']);

function leadOf({ document, marks }: Page, at: number): Lead {
  if (OF.has(document.tokens[at]!.lower)) return 'of';
  return marks.is(at, 'in') ? 'in' : undefined;
}

/** A word that no state is named by; whether the phrase goes on behind it. */
function leadsOn({ document, marks }: Page, at: number, headLast: number, right: Right): boolean {
  const before = marks.is(at - 1, 'the') ? at - 2 : at - 1;
  if (marks.is(before, 'in') && marks.is(at, 'region')) {
    right.region = true;
    right.last = at + 1;
    return false;
  }
  if (marks.is(at, 'in') || marks.is(at, 'genitive') || marks.is(at, 'the')) return true;
  if (marks.is(at, 'diplomatic') && at === headLast) return true;
  return document.tags[at] === 'ADJ' && at === right.last;
}

/** A state behind the noun: where the mission is, or, while that is not known, whose. */
function takesRef(
  { document }: Page,
  ref: StateRef,
  lead: Lead,
  right: Right,
  known: boolean,
): boolean {
  const bare = document.language !== 'en' && ref.first === right.last;
  if (lead === undefined && !bare) return false;
  const town = ref.form === 'place' || ref.form === 'seat';
  // "su embajada de Chisináu", but "la embajada de Minsk en Ciudad de México".
  // A town that is no capital sends nobody: "el consulado de Maracaibo".
  const placed = lead === 'of' && (ref.form === 'place' || (known && town));
  if (lead === 'in' || placed) right.host = ref;
  else if (known) return false;
  else right.sender = ref;
  return true;
}
