/**
 * When an item of a reading is the item of the gold.
 *
 * Spans are compared by the words they share (runs of letters and digits; marks and white space do
 * not count), values exactly. Where the gold lists several answers, each is right.
 *
 * - *Attribution*, aligned: the contents share words with F1 ≥ 0.6; the cues share a word (a gold
 *   `null` asks for none); the source holds at least half of the gold's words (a gold `null`: no
 *   source, or one of form `unstated`). Right: aligned, and mode and polarity are the gold's. What
 *   is left and has for its cue a gold event that is done with words (agrees, demands, rejects,
 *   threatens) or a gold position (supports, opposes) is not counted: other schemes hold these as
 *   attributions.
 * - *Speaker*: the name is the gold's, or one is the tail of the other ("Ruiz", "Ana Ruiz");
 *   endings of up to three letters may differ (Russian cases). *Role*: F1 ≥ 0.5, and `former`
 *   alike. *Venue*: F1 ≥ 0.5. *Uttered*: the value. *Via*: half of the gold's words, or the name,
 *   in order.
 * - *Event*: its sentence holds the gold's trigger; type, kind, status; the states of its actors
 *   and of its recipients, all of them and no other. Who met, consulted, agreed or fell out is one
 *   set: either order.
 * - *Count*: it shares a word with the trigger; measure, number, unit, scope, status, states of
 *   sender and host. An open end of a number is not compared, and the stated end may be the next
 *   whole number ("more than 40": 40 or 41).
 * - *Position*: it shares a word with the trigger or with what it is towards; stance; the holder's
 *   state, or half of its words; `towards` with F1 ≥ 0.5.
 * - *Staleness*, *date*: it shares a word with the trigger; kind; value.
 */
import type {
  Attribution,
  Party,
  PoliticalEvent,
  Position,
  PresenceCount,
  Speaker,
} from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import {
  findPhrase,
  type GoldAttribution,
  type GoldCount,
  type GoldEvent,
  type GoldPhrase,
  type GoldPosition,
  type GoldRecord,
  PARTY_STATE,
} from './acceptance-gold.ts';

const CONTENT_F1 = 0.6;
const PHRASE_F1 = 0.5;
const SHARE_OF_GOLD = 0.5;
/** Event types of PLOVER that are done with words. */
const VERBAL: ReadonlySet<string> = new Set([
  ...['AGREE', 'SUPPORT', 'CONCEDE', 'DEMAND', 'DISAPPROVE', 'ACCUSE', 'REJECT', 'THREATEN'],
]);
/** Kinds whose parties do the same to each other. */
const MUTUAL = new Set(['meet', 'consult', 'agree', 'sour']);

/** Where a text's words begin, in order. */
export function wordBegins(text: string): readonly number[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => match.index);
}

/** Compares spans of one text. */
export interface Matcher {
  /** The span of a phrase of the gold. */
  spanOf(phrase: GoldPhrase): Span;
  attribution(gold: GoldAttribution, found: Attribution): boolean;
  /** Whether the cue is also what the gold holds as a verbal deed or as a stance. */
  deed(gold: GoldRecord['gold'], found: Attribution): boolean;
  /** Less strict, for what may be found or left out: a cue or the content in common. */
  nearAttribution(gold: GoldAttribution, found: Attribution): boolean;
  phrase(gold: GoldPhrase, found: Span): boolean;
  via(gold: GoldPhrase, found: Speaker): boolean;
  event(gold: GoldEvent, found: PoliticalEvent): boolean;
  nearEvent(gold: GoldEvent, found: PoliticalEvent): boolean;
  count(gold: GoldCount, found: PresenceCount): boolean;
  position(gold: GoldPosition, found: Position): boolean;
  /** Whether the spans share a word. */
  touches(gold: GoldPhrase, found: Span): boolean;
}

