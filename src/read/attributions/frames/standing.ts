/**
 * Statements without a verb of saying: "the claim of X that …", "reportedly", "citing X", `X: "…"`, and
 * quotations left standing.
 */
import { phraseHere } from './asides.ts';
import { behindColon } from './before.ts';
import type { Draft } from './draft.ts';
import { contentEnd } from './extent.ts';
import type { Grammar } from './grammar.ts';
import { hasFinite, isMark, quoteOpening, type Range, type Scene } from './scene.ts';

/** A noun, its owner and "that" are at most so long. */
const WINDOW = 16;
/** The name before a colon is at most so long. */
const TITLE_TOKENS = 12;
/** A quotation left standing has so many tokens or more. */
const STANDING_TOKENS = 6;

/** "la afirmación de X de que …", "заявление X о том, что …"; only where an owner is named. */
export function nounFrame(
  scene: Scene,
  grammar: Grammar,
  at: number,
  unit: Range,
  drafts: readonly Draft[],
): Draft | undefined {
  const entry = scene.cues.nouns.get(scene.words[at]!);
  if (entry === undefined || scene.document.tags[at] !== 'NOUN') return undefined;
  const owner = grammar.ownerOf(scene, at, Math.min(unit.last, at + WINDOW));
  if (owner === undefined) return undefined;
  const from = Math.max(at + 1, owner.last);
  const first = grammar.clauseAt(scene, from);
  if (first === undefined) return undefined;
  const asides = drafts.flatMap(({ aside }) => aside ?? []);
  const end = contentEnd(scene, grammar, first, unit.last, { isInserted: true, asides });
  const last = hasFinite(scene, { first: unit.first, last: at })
    ? end
    : mainVerb(scene, first, end);
  return {
    source: owner,
    cue: { first: at, last: at + 1 },
    lemma: entry.lemma,
    content: [{ first, last }],
    accordingTo: false,
    aside: undefined,
  };
}

function beforeNegation({ tags, tokens }: Scene['document'], at: number, first: number): number {
  let last = at;
  while (
    last > first + 1 &&
    (tags[last - 1] === 'ADV' || /^(?:no|не)$/u.test(tokens[last - 1]!.lower))
  )
    last--;
  return last;
}

/** "La versión de que X viajó fue desmentida": a second verb with no join before it is another's. */
function mainVerb({ finite, document }: Scene, first: number, end: number): number {
  let seen = false;
  for (let at = first + 1; at < end; at++) {
    if (/^(?:PUNCT|SCONJ|CCONJ|PRON)$/.test(document.tags[at]!)) return end;
    if (finite[at] !== 1) continue;
    if (seen && document.tags[at - 1] !== 'AUX') return beforeNegation(document, at, first);
    seen = true;
  }
  return end;
}

/** "supuestamente", "якобы": the clause around, without a source; inside no other statement. */
export function hearsayFrame(
  scene: Scene,
  at: number,
  unit: Range,
  drafts: readonly Draft[],
): Draft | undefined {
  const phrase = phraseHere(scene, at, 'hearsay');
  if (phrase === undefined || scene.quoteAt[at] !== -1) return undefined;
  if (drafts.some(({ content }) => content.some((one) => one.first <= at && at < one.last))) {
    return undefined;
  }
  const cue = { first: at, last: at + phrase.words.length };
  if (!hasFinite(scene, unit)) return undefined;
  return {
    source: undefined,
    cue,
    lemma: phrase.entry.lemma,
    content: [
      { first: unit.first, last: at },
      { first: cue.last, last: unit.last },
    ],
    accordingTo: true,
    aside: undefined,
  };
}

/** "citando a X", "со ссылкой на X": the statement of the unit once more, from X. */
export function relayFrame(
  scene: Scene,
  grammar: Grammar,
  at: number,
  unit: Range,
  drafts: readonly Draft[],
): Draft | undefined {
  const phrase = phraseHere(scene, at, 'relay');
  if (phrase === undefined) return undefined;
  const behind = at + phrase.words.length;
  const source = grammar.phraseAt(scene, behind, Math.min(unit.last, behind + WINDOW));
  const told = drafts.findLast(({ cue }) => cue !== undefined && cue.last <= at);
  if (source === undefined || told === undefined) return undefined;
  return {
    source,
    cue: { first: at, last: behind },
    lemma: phrase.entry.lemma,
    content: told.content,
    accordingTo: true,
    aside: undefined,
  };
}

/** `X: "…"`: a name, a colon, a quotation. */
export function titledQuote(
  scene: Scene,
  grammar: Grammar,
  unit: Range,
  drafts: readonly Draft[],
): Draft | undefined {
  const source = grammar.phraseAt(
    scene,
    unit.first,
    Math.min(unit.last, unit.first + TITLE_TOKENS),
  );
  if (source === undefined || !isMark(scene, source.last, ':')) return undefined;
  const quote = quoteOpening(scene, source.last + 1);
  const isTaken = drafts.some(({ content }) =>
    content.some((one) => one.first <= source.last + 1 && source.last + 1 < one.last),
  );
  if (quote === undefined || isTaken || !hasName(scene, source)) return undefined;
  if (!quote.isSpeech && quote.last - quote.first < STANDING_TOKENS) return undefined;
  const content = behindColon(scene, source.last, unit.last);
  if (content === undefined) return undefined;
  return { source, cue: undefined, lemma: '', content, accordingTo: false, aside: undefined };
}

function hasName({ document }: Scene, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (document.tags[at] === 'PROPN') return true;
  return false;
}

/** Quotations that are whole sentences and belong to no statement. */
export function standingQuotes(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const taken = new Uint8Array(scene.words.length);
  for (const { content, cue, source } of drafts) {
    for (const range of [...content, cue, source]) {
      if (range !== undefined) taken.fill(1, range.first, range.last);
    }
  }
  const starts = new Set(scene.units.map(({ first }) => first));
  const ends = new Set(scene.units.map(({ last }) => last));
  return scene.quotes
    .filter(({ first, last, isSpeech }) => {
      const isWhole = starts.has(first) && (ends.has(last) || ends.has(last + 1));
      return isSpeech && isWhole && last - first >= STANDING_TOKENS && taken[first + 1] === 0;
    })
    .map(({ first, last }) => ({
      source: undefined,
      cue: undefined,
      lemma: '',
      content: [{ first, last }],
      accordingTo: false,
      aside: undefined,
    }));
}
