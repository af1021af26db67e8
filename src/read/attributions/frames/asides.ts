/**
 * Sources named beside the statement: "according to X", "as X said", in front of it, in its midst or
 * behind it ("según X", "como dijo X", "по словам X", "как сообщает X").
 */
import type { CuePhrase } from './cue-list.ts';
import type { Draft } from './draft.ts';
import type { Grammar } from './grammar.ts';
import { hasFinite, isClause, isMark, type Range, type Scene } from './scene.ts';

/** A source's phrase and what follows it up to a comma are at most so long. */
const WINDOW = 40;
/** Between a cue and its "that" stand at most so many tokens. */
const CUE_WINDOW = 12;
/** Relative clauses in a row. */
const MOST_RELATIVES = 4;
const RELATIVE = /^(?:que|quien|quienes|котор.*)$/u;

/** "según X", "по словам X" at `at`; absent where no such phrase or no source stands there. */
export function originFrame(
  scene: Scene,
  grammar: Grammar,
  at: number,
  unit: Range,
): Draft | undefined {
  const possessive = grammar.ownOrigin(scene, at);
  if (possessive !== undefined)
    return asideDraft(scene, grammar, unit, {
      ...possessive,
      from: at,
      ofClause: false,
    });
  const phrase = phraseHere(scene, at, 'origin');
  if (phrase === undefined) return undefined;
  const behind = at + phrase.words.length;
  const last = Math.min(unit.last, behind + WINDOW);
  const source = grammar.phraseAt(scene, behind, last);
  if (source === undefined || isFollowedByVerb(scene, source)) return undefined;
  const cue = { first: at, last: behind };
  return asideDraft(scene, grammar, unit, {
    cue,
    source,
    lemma: phrase.entry.lemma,
    from: at,
    ofClause: false,
  });
}

/** The phrase of a kind that stands at `at`. */
export function phraseHere(
  { cues, words }: Scene,
  at: number,
  kind: CuePhrase['entry']['kind'],
): CuePhrase | undefined {
  const list = cues.phrases.get(words[at]!);
  return list?.find(
    (phrase) =>
      phrase.entry.kind === kind && phrase.words.every((word, i) => words[at + i] === word),
  );
}

/** "según el ministro dijo" is not "according to the minister". */
function isFollowedByVerb({ finite }: Scene, { last }: Range): boolean {
  return finite[last] === 1;
}

/** "como dijo X", "как сообщает X": `as` is the place of "as", the verb behind it need not be a known cue. */
export function asFrame(
  scene: Scene,
  grammar: Grammar,
  as: number,
  unit: Range,
): Draft | undefined {
  const verb = grammar.asVerb(scene, as, unit);
  if (verb === undefined) return undefined;
  const { cue } = verb;
  const last = Math.min(unit.last, cue.last + WINDOW);
  const source = grammar.subjectAfter(scene, verb, cue.last, last);
  if (source === undefined && verb.word.entry.kind !== 'impersonal') return undefined;
  const { lemma } = verb.word.entry;
  return asideDraft(scene, grammar, unit, {
    cue,
    source,
    lemma,
    from: as,
    ofClause: scene.words[as] !== 'según',
  });
}

interface Aside {
  readonly cue: Range;
  readonly source: Range | undefined;
  readonly lemma: string;
  /** Its first word. */
  readonly from: number;
  /** "as X said" behind a clause with "that" is about the clause, "according to X" about the whole. */
  readonly ofClause: boolean;
}

/** The draft with what stands before and behind the aside for content. */
function asideDraft(scene: Scene, grammar: Grammar, unit: Range, aside: Aside): Draft | undefined {
  const { cue, source, lemma, from } = aside;
  const bounds = boundsAround(scene, grammar, aside, unit);
  const end = Math.max(cue.last, source?.last ?? 0);
  const isFirst =
    from <= bounds.first + 1 && !hasFinite(scene, { first: bounds.first, last: from });
  const rest = restBehind(scene, end, bounds.last, isFirst);
  const before = { first: bounds.first, last: from };
  const content: Range[] = [];
  if (!isFirst) content.push(before);
  if (rest !== undefined) content.push({ first: rest, last: bounds.last });
  if (content.length === 0) return undefined;
  if (!isFirst && !content.some((range) => isClause(scene, range))) return undefined;
  return {
    source,
    cue,
    lemma,
    content,
    accordingTo: true,
    aside: isFirst ? undefined : { first: from - 1, last: rest ?? bounds.last },
  };
}