export function openMatcher(text: string): Matcher {
  const begins = wordBegins(text);
  const words = (spans: readonly Span[]): Set<number> =>
    new Set(begins.filter((at) => spans.some((span) => span.begin <= at && at < span.end)));
  const spanOf = (phrase: GoldPhrase): Span => {
    const span = findPhrase(text, phrase);
    if (span === undefined) throw new Error(`"${JSON.stringify(phrase)}" is not in "${text}"`);
    return span;
  };
  const touches = (gold: GoldPhrase, found: Span): boolean =>
    shared(words([spanOf(gold)]), words([found])) > 0;
  const phrase = (gold: GoldPhrase, found: Span): boolean =>
    wordF1(words([spanOf(gold)]), words([found])) >= PHRASE_F1;
  const half = (gold: GoldPhrase, found: Span): boolean => {
    const own = words([spanOf(gold)]);
    return shared(own, words([found])) >= own.size * SHARE_OF_GOLD;
  };
  const content = (gold: GoldAttribution, found: Attribution): boolean =>
    wordF1(words(gold.content.map(spanOf)), words(found.content)) >= CONTENT_F1;
  const cue = (gold: GoldAttribution, found: Attribution): boolean =>
    gold.cue === null || (found.cue !== undefined && touches(gold.cue, found.cue.span));
  const source = (gold: GoldAttribution, { source: own }: Attribution): boolean => {
    if (gold.source === null) return own === undefined || own.form === 'unstated';
    return own !== undefined && own.form !== 'unstated' && half(gold.source, own.span);
  };
  const within = (gold: GoldPhrase, span: Span): boolean => {
    const { begin } = spanOf(gold);
    return span.begin <= begin && begin < span.end;
  };
  const holder = (gold: GoldPhrase, found: Party): boolean => {
    const code = typeof gold === 'string' ? PARTY_STATE.exec(gold)?.[1] : undefined;
    return code === undefined ? half(gold, found.span) : found.state === code;
  };
  return {
    spanOf,
    touches,
    phrase,
    attribution: (gold, found) => content(gold, found) && cue(gold, found) && source(gold, found),
    nearAttribution: (gold, found) =>
      content(gold, found) || (gold.cue !== null && cue(gold, found)),
    deed: ({ events, positions }, { cue: own }) =>
      own !== undefined &&
      [
        ...events.filter(({ type }) => [type].flat().some((one) => VERBAL.has(one))),
        ...positions,
      ].some(({ trigger }) => touches(trigger, own.span)),
    via: (gold, found) => half(gold, found.span) || sameName(textOf(gold), found.name),
    event: (gold, found) =>
      within(gold.trigger, found.sentence) &&
      among(gold.type, found.type) &&
      among(gold.kind, found.kind) &&
      among(gold.status, found.status) &&
      sameParties(gold, found),
    nearEvent: (gold, found) =>
      within(gold.trigger, found.sentence) &&
      (touches(gold.trigger, found.span) || among(gold.kind, found.kind)),
    count: (gold, found) => touches(gold.trigger, found.span) && sameCount(gold, found),
    position: (gold, found) =>
      (touches(gold.trigger, found.span) || touches(gold.towards, found.span)) &&
      among(gold.stance, found.stance) &&
      holder(gold.holder, found.holder) &&
      phrase(gold.towards, found.towards.span),
  };
}

const textOf = (phrase: GoldPhrase): string => (typeof phrase === 'string' ? phrase : phrase.text);

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const at of a) if (b.has(at)) both++;
  return both;
}

/** Harmonic mean of the shares of words in common; 0 where one side has no word. */
function wordF1(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

/** Whether `value` is the answer, or one of the answers. */
export function among<T>(gold: T | readonly T[], value: T): boolean {
  return Array.isArray(gold) ? gold.includes(value) : gold === value;
}

/** Whether two names can be one person's or outlet's: one is the tail of the other, endings aside. */
export function sameName(gold: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const a = wordsOf(gold);
  const b = wordsOf(found);
  const least = Math.min(a.length, b.length);
  if (least === 0) return false;
  return a.slice(-least).every((word, i) => sameWord(word, b[b.length - least + i]!));
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  return head >= 3 && Math.max(a.length, b.length) - head <= 3 && /\p{Script=Cyrillic}/u.test(a);
}

function sameParties(gold: GoldEvent, found: PoliticalEvent): boolean {
  const states = (parties: readonly Party[]): string[] =>
    parties.flatMap(({ state }) => (state === undefined ? [] : [state]));
  if (MUTUAL.has(found.kind)) {
    return sameStates(
      [...gold.actors, ...gold.recipients],
      states([...found.actors, ...found.recipients]),
    );
  }
  return (
    sameStates(gold.actors, states(found.actors)) &&
    sameStates(gold.recipients, states(found.recipients))
  );
}

function sameStates(gold: readonly GoldPhrase[], found: readonly string[]): boolean {
  const codes = gold.flatMap((party) => {
    const match = typeof party === 'string' ? PARTY_STATE.exec(party) : null;
    return match === null ? [] : [{ code: match[1]!, needed: match[2] === '' }];
  });
  return (
    codes.every(({ code, needed }) => !needed || found.includes(code)) &&
    found.every((state) => codes.some(({ code }) => code === state))
  );
}

function sameCount(gold: GoldCount, found: PresenceCount): boolean {
  return (
    among(gold.measure, found.measure) &&
    among(gold.unit, found.unit) &&
    among(gold.scope, found.scope) &&
    among(gold.status, found.status) &&
    sameState(gold.sender, found.sender) &&
    sameState(gold.host, found.host) &&
    sameNumber(gold.number, found.number)
  );
}

function sameState(gold: string | undefined, found: Party | undefined): boolean {
  return sameStates(
    gold === undefined ? [] : [gold],
    found?.state === undefined ? [] : [found.state],
  );
}

function sameNumber(gold: GoldCount['number'], found: PresenceCount['number']): boolean {
  if (gold === null || found === undefined) return gold === null && found === undefined;
  const [min, max] = gold;
  const low = min === null || found.min === min || (max === null && found.min === min + 1);
  const high = max === null || found.max === max || (min === null && found.max === max - 1);
  return low && high;
}
