/**
 * Content that is no clause: "X dijo haber …", "X informó de …", "X negó los cargos", "X acusó a Y de …",
 * "X pidió a Y «…»".
 */
import type { Draft } from './draft.ts';
import { contentEnd } from './extent.ts';
import type { Grammar } from './grammar.ts';
import { draftBefore, hostOf, type Reach } from './reach.ts';
import { isMark, quoteOpening, type Scene } from './scene.ts';

/** How far the words are looked for that make an object a rating. */
const WINDOW = 30;
/** Between a cue and "about", or between an appeal and what it is for. */
const NEAR = 10;

/** "X dijo haber visto …", "X пообещал ответить …". */
export function infinitiveFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  const first = grammar.infinitiveAt(scene, verb.group.last, bounds.last);
  if (first === undefined) return undefined;
  const end = contentEnd(scene, grammar, first, bounds.last, hostOf(scene, grammar, reach));
  return draftBefore(scene, grammar, reach, first, [{ first, last: end }]);
}

/** "X informó de …", "X сообщил о …". */
export function aboutFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  for (let at = verb.group.last; at < Math.min(bounds.last, verb.group.last + NEAR); at++) {
    if (scene.finite[at] === 1 || isMark(scene, at, ',;:')) return undefined;
    if (!grammar.isAbout(scene.words[at]!)) continue;
    if (!grammar.isFree(scene, verb.group.last, at)) return undefined;
    if (scene.document.tags[at + 1] === 'PRON' || scene.words[at + 1] === 'этом') return undefined;
    const end = contentEnd(scene, grammar, at, bounds.last, hostOf(scene, grammar, reach));
    return end > at + 1
      ? draftBefore(scene, grammar, reach, at, [{ first: at, last: end }])
      : undefined;
  }
  return undefined;
}

/** "X negó los cargos", "X acusó a Y de Z", "X pidió a Y «…»": only with a subject before the verb. */
export function objectFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  const takes = verb.word.entry.takes ?? [];
  const next = verb.group.last;
  const isRated =
    takes.includes('rating') &&
    (scene.words[next] === 'de' || quoteOpening(scene, next) !== undefined);
  // «выразила обеспокоенность в связи с …».
  const isOver = verb.word.entry.kind === 'phrasal' && scene.document.tags[next] === 'ADP';
  const first = isRated || isOver ? next : grammar.objectAt(scene, next, bounds.last);
  if (first === undefined) return undefined;
  const end = contentEnd(scene, grammar, first, bounds.last, hostOf(scene, grammar, reach));
  if (takes.includes('claim') && !hasClaim(scene, first, end)) return undefined;
  if (takes.includes('appeal') && !isAppeal(scene, grammar, first, end)) return undefined;
  if (takes.includes('rating') && !isRating(scene, grammar, first, end)) return undefined;
  const found = draftBefore(scene, grammar, reach, first, [{ first, last: end }]);
  return found.source === undefined ? undefined : found;
}

/** `X habla de «una campaña»`, `X говорит о «сказке»`: of what stands in marks. */
export function namedFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  for (let at = verb.group.last; at < Math.min(bounds.last, verb.group.last + NEAR); at++) {
    const quote = quoteOpening(scene, at);
    if (quote !== undefined && at > verb.group.last) {
      const draft = draftBefore(scene, grammar, reach, at, [{ first: at, last: quote.last }]);
      return draft.source === undefined ? undefined : draft;
    }
    const isLead = grammar.isAbout(scene.words[at]!) || scene.document.tags[at] === 'DET';
    if (quote !== undefined || !isLead) return undefined;
  }
  return undefined;
}

/** Something is called something: "como", "de", or quoted words. */
function isRating(scene: Scene, grammar: Grammar, first: number, end: number): boolean {
  for (let at = first; at < Math.min(end, first + WINDOW); at++) {
    if (grammar.isRating(scene, at) || quoteOpening(scene, at) !== undefined) return true;
  }
  return false;
}

/** A noun that names a statement heads the object. */
function hasClaim({ cues, words, document }: Scene, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    if (cues.nouns.has(words[at]!)) return true;
    if (document.tags[at] === 'NOUN') return false;
  }
  return false;
}

/** Somebody is called upon to do something: an infinitive or quoted words follow. */
function isAppeal(scene: Scene, grammar: Grammar, first: number, end: number): boolean {
  for (let at = first; at < Math.min(end, first + NEAR); at++) {
    if (grammar.infinitiveAt(scene, at, end) === at || quoteOpening(scene, at)?.isSpeech)
      return true;
  }
  return false;
}
