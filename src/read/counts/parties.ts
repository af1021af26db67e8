/**
 * Whose staff is counted and where: first what the phrase and its mission say, then who does what is
 * told, then the states that stand near. What the text leaves open stays open.
 */
import type { PresenceMeasure } from '../../domain/reading.ts';
import { sentenceEnd, sentenceStart } from './bounds.ts';
import type { Deed } from './measures.ts';
import type { Mission } from './missions.ts';
import type { Page } from './page.ts';
import type { StaffPhrase } from './staff.ts';
import type { StateRef } from './state-refs.ts';

export interface Parties {
  readonly sender: StateRef | undefined;
  readonly host: StateRef | undefined;
}

/** What is counted, as far as its parties are asked. */
export interface Asked {
  readonly first: number;
  readonly last: number;
  readonly measure: PresenceMeasure;
  readonly deed: Deed | undefined;
  readonly phrase: StaffPhrase | undefined;
  readonly mission: Mission | undefined;
  /** The count that this one goes on with: "today it has 12". */
  readonly base: Parties | undefined;
  /** The count before it in the text. */
  readonly previous: Parties | undefined;
}

/** States named in sentences farther away are no party. */
const NEAR_SENTENCES = 2;
/** States looked at on one side. */
const MOST_REFS = 12;
/** Words between a deed and "from Prague". */
const FROM_REACH = 8;

/** The parties of a count. */
export function partiesOf(page: Page, asked: Asked): Parties {
  const { phrase, mission, base, measure } = asked;
  const said: Parties = {
    sender: phrase?.sender ?? mission?.sender,
    host: phrase?.place ?? mission?.host,
  };
  const own = withoutSame(said);
  if (measure === 'expulsion') return expelled(page, asked, own);
  const subject = asked.deed && subjectOf(page, asked, asked.deed);
  const known = { sender: own.sender ?? base?.sender, host: own.host ?? base?.host };
  const { sender, host } = base === undefined ? bySubject(page, asked, own, subject) : known;
  if (measure === 'recall') return recalled(page, asked, { sender, host }, subject);
  return byNearness(page, asked, { sender: sender ?? ownerBehind(page, asked), host });
}

/** "Only two of its diplomats remain in Damascus, Prague said." */
function ownerBehind(page: Page, { phrase, last }: Asked): StateRef | undefined {
  if (phrase?.own !== true) return undefined;
  return refsBehind(page, last, sentenceEnd(page, last - 1)).find((ref) => !isPlaced(page, ref));
}

function withoutSame({ sender, host }: Parties): Parties {
  if (sender === undefined || sender.state !== host?.state) return { sender, host };
  return { sender, host: undefined };
}

/** Who has, adds, cuts, allows: the sender itself, or else the host. */
function bySubject(
  page: Page,
  asked: Asked,
  { sender, host }: Parties,
  subject: StateRef | undefined,
): Parties {
  const { deed, phrase } = asked;
  if (deed === undefined || subject === undefined || phrase === undefined) return { sender, host };
  if (sender === undefined) {
    // "set a cap" is the host's, "may keep" the sender's.
    const allowed = page.marks.is(deed.last - 1, 'have');
    if (deed.kind === 'cap' && !allowed && !phrase.own) {
      if (host !== undefined && host.state !== subject.state) return { sender: subject, host };
      const target = targetOf(page, asked, subject.state);
      return { sender: target ?? otherThan(page, asked.first, subject.state, 0), host: subject };
    }
    if (subject.state !== host?.state) return { sender: subject, host };
    return { sender, host };
  }
  const active = deed.kind !== 'work' && deed.kind !== 'arrive' && deed.kind !== 'with';
  if (host === undefined && active && subject.state !== sender.state && !phrase.region) {
    return { sender, host: subject };
  }
  return { sender, host };
}

/** Words between a cap and the state that it is set for. */
const TARGET_REACH = 6;
const FOR = new Set(['for', 'on', 'to', 'para', 'a', 'для']);

/** Whom a cap is set for: "a cap of 30 diplomats on Belarus", "установила для Белоруссии лимит". */
function targetOf(page: Page, { first, last, deed }: Asked, except: string): StateRef | undefined {
  // "limits Iran to seven diplomats".
  const object = deed === undefined ? undefined : page.refAt(deed.last);
  if (object !== undefined && object.state !== except && object.last <= first) return object;
  const start = Math.max(sentenceStart(page, first), first - 2 * TARGET_REACH);
  const end = Math.min(sentenceEnd(page, first), last + TARGET_REACH);
  for (let at = end - 1; at >= start; at--) {
    const ref = page.refAt(at);
    if (ref === undefined || ref.first !== at || ref.state === except || at === 0) continue;
    if (FOR.has(page.document.tokens[at - 1]!.lower)) return ref;
  }
  return undefined;
}

function expelled(page: Page, asked: Asked, own: Parties): Parties {
  const { deed, base, previous } = asked;
  const from = deed && behindDeed(page, asked, deed);
  const subject = deed && subjectOf(page, asked, deed);
  let host = from ?? (subject?.state === own.sender?.state ? undefined : subject) ?? own.host;
  let sender = own.sender ?? base?.sender;
  if (sender === undefined && previous !== undefined && host?.state === previous.sender?.state) {
    sender = previous.host;
  }
  sender ??= otherThan(page, asked.first, host?.state);
  host ??= base?.host ?? otherThan(page, asked.first, sender?.state);
  return { sender, host: host?.state === sender?.state ? undefined : host };
}

