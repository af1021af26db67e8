/**
 * Cues before what is said: `X dijo: "…"`, "X dijo que …", "X dijo haber …", "X acusó a Y de …",
 * "X сообщил о …".
 */
import type { Draft } from './draft.ts';
import { contentEnd } from './extent.ts';
import type { Grammar } from './grammar.ts';
import { aboutFrame, infinitiveFrame, namedFrame, objectFrame } from './objects.ts';
import { draftBefore, hostOf, type Reach } from './reach.ts';
import {
  DASHES,
  hasFinite,
  isMark,
  paragraphEnd,
  quoteOpening,
  type Range,
  type Scene,
  type SceneQuote,
} from './scene.ts';

/** Between a cue and its content stand at most so many tokens: the speaker, time, place. */
const WINDOW = 30;
/** Between a cue and a quotation without colon. */
const QUOTE_WINDOW = 10;

/** Between a cue and a colon without quotation. */
const BARE_WINDOW = 3;

/** The draft of a cue that goes before its content, by the first frame that fits. */
export function beforeFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  if (reach.verb.negated) return undefined;
  const takes = reach.verb.word.entry.takes ?? [];
  const { shape } = reach.verb.word;
  const isSpoken = takes.includes('quote') && shape !== 'infinitive';
  const next = scene.words[reach.verb.group.last] ?? '';
  const isDenial = takes.includes('object') && scene.cues.nouns.has(next);
  return (
    (isSpoken ? backFrame(scene, grammar, reach) : undefined) ??
    (isDenial ? objectFrame(scene, grammar, reach) : undefined) ??
    (isSpoken ? colonFrame(scene, grammar, reach) : undefined) ??
    (takes.includes('clause') ? clauseFrame(scene, grammar, reach) : undefined) ??
    (takes.includes('infinitive') ? infinitiveFrame(scene, grammar, reach) : undefined) ??
    (takes.includes('about') ? aboutFrame(scene, grammar, reach) : undefined) ??
    (takes.includes('named') ? namedFrame(scene, grammar, reach) : undefined) ??
    (takesObject(takes) ? objectFrame(scene, grammar, reach) : undefined) ??
    (isSpoken ? quoteFrame(scene, grammar, reach) : undefined)
  );
}

function takesObject(takes: readonly string[]): boolean {
  return ['object', 'accusation', 'appeal', 'claim', 'rating'].some((one) => takes.includes(one));
}

/** `X dijo: "…"`, "X dijo: …". */
function colonFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  const last = Math.min(bounds.last, verb.group.last + WINDOW);
  for (let at = verb.group.last; at < last; at++) {
    if (isMark(scene, at, ':') && !isMark(scene, at + 1, '/')) {
      const content = behindColon(scene, at, bounds.last);
      const isBare = content !== undefined && scene.quoteAt[content[0]!.first] === -1;
      if (isBare && at - verb.group.last > BARE_WINDOW) return undefined;
      return content === undefined ? undefined : draftBefore(scene, grammar, reach, at, content);
    }
    if (scene.finite[at] === 1 && endsReach(scene, at, verb.group.last)) return undefined;
    if (isMark(scene, at, ';') || grammar.clauseAt(scene, at) !== undefined) return undefined;
  }
  return undefined;
}

/** A finite verb behind a comma may be an insertion; a cue begins a statement of its own. */
function endsReach(scene: Scene, at: number, from: number): boolean {
  if (scene.cues.verbs.get(scene.words[at]!)?.shape === 'finite') return true;
  for (let before = at - 1; before >= from; before--) if (isMark(scene, before, ',')) return false;
  return true;
}

/** The quotations behind a colon, a paragraph behind a dash, or the rest of the unit. */
export function behindColon(scene: Scene, colon: number, last: number): Range[] | undefined {
  let at = colon + 1;
  if (at >= scene.words.length) return undefined;
  if (isMark(scene, at, DASHES)) at++;
  const quote = quoteOpening(scene, at);
  if (quote !== undefined && (quote.first < last || colon + 1 === last)) {
    return quotesFrom(scene, quote, last);
  }
  return at < last ? [{ first: at, last }] : undefined;
}

/** A quotation, and those that follow at once. What follows it in its own clause is let go. */
function quotesFrom(scene: Scene, quote: SceneQuote, last: number): Range[] {
  const quotes = [{ first: quote.first, last: quote.last }];
  const limit = quote.last > last ? paragraphEnd(scene, quote.last - 1) : last;
  let next = quoteOpening(scene, quote.last);
  while (next !== undefined && next.last <= limit) {
    quotes.push({ first: next.first, last: next.last });
    next = quoteOpening(scene, next.last);
  }
  return quotes;
}

