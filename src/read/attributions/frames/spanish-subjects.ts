/**
 * Who is the subject of a Spanish verb. Before it: the noun phrase of its clause, past an apposition or
 * a relative clause between commas, or the one of the clause that "y" joins it to. Behind it: the first
 * phrase without a preposition.
 */
import type { VerbGroup } from './grammar.ts';
import { isMark, type Range, type Scene } from './scene.ts';
import { spanishBehind } from './spanish-behind.ts';
import { isRelative, isTime, spanishPhraseAt } from './spanish-phrases.ts';

/** Commas that may lie between a subject and its verb. */
const MOST_INSERTIONS = 3;
/** Between a noun and the verb of which it is the subject, its relative clause is at most so long. */
const RELATIVE_WINDOW = 16;
/** Tokens before a verb in which its subject is looked for. */
const WINDOW = 60;
const IN_PHRASE: ReadonlySet<string> = new Set([
  'NOUN',
  'PROPN',
  'ADJ',
  'NUM',
  'X',
  'SYM',
  'DET',
  'ADP',
  'ADV',
  'PRON',
]);

export function spanishSubjectBefore(
  scene: Scene,
  { group, word, cue }: VerbGroup,
  unit: Range,
): Range | undefined {
  const floor = Math.max(unit.first, group.first - WINDOW);
  const isImpersonal =
    scene.words[cue.first] === 'se' &&
    word.entry.kind === 'verb' &&
    !/se$|^preguntar$/.test(word.entry.lemma) &&
    word.entry.kind === 'verb' &&
    cue.last - cue.first < 3;
  if (isImpersonal) return undefined;
  if (word.shape === 'gerund') return gerundSubject(scene, group.first, floor);
  return subjectOf(scene, group.first, floor);
}

/** The subject of the verb whose group begins at `at`. */
function subjectOf(scene: Scene, at: number, floor: number): Range | undefined {
  const { words, document } = scene;
  const before = at - 1;
  if (before < floor) return undefined;
  if (words[before] === 'no') return subjectOf(scene, before, floor);
  if (isRelative(words[before]!) && document.tags[before] !== 'DET') {
    return antecedent(scene, before, floor);
  }
  if (document.tags[before] === 'CCONJ') return joinedSubject(scene, before, floor);
  if (isMark(scene, before, ',)—–')) return pastInsertion(scene, before, floor);
  return (
    phraseEndingAt(scene, at, floor) ??
    capitalsBefore(scene, at, floor) ??
    pastRelative(scene, at, floor)
  );
}

/** No two finite verbs stand side by side: a capitalised one is a name. */
function capitalsBefore({ document }: Scene, at: number, floor: number): Range | undefined {
  let first = at;
  while (first > floor && document.tokens[first - 1]!.capital) first--;
  const isName = first < at && /^(?:VERB|X|INTJ)$/.test(document.tags[at - 1]!);
  return isName ? { first, last: at } : undefined;
}

/** "el equipo que trata a X dijo": the noun before the relative clause. */
function pastRelative(scene: Scene, at: number, floor: number): Range | undefined {
  const { words, finite, document } = scene;
  for (let verb = at - 1; verb > floor && at - verb < RELATIVE_WINDOW; verb--) {
    if (document.tags[verb] === 'PUNCT') return undefined;
    if (finite[verb] !== 1) continue;
    let relative = verb - 1;
    while (relative > floor && /^(?:PRON|AUX|ADV)$/.test(document.tags[relative]!)) {
      if (words[relative] === 'que' || words[relative] === 'quien') break;
      relative--;
    }
    const isRelativeClause = words[relative] === 'que' || words[relative] === 'quien';
    return isRelativeClause ? phraseEndingAt(scene, relative, floor, true) : undefined;
  }
  return undefined;
}

/** "X, quien dijo": X; none where "que" hangs on a verb. */
function antecedent(scene: Scene, relative: number, floor: number): Range | undefined {
  const end = isMark(scene, relative - 1, ',') ? relative - 1 : relative;
  const phrase = phraseEndingAt(scene, end, floor, true);
  return phrase && scene.words[relative] !== 'que' ? personIn(scene, phrase) : phrase;
}

/** "las declaraciones de Ana Ruiz, quien": the person. */
function personIn({ document, words }: Scene, phrase: Range): Range {
  let first = phrase.last;
  while (first > phrase.first && document.tags[first - 1] === 'PROPN') first--;
  const head = words
    .slice(phrase.first, first)
    .find((_, i) => document.tags[phrase.first + i] === 'NOUN');
  const isWords =
    head !== undefined && /(?:ci[oó]n(?:es)?|mientos?|dad|palabras|dichos)$/u.test(head);
  return isWords && first < phrase.last ? { first, last: phrase.last } : phrase;
}