/** The clause around: from the unit's beginning, or from the "that" of a statement it stands in. */
function boundsAround(
  scene: Scene,
  grammar: Grammar,
  { from, ofClause }: Aside,
  unit: Range,
): Range {
  const quote = scene.quotes[scene.quoteAt[from]!];
  const first = quote === undefined ? unit.first : Math.max(unit.first, quote.first + 1);
  const last = quote === undefined ? unit.last : Math.min(unit.last, quote.last);
  const comma = isMark(scene, from - 1, ',') ? from - 1 : from;
  for (let at = from - 1; at > first && from - at < WINDOW; at--) {
    if (isMark(scene, at, ';')) return { first: at + 1, last };
    // A relative clause that the aside opens: "que, según X, fue quemada".
    if (at === comma - 1 && comma < from && RELATIVE.test(scene.words[at]!)) {
      return { first: comma, last };
    }
    const clause = grammar.clauseAt(scene, at);
    if (clause === undefined || !followsCue(scene, at)) continue;
    // In front of the clause or in its midst it belongs to the clause, behind it to the whole.
    const isBehind = restBehindWindow(scene, from, last) === undefined;
    if (ofClause || comma - clause <= 1 || !isBehind) return { first: clause + 1, last };
    break;
  }
  return { first, last };
}

function followsCue({ cues, words }: Scene, at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before < CUE_WINDOW; before--) {
    if (cues.verbs.has(words[before]!)) return true;
  }
  return false;
}

function restBehindWindow(scene: Scene, from: number, last: number): number | undefined {
  for (let at = from; at < Math.min(last, from + WINDOW); at++) {
    if (isMark(scene, at, ',')) return restBehind(scene, at, last);
  }
  return undefined;
}

/**
 * Where the statement goes on behind the source that ends at `end`: behind the comma, past an
 * apposition or a relative clause; absent where it does not.
 */
function restBehind(scene: Scene, end: number, last: number, isFirst = false): number | undefined {
  let comma = end;
  // "según un informe al que tuvo acceso X, …": past the relative clause.
  if (isFirst && opensRelative(scene, end)) {
    const closing = commaFrom(scene, end, last);
    return closing === undefined ? undefined : closing + 1;
  }
  while (comma < last && comma < end + WINDOW && !isMark(scene, comma, ',')) {
    if (isMark(scene, comma, ':')) return comma + 1;
    if (scene.finite[comma] === 1) return isFirst ? end : undefined;
    comma++;
  }
  if (!isMark(scene, comma, ','))
    return isFirst && isClause(scene, { first: end, last }) ? end : undefined;
  let next = commaFrom(scene, comma + 1, last);
  // «согласно отчёту, с которым ознакомились, …»: with its preposition.
  const relative = scene.document.tags[comma + 1] === 'ADP' ? comma + 2 : comma + 1;
  if (RELATIVE.test(scene.words[relative] ?? '')) {
    for (let tries = 0; next !== undefined && tries < MOST_RELATIVES; tries++) {
      if (!RELATIVE.test(scene.words[next + 1] ?? '')) break;
      next = commaFrom(scene, next + 1, last);
    }
    return next === undefined ? undefined : next + 1;
  }
  const tag = scene.document.tags[comma + 1];
  const isNominal = /^(?:NOUN|PROPN|DET|ADJ)$/.test(tag ?? '');
  // "según X, coronel retirado que asesora a Y.": who X is, to the end.
  if (next === undefined && !isFirst && isNominal && isDescribed(scene, comma + 1, last)) return;
  if (next !== undefined && isNominal && !hasFinite(scene, { first: comma + 1, last: next })) {
    if (hasFinite(scene, { first: next, last })) return next + 1;
  }
  return isFirst || hasFinite(scene, { first: comma + 1, last }) ? comma + 1 : undefined;
}

/** Whether the first verb from `from` on stands in a relative clause. */
function isDescribed({ words, finite }: Scene, from: number, last: number): boolean {
  for (let at = from; at < Math.min(last, from + CUE_WINDOW); at++) {
    if (finite[at] === 1) return false;
    if (RELATIVE.test(words[at]!)) return true;
  }
  return false;
}

/** "que", "al que", «с которым» at `at`. */
function opensRelative({ words, document }: Scene, at: number): boolean {
  if (RELATIVE.test(words[at] ?? '')) return true;
  const isLed = document.tags[at] === 'ADP' || words[at] === 'al' || words[at] === 'del';
  return isLed && [1, 2].some((by) => RELATIVE.test(words[at + by] ?? ''));
}

function commaFrom(scene: Scene, from: number, last: number): number | undefined {
  for (let at = from; at < Math.min(last, from + WINDOW); at++)
    if (isMark(scene, at, ',')) return at;
  return undefined;
}
