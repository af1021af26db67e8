/**
 * Cues behind or in the midst of what is said: `"…", dijo X`, `— …, — сказал X`, `…, говорит X`,
 * `«… —dijo X— …»`. What goes on behind the speaker belongs to the statement.
 */
import type { Draft } from './draft.ts';
import type { Grammar, VerbGroup } from './grammar.ts';
import { contentBefore, contentBehind, type Parts, type Seam } from './said-around.ts';
import {
  closesQuote,
  DASHES,
  isClause,
  isMark,
  quoteOpening,
  type Range,
  type Scene,
} from './scene.ts';

/** A speaker with apposition, up to the dash that closes the insertion. */
const WINDOW = 40;
/** Between a cue and its "that" or colon stand at most so many tokens. */
const NEAR = 12;
/** Between «об этом» and its verb stand at most so many tokens: «об этом агентству „Дельта“ рассказали». */
const POINTER = 9;

/** The draft of a cue that follows what is said; absent where it does not. */
export function behindFrame(
  scene: Scene,
  grammar: Grammar,
  verb: VerbGroup,
  unit: Range,
  earlier: readonly Draft[],
): Draft | undefined {
  const { word, group } = verb;
  if (word.shape !== 'finite' || verb.negated || !word.entry.takes?.includes('quote'))
    return undefined;
  const bounds = insideQuote(scene, group.first, unit);
  const seam = seamBefore(scene, group.first, bounds.first);
  if (seam === undefined) return withSubjectBefore(scene, grammar, verb, unit, earlier);
  const last = Math.min(bounds.last, group.last + WINDOW);
  const source = grammar.subjectAfter(scene, verb, group.last, last);
  if (!seam.isQuoted && opensInsertion(scene, bounds.first, seam.at)) return undefined;
  if (!seam.isQuoted && leadsOn(scene, grammar, group.last, bounds.last)) {
    const isAfterClause =
      source !== undefined && (isMark(scene, source.last, ':') || isDescribed(scene, source.last));
    if (!isAfterClause || !isClause(scene, { first: bounds.first, last: seam.at }))
      return undefined;
  }
  const end = source?.last ?? group.last;
  if (!isPlausible(scene, seam, source, end, bounds.last)) return undefined;
  return draftOf(scene, grammar, { verb, unit, bounds, seam, source, end }, earlier);
}

/** `"…", el ministro dijo.` */
function withSubjectBefore(
  scene: Scene,
  grammar: Grammar,
  verb: VerbGroup,
  unit: Range,
  earlier: readonly Draft[],
): Draft | undefined {
  const source = grammar.subjectBefore(scene, verb, unit);
  if (source === undefined || source.last !== verb.group.first) return undefined;
  const seam = seamBefore(scene, source.first, unit.first);
  if (seam === undefined || !seam.isQuoted) return undefined;
  if (leadsOn(scene, grammar, verb.group.last, unit.last)) return undefined;
  const end = verb.group.last;
  return draftOf(scene, grammar, { verb, unit, bounds: unit, seam, source, end }, earlier);
}

/** "Ana Ruiz, quien vive en Riga, negó": what stands in front is a subject and who it is. */
function opensInsertion(scene: Scene, first: number, seam: number): boolean {
  for (let at = first; at < seam; at++) {
    if (scene.finite[at] === 1) return false;
    if (isMark(scene, at, ','))
      return /^(?:que|quien|quienes|cuy.*|котор.*)$/u.test(scene.words[at + 1] ?? '');
  }
  return false;
}

/** "…, escribe el diario, que cita a X": a relative clause on the speaker at its comma. */
function isDescribed(scene: Scene, comma: number): boolean {
  return isMark(scene, comma, ',') && scene.words[comma + 1] === 'que';
}

function insideQuote({ quotes, quoteAt }: Scene, at: number, unit: Range): Range {
  const quote = quotes[quoteAt[at]!];
  if (quote === undefined) return unit;
  return { first: Math.max(unit.first, quote.first + 1), last: Math.min(unit.last, quote.last) };
}

function seamBefore(scene: Scene, group: number, first: number): Seam | undefined {
  let at = pastPronoun(scene, group) - 1;
  const isDash = isMark(scene, at, DASHES);
  if (isDash) at--;
  const isComma = isMark(scene, at, ',.');
  if (isComma && at > first) at--;
  if (at < first) return undefined;
  const isQuoted = closesQuote(scene, at) && scene.quoteAt[group] !== scene.quoteAt[at];
  if (isQuoted && !isDash && !isComma && !standsAlone(scene, at, first)) return undefined;
  if (!isDash && !isComma && !isQuoted) return undefined;
  if (isComma && !isDash && isMark(scene, at + 1, '.')) return undefined;
  return { at: at + 1, isDash, isQuoted };
}

/** ", о чем заявил X": back over the words that stand for what was said. */
function pastPronoun(scene: Scene, group: number): number {
  const { words } = scene;
  for (let at = group - 2; at >= Math.max(1, group - POINTER); at--) {
    const isPointer = /^обо?$|^о$/u.test(words[at]!) && /^(?:чем|этом)$/u.test(words[at + 1]!);
    if (isPointer && isMark(scene, at - 1, `,${DASHES}`)) return at;
    if (isMark(scene, at, '.,;:')) break;
  }
  return group;
}

/** `"…?" preguntó X`: without comma, a quotation that begins the sentence or ends in a mark. */
function standsAlone(scene: Scene, closing: number, first: number): boolean {
  const quote = scene.quotes[scene.quoteAt[closing]!];
  if (quote === undefined || !quote.isSpeech) return false;
  return quote.first <= first || isMark(scene, closing - 1, '?!…,');
}

/** Whether "that" or a colon follows: then the statement stands behind the cue. */
function leadsOn(scene: Scene, grammar: Grammar, from: number, last: number): boolean {
  for (let at = from; at < Math.min(last, from + NEAR); at++) {
    if (grammar.clauseAt(scene, at) !== undefined || isMark(scene, at, ':')) return true;
    if (scene.finite[at] === 1 || quoteOpening(scene, at)?.isSpeech) return false;
  }
  return false;
}

/** Without quotation marks and dash the speaker must end a clause, as a sentence's last words do. */
function isPlausible(
  scene: Scene,
  seam: Seam,
  source: Range | undefined,
  end: number,
  last: number,
): boolean {
  if (seam.isQuoted) return true;
  if (source === undefined) return isMark(scene, end, `,.${DASHES}`) || end >= last;
  if (seam.isDash) return true;
  return scene.finite[end] !== 1;
}

function draftOf(
  scene: Scene,
  grammar: Grammar,
  parts: Parts,
  earlier: readonly Draft[],
): Draft | undefined {
  const { verb, seam, source, end } = parts;
  const before = contentBefore(scene, parts, earlier);
  if (before.length === 0) return undefined;
  const first = before[0]!;
  const isDashed = seam.isDash && !seam.isQuoted && isMark(scene, first.first - 1, DASHES);
  const isStated = before.some((range) => isClause(scene, range));
  if (!seam.isQuoted && !seam.isDash && !isStated && !isMark(scene, end, ',')) return undefined;
  const behind = contentBehind(scene, grammar, parts, isDashed, isStated);
  if (!isStated && !seam.isQuoted && !isDashed && behind.length === 0) return undefined;
  return {
    source,
    cue: verb.cue,
    lemma: verb.word.entry.lemma,
    content: [...before, ...behind],
    accordingTo: false,
    aside: { first: seam.at, last: Math.max(end, behind[0]?.first ?? end) },
    isDashed,
  };
}