/** "X llegó y dijo": the subject of "llegó". */
function joinedSubject(scene: Scene, join: number, floor: number): Range | undefined {
  for (let at = join - 1; at >= floor; at--) {
    if (scene.finite[at] !== 1) continue;
    let first = at;
    while (first > floor && /^(?:AUX|PRON)$/.test(scene.document.tags[first - 1]!)) first--;
    const before = subjectOf(scene, first, floor);
    if (before !== undefined) return before;
    return scene.cues.verbs.has(scene.words[at]!) ? spanishBehind(scene, at + 1, join) : undefined;
  }
  return undefined;
}

/** "X, ministro de Y, dijo", "el ministro, X, dijo": back over what stands between commas. */
function pastInsertion(scene: Scene, closing: number, floor: number): Range | undefined {
  const opener = isMark(scene, closing, ',') ? ',' : isMark(scene, closing, ')') ? '(' : '—–';
  let comma = closing;
  for (let tries = 0; tries < MOST_INSERTIONS; tries++) {
    do comma--;
    while (comma >= floor && !isMark(scene, comma, opener));
    if (comma <= floor) return undefined;
    const phrase = phraseEndingAt(scene, comma, floor);
    if (phrase === undefined) continue;
    const name = spanishPhraseAt(scene, comma + 1, closing);
    const isName =
      name !== undefined && name.last === closing && scene.document.tags[comma + 1] === 'PROPN';
    return isName ? { first: phrase.first, last: closing } : phrase;
  }
  return undefined;
}

/** "… muestra al ministro, X, afirmando que": the name next to it, else the subject of the main verb. */
function gerundSubject(scene: Scene, at: number, floor: number): Range | undefined {
  const { document } = scene;
  const end = isMark(scene, at - 1, ',') ? at - 1 : at;
  if (end !== at && document.tags[end - 1] === 'PROPN') {
    let first = end;
    while (first > floor && /^(?:PROPN|ADP)$/.test(document.tags[first - 1]!)) first--;
    while (document.tags[first] === 'ADP') first++;
    if (isMark(scene, first - 1, ',')) return { first, last: end };
  }
  for (let verb = floor; verb < at; verb++) {
    if (scene.finite[verb] !== 1) continue;
    let first = verb;
    while (first > floor && /^(?:AUX|PRON)$/.test(document.tags[first - 1]!)) first--;
    return subjectOf(scene, first, floor);
  }
  return undefined;
}

/** The phrase that ends before `end`, from the beginning of its clause on. */
function phraseEndingAt(
  scene: Scene,
  end: number,
  floor: number,
  nearest = false,
): Range | undefined {
  let first = end;
  while (first > floor && isInPhrase(scene, first - 1, end)) first--;
  const starts: number[] = [];
  for (let at = first; at < end; at++) if (mayBegin(scene, at, first)) starts.push(at);
  if (nearest) starts.reverse();
  for (const start of starts) {
    const phrase = spanishPhraseAt(scene, start, end);
    if (phrase === undefined) continue;
    if (nearest && phrase.last !== end) continue;
    return phrase;
  }
  return undefined;
}

function isInPhrase(scene: Scene, at: number, end: number): boolean {
  const { document, words, finite } = scene;
  if (finite[at] === 1) return false;
  const quote = scene.quotes[scene.quoteAt[at]!];
  if (quote !== undefined && scene.quoteAt[at] !== scene.quoteAt[end]) return !quote.isSpeech;
  if (document.tags[at] === 'CCONJ') return words[at] === 'y' || words[at] === 'e';
  if (document.tags[at] === 'PRON') return !isRelative(words[at]!);
  // "personas familiarizadas con el asunto".
  const isParticiple =
    document.tags[at] === 'VERB' &&
    /[ai]d[ao]s$/u.test(words[at]!) &&
    document.tags[at - 1] === 'NOUN';
  return isParticiple || IN_PHRASE.has(document.tags[at]!);
}

/** A phrase begins where a determiner, pronoun or name stands that hangs on no preposition. */
function mayBegin({ document, words }: Scene, at: number, first: number): boolean {
  const tag = document.tags[at]!;
  if (tag === 'ADP' || tag === 'CCONJ' || tag === 'ADV' || tag === 'PUNCT') return false;
  if (at === first) return true;
  const before = document.tags[at - 1]!;
  if (before === 'ADP' || before === 'DET' || before === 'CCONJ') return false;
  if (before === 'ADV') return true;
  if (tag === 'DET' || tag === 'PRON') return true;
  return tag === 'PROPN' && isTime(words[at - 1]);
}