/** Who recalls is the sender: "Canada withdraws 41 diplomats from India". */
function recalled(
  page: Page,
  asked: Asked,
  { sender, host }: Parties,
  subject: StateRef | undefined,
): Parties {
  const own = subject ?? sender;
  const from = asked.deed && behindDeed(page, asked, asked.deed);
  const away = [from, host, sender].find((ref) => ref !== undefined && ref.state !== own?.state);
  return { sender: own, host: away ?? otherThan(page, asked.first, own?.state) };
}

/** "from Prague", "by Czechia", "из Праги": behind the phrase and the deed. */
function behindDeed(page: Page, { first, last }: Asked, deed: Deed): StateRef | undefined {
  const begin = Math.max(last, deed.last);
  const end = Math.min(sentenceEnd(page, first), begin + FROM_REACH);
  for (let at = begin; at < end; at++) {
    const ref = page.refAt(at);
    if (ref === undefined || ref.first !== at) continue;
    const before = page.marks.is(at - 1, 'the') ? at - 2 : at - 1;
    if (before < begin) continue;
    const lead = page.document.tokens[before]!.lower;
    if (page.marks.is(before, 'from') || LED_BY.has(lead)) return ref;
  }
  return undefined;
}
const LED_BY = new Set(['by', 'por']);

/** The state that does the deed: the nearest before it that is no place and not part of the phrase. */
export function subjectOf(
  page: Page,
  { first, last }: { readonly first: number; readonly last: number },
  deed: Deed,
): StateRef | undefined {
  const before = Math.min(deed.first, first > deed.last ? deed.first : first);
  const start = sentenceStart(page, first);
  const near = refsBefore(page, before, start).filter(
    (ref) => !(ref.first >= first && ref.last <= last),
  );
  const actor = near.find((ref) => !isPlaced(page, ref));
  if (actor !== undefined) return actor;
  const earlier = page.document.tokens[start]!.sentence;
  return refsBefore(page, start, sentenceFirst(page, earlier - NEAR_SENTENCES)).find(
    (ref) => !isPlaced(page, ref),
  );
}

/** The nearest state before a token that acts, in the same sentence: whose "its" is. */
export function actorBefore(
  page: Page,
  at: number,
  except: string | undefined,
): StateRef | undefined {
  return refsBefore(page, at, sentenceStart(page, at)).find(
    (ref) => ref.state !== except && !isPlaced(page, ref),
  );
}

/** "in Vienna": where, not who. */
function isPlaced({ marks, document }: Page, { first, form }: StateRef): boolean {
  const before = marks.is(first - 1, 'the') ? first - 2 : first - 1;
  if (before < 0) return false;
  if (form === 'demonym' && document.language !== 'en') return false;
  const lead = document.tokens[before]!.lower;
  return (
    (marks.is(before, 'place') && lead !== 'of') ||
    lead === 'for' ||
    lead === 'para' ||
    lead === 'для'
  );
}

function sentenceFirst({ document }: Page, sentence: number): number {
  return document.sentences[Math.max(0, sentence)]?.first ?? 0;
}

/** States before a token, the nearest first. */
function refsBefore(page: Page, at: number, start: number): StateRef[] {
  const found: StateRef[] = [];
  let place = placeOf(page, at) - 1;
  while (place >= 0 && found.length < MOST_REFS) {
    const ref = page.refs[place--]!;
    if (ref.first < start) break;
    if (ref.last <= at) found.push(ref);
  }
  return found;
}

/** The place of the first state that begins at a token or behind it. O(log n). */
function placeOf({ refs }: Page, at: number): number {
  let low = 0;
  let high = refs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (refs[middle]!.first < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The nearest other state: in the sentence before and behind a token, then in so many sentences
 * before and behind it.
 */
function otherThan(
  page: Page,
  at: number,
  state: string | undefined,
  sentences = NEAR_SENTENCES,
): StateRef | undefined {
  const { sentence } = page.document.tokens[at]!;
  const start = sentenceFirst(page, sentence);
  const end = sentenceEnd(page, at);
  const isOther = (ref: StateRef) => ref.state !== state && !UNIONS.has(ref.state);
  const inside =
    refsBefore(page, at, start).find(isOther) ?? refsBehind(page, at, end).find(isOther);
  if (inside !== undefined) return inside;
  const last = page.document.sentences[sentence + sentences]?.last;
  return (
    refsBefore(page, start, sentenceFirst(page, sentence - sentences)).find(isOther) ??
    refsBehind(page, end, last ?? page.document.tokens.length).find(isOther)
  );
}
const UNIONS = new Set(['EU', 'UN', 'NATO']);

function refsBehind(page: Page, at: number, end: number): StateRef[] {
  const found: StateRef[] = [];
  for (let place = placeOf(page, at); place < page.refs.length; place++) {
    const ref = page.refs[place]!;
    if (ref.first >= end || found.length >= MOST_REFS) break;
    found.push(ref);
  }
  return found;
}

function byNearness(page: Page, asked: Asked, { sender, host }: Parties): Parties {
  const { phrase, mission, previous, first } = asked;
  const whose = sender ?? (phrase?.here ? previous?.sender : undefined);
  if (whose === undefined) return { sender, host };
  if (host !== undefined || phrase?.region === true || mission?.region === true) {
    return { sender: whose, host };
  }
  if (phrase?.here === true && previous?.host !== undefined) {
    return { sender: whose, host: previous.host };
  }
  return { sender: whose, host: otherThan(page, first, whose.state, 1) };
}
