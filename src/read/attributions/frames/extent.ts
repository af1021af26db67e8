/** How far content reaches, and what of it is kept. */
import type { Grammar } from './grammar.ts';
import { closesQuote, DASHES, isMark, quoteOpening, type Range, type Scene } from './scene.ts';

/** No clause is followed further, so that a text without sentence ends costs no more than another. */
const MOST_TOKENS = 400;
/** Between a verb that goes on with the same subject and its "that" stand at most so many tokens. */
const NEAR = 6;

/** Where a clause is said from. */
export interface Host {
  /** The clause is one before its main clause, or in a relative one: it ends where that goes on. */
  readonly isInserted: boolean;
  /** Statements around or behind this one, in reading order: they are not part of it. */
  readonly asides: readonly Range[];
}

/** Where the content that begins at `first` ends, `limit` at the latest. */
export function contentEnd(
  scene: Scene,
  grammar: Grammar,
  first: number,
  limit: number,
  host: Host,
): number {
  const most = Math.min(limit, first + MOST_TOKENS);
  const aside = host.asides.find((one) => one.first > first && one.first < most);
  const end = aside !== undefined && isAtEnd(scene, aside, limit) ? aside.first : most;
  let seenVerb = false;
  let depth = 0;
  for (let at = first; at < end; at++) {
    if (scene.quoteAt[at] !== -1 && scene.quoteAt[at] !== scene.quoteAt[first - 1]) continue;
    if (isMark(scene, at, '([')) depth++;
    if (isMark(scene, at, ')]') && --depth < 0) return at;
    if (isMark(scene, at, ';')) return at;
    if (scene.finite[at] === 1 || scene.document.tags[at] === 'VERB') seenVerb = true;
    if (!seenVerb) continue;
    if (goesOnSaying(scene, grammar, at, end)) return at;
    if (!isMark(scene, at, ',')) continue;
    if (grammar.leavesContent(scene, at)) return at;
    if (host.isInserted && opensMainClause(scene, grammar, at, end)) return at;
  }
  return end;
}

/** Whether nothing but an apposition or a place follows the aside. */
function isAtEnd(scene: Scene, { last }: Range, limit: number): boolean {
  for (let at = last; at < limit; at++) if (scene.finite[at] === 1) return false;
  return true;
}

/** "…, y añadió que": the same speaker goes on with another verb. */
function goesOnSaying(scene: Scene, grammar: Grammar, at: number, end: number): boolean {
  const join = isMark(scene, at, ',') ? at + 1 : at;
  if (!grammar.isJoin(scene.words[join] ?? '')) return false;
  for (let verb = join + 1; verb < Math.min(end, join + 4); verb++) {
    const word = scene.cues.verbs.get(scene.words[verb]!);
    if (word !== undefined && word.shape === 'finite' && scene.finite[verb] === 1) {
      for (let that = verb + 1; that < Math.min(end, verb + NEAR); that++) {
        if (grammar.clauseAt(scene, that) !== undefined || isMark(scene, that, ':')) return true;
        if (quoteOpening(scene, that)?.isSpeech) return true;
        if (grammar.infinitiveAt(scene, that, end) === that) return true;
      }
      return false;
    }
    if (scene.document.tags[verb] === 'NOUN') return false;
  }
  return false;
}

/** Behind the comma comes a verb, or a noun with its verb: the clause around goes on. */
function opensMainClause(scene: Scene, grammar: Grammar, comma: number, end: number): boolean {
  const { tags } = scene.document;
  if (scene.finite[comma + 1] === 1) return true;
  if (!grammar.mayBeSubject(scene, comma + 1)) return false;
  for (let at = comma + 1; at < end; at++) {
    if (tags[at] === 'VERB' || tags[at] === 'AUX') return true;
  }
  return false;
}

/**
 * The range without marks at its ends that do not belong to it; absent where nothing is left. `begin`:
 * where the whole content begins of which the range is a part.
 */
export function trimmed(scene: Scene, { first, last }: Range, begin: number): Range | undefined {
  let from = first;
  let to = last;
  while (from < to && isMark(scene, from, `,.;:${DASHES})`)) from++;
  while (to > from && isMark(scene, to - 1, `,.;:!?…${DASHES}([`) && !isQuotedMark(scene, to - 1))
    to--;
  while (to > from && isLoneQuoteMark(scene, to - 1, begin)) to--;
  return to > from ? { first: from, last: to } : undefined;
}

/** Marks at the end of quoted words are the speaker's; a full stop may be anyone's. */
function isQuotedMark(scene: Scene, at: number): boolean {
  return scene.quoteAt[at] !== -1 && isMark(scene, at, '!?…');
}

/** A closing mark whose quotation began before `from`. */
function isLoneQuoteMark(scene: Scene, at: number, from: number): boolean {
  if (!closesQuote(scene, at)) return false;
  return scene.quotes[scene.quoteAt[at]!]!.first < from;
}
