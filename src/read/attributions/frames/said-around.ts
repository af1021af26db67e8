/**
 * What is said around a cue that stands behind it or in its midst: the quotation with the paragraphs that
 * lead to it, the clause, the speech behind a dash; and how it goes on behind the speaker.
 */
import type { Draft } from './draft.ts';
import type { Grammar, VerbGroup } from './grammar.ts';
import {
  DASHES,
  hasFinite,
  isMark,
  paragraphEnd,
  paragraphStart,
  quoteOpening,
  type Range,
  type Scene,
} from './scene.ts';

/** A speaker with apposition, up to the dash that closes the insertion. */
const WINDOW = 40;
/** Words between commas that belong to the cue. */
const PARENTHESES: ReadonlySet<string> = new Set([
  'в частности',
  'однако',
  'кстати',
  'например',
  'впрочем',
  'sin embargo',
  'además',
  'asimismo',
  'por su parte',
  'a su vez',
  'en tanto',
  'no obstante',
]);
const PARENTHESIS_TOKENS = 4;

/** How the cue is parted from what stands before it. */
export interface Seam {
  /** The first mark of the seam; what is said ends before it. */
  readonly at: number;
  readonly isDash: boolean;
  readonly isQuoted: boolean;
}

/** A cue with its surroundings; `end` is behind the speaker. */
export interface Parts {
  readonly verb: VerbGroup;
  readonly unit: Range;
  readonly bounds: Range;
  readonly seam: Seam;
  readonly source: Range | undefined;
  readonly end: number;
}

/** What is said before the seam. */
export function contentBefore(scene: Scene, parts: Parts, earlier: readonly Draft[]): Range[] {
  const { bounds, seam, unit } = parts;
  const quote = scene.quotes[scene.quoteAt[seam.at - 1]!];
  if (seam.isQuoted && quote !== undefined) return quotedBefore(scene, unit, quote, earlier);
  const around = scene.quotes[scene.quoteAt[parts.verb.at]!];
  if (around !== undefined && seam.isDash) {
    const from = lastAside(earlier, around.first, seam.at) ?? around.first;
    return [{ first: from, last: seam.at }];
  }
  let first = bounds.first;
  if (seam.isDash) first = dashBefore(scene, parts.verb.at) ?? first;
  first = lastAside(earlier, first, seam.at) ?? first;
  for (let at = seam.at - 1; at > first; at--) {
    if (isMark(scene, at, ';')) first = at + 1;
  }
  const last = beforeParenthesis(scene, first, seam.at);
  return last > first ? [{ first, last }] : [];
}

/** Without ", sin embargo" and the like before the seam: they are the reporter's. */
function beforeParenthesis(scene: Scene, first: number, last: number): number {
  for (let at = last - 1; at > first && last - at <= PARENTHESIS_TOKENS; at--) {
    if (!isMark(scene, at, ',')) continue;
    return PARENTHESES.has(scene.words.slice(at + 1, last).join(' ')) ? at : last;
  }
  return last;
}

/** The end of the last aside between two places: what was said before it belongs to another. */
function lastAside(earlier: readonly Draft[], first: number, last: number): number | undefined {
  let end: number | undefined;
  for (const { aside, accordingTo } of earlier) {
    if (aside !== undefined && !accordingTo && aside.last > first && aside.last <= last)
      end = aside.last;
  }
  return end;
}

/** Speech behind a dash begins with its paragraph. */
function dashBefore(scene: Scene, at: number): number | undefined {
  const first = paragraphStart(scene, at);
  return first !== undefined && isMark(scene, first, DASHES) ? first + 1 : undefined;
}

/** The quotation; with the words of its clause before it where it begins in the midst of one. */
function quotedBefore(scene: Scene, unit: Range, quote: Range, earlier: readonly Draft[]): Range[] {
  const from = lastAside(earlier, unit.first, quote.first) ?? unit.first;
  const isFree = quote.first <= from || isMark(scene, quote.first - 1, `:.${DASHES}`);
  const first = isFree ? quote.first : Math.min(from, quote.first);
  return [...paragraphsBefore(scene, quote), { first, last: quote.last }];
}

/** Quotations that their paragraphs leave open, just before this one. */
function paragraphsBefore({ quotes, quoteAt }: Scene, quote: Range): Range[] {
  const before: Range[] = [];
  let place = quoteAt[quote.first]! - 1;
  let next = quote.first;
  for (let one = quotes[place]; one !== undefined && !one.closed && one.last === next; ) {
    before.unshift({ first: one.first, last: one.last });
    next = one.first;
    one = quotes[--place];
  }
  return before;
}

/** What is said behind the speaker. */
export function contentBehind(
  scene: Scene,
  grammar: Grammar,
  { verb, bounds, seam, source, end }: Parts,
  isDashed: boolean,
  isStated: boolean,
): Range[] {
  if (seam.isQuoted || isMark(scene, end, ':')) {
    return quotesBehind(scene, grammar, end, bounds.last);
  }
  const around = scene.quotes[scene.quoteAt[verb.at]!];
  if (seam.isDash && (around !== undefined || isDashed)) {
    const limit = around?.last ?? paragraphEnd(scene, verb.at);
    const dash = dashFrom(scene, end, Math.min(limit, end + WINDOW));
    if (dash === undefined) return [];
    const next = nextInsertion(scene, dash + 1, limit);
    return next === undefined && dash + 1 < limit ? [{ first: dash + 1, last: limit }] : [];
  }
  if (!isMark(scene, end, ',')) return [];
  const rest = { first: end + 1, last: bounds.last };
  // "X, dijo, Y": without a speaker behind it the verb stands in the midst.
  const isInMidst = source === undefined && goesOn(scene, rest);
  return !isStated || isInMidst ? [rest] : [];
}

/** A clause that no gerund begins ("…, dijo, y agregó", "…, dijo, aclarando"). */
function goesOn(scene: Scene, rest: Range): boolean {
  const next = scene.cues.verbs.get(scene.words[rest.first] ?? '');
  return next?.shape !== 'gerund' && hasFinite(scene, rest);
}

function dashFrom(scene: Scene, from: number, last: number): number | undefined {
  for (let at = from; at < last; at++) if (isMark(scene, at, DASHES)) return at;
  return undefined;
}

/** The next dash behind which a cue stands: what follows is said by another verb. */
function nextInsertion(scene: Scene, from: number, last: number): number | undefined {
  for (let at = from; at < last - 1; at++) {
    if (isMark(scene, at, DASHES) && scene.cues.verbs.has(scene.words[at + 1]!)) return at;
  }
  return undefined;
}

/** `"A", dijo X. "B".`: the quotations that follow with no cue of their own. */
function quotesBehind(scene: Scene, grammar: Grammar, end: number, last: number): Range[] {
  const limit = paragraphEnd(scene, end - 1);
  let at = end;
  while (at < limit && (isMark(scene, at, `,.:${DASHES}`) || grammar.isJoin(scene.words[at]!)))
    at++;
  if (at === end) return [];
  const quote = quoteOpening(scene, at);
  if (quote === undefined || quote.last > limit || !quote.isSpeech) return [];
  const isInUnit = quote.first < last;
  if (!isInUnit && hasOwnCue(scene, quote.last, limit)) return [];
  return [{ first: quote.first, last: quote.last }];
}

function hasOwnCue({ cues, words }: Scene, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 4); at++) {
    if (cues.verbs.has(words[at]!)) return true;
  }
  return false;
}