/** "X dijo que …", "X сказал, что …". */
function clauseFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  const last = Math.min(bounds.last, verb.group.last + WINDOW);
  if (grammar.infinitiveAt(scene, verb.group.last, last) === verb.group.last) return undefined;
  for (let at = verb.group.last; at < last; at++) {
    const first = grammar.clauseAt(scene, at);
    if (first !== undefined && hasBareObject(scene, grammar, reach, at)) return undefined;
    if (first !== undefined) {
      const content = clauseContent(scene, grammar, reach, first);
      return content && draftBefore(scene, grammar, reach, at, [content]);
    }
    if (scene.finite[at] === 1 || isMark(scene, at, ';:') || isOtherClause(scene, at))
      return undefined;
    if (quoteOpening(scene, at)?.isSpeech) return undefined;
  }
  return undefined;
}

/** "respondió las preguntas que …": with a subject before it and an object, "que" is a relative. */
function hasBareObject(
  scene: Scene,
  grammar: Grammar,
  { verb, bounds }: Reach,
  that: number,
): boolean {
  if (scene.document.language !== 'es' || that - verb.group.last < 2) return false;
  if (/^pregunta/.test(scene.words[that - 1]!)) return true;
  const object = grammar.objectAt(scene, verb.group.last, that);
  if (object === undefined || scene.document.tags[object] === 'ADP') return false;
  if (verb.word.shape !== 'finite') return true;
  return grammar.subjectBefore(scene, verb, bounds) !== undefined;
}

/** A comma behind which no "that" follows soon: the cue's clause ends there. */
function isOtherClause(scene: Scene, at: number): boolean {
  if (!isMark(scene, at, ',')) return false;
  for (let next = at + 1; next < at + QUOTE_WINDOW; next++) {
    if (scene.finite[next] === 1) return true;
    if (isMark(scene, next, ',')) return false;
    if (/^(?:que|что)$/.test(scene.words[next] ?? '')) return false;
  }
  return true;
}

/** The clause; only its quotation where it has nothing else. */
function clauseContent(
  scene: Scene,
  grammar: Grammar,
  reach: Reach,
  first: number,
): Range | undefined {
  const { bounds } = reach;
  const quote = quoteOpening(scene, first + 1);
  const end = contentEnd(scene, grammar, first, bounds.last, hostOf(scene, grammar, reach));
  if (quote !== undefined && !isWordBetween(scene, quote.last, end)) {
    return { first: quote.first, last: quote.last };
  }
  return end > first + 1 ? { first, last: end } : undefined;
}

function isWordBetween({ document }: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (document.tokens[at]!.kind !== 'mark') return true;
  return false;
}

/** `X dijo a la prensa "…"`. */
function quoteFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, bounds } = reach;
  const last = Math.min(bounds.last, verb.group.last + QUOTE_WINDOW);
  for (let at = verb.group.last; at < last; at++) {
    const quote = quoteOpening(scene, at);
    const isNext = at === verb.group.last && !isTitle(scene, at);
    if (quote !== undefined && (quote.isSpeech || isNext)) {
      return draftBefore(scene, grammar, reach, at, quotesFrom(scene, quote, bounds.last));
    }
    if (scene.finite[at] === 1 || isMark(scene, at, ',;')) return undefined;
  }
  return undefined;
}

/** Behind a Russian verb a title in marks is an outlet: «сообщает „Радио Фаро“». */
function isTitle({ document }: Scene, quote: number): boolean {
  return document.language === 'ru' && document.tokens[quote + 1]?.capital === true;
}

/** "Así lo dijo X.": what stands in the sentence before. */
function backFrame(scene: Scene, grammar: Grammar, reach: Reach): Draft | undefined {
  const { verb, unit, before } = reach;
  if (verb.word.shape !== 'finite' || !grammar.pointsBack(scene, verb, unit)) return undefined;
  if (before === undefined || !hasFinite(scene, before) || leadsOn(scene, grammar, reach)) {
    return undefined;
  }
  const draft = draftBefore(scene, grammar, reach, unit.last, [before]);
  // "Об этом в интервью X рассказала Y": who stands behind the verb is its subject.
  const behind = grammar.subjectAfter(scene, verb, verb.group.last, unit.last);
  return behind === undefined ? draft : { ...draft, source: behind };
}

/** Whether what is said follows: "Eso dijo: …", "Это он сказал, когда …" apart. */
function leadsOn(scene: Scene, grammar: Grammar, { verb, unit }: Reach): boolean {
  const last = Math.min(unit.last, verb.group.last + QUOTE_WINDOW);
  for (let at = verb.group.last; at < last; at++) {
    if (isMark(scene, at, ':') || grammar.clauseAt(scene, at) !== undefined) return true;
    if (quoteOpening(scene, at)?.isSpeech) return true;
  }
  return false;
}
