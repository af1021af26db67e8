/**
 * What the finders of Spanish and Russian look at: a tagged document with its quotations by token, its
 * finite verbs and its units. All linear in the tokens.
 */
import type { Quote } from '../../quotes.ts';
import type { TaggedDocument } from '../../tagging/tagged.ts';
import { tokenRange } from '../../token-range.ts';
import type { CueList } from './cue-list.ts';
import { foldedCue } from './folded.ts';

/** A half-open range of places in `Document.tokens`. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** An outermost quotation: `first` is its opening mark, `last` is behind its closing mark. */
export interface SceneQuote extends Range {
  /** Somebody's words, not a title or a word held with tongs. */
  readonly isSpeech: boolean;
  readonly closed: boolean;
}

export interface Scene {
  readonly document: TaggedDocument;
  readonly cues: CueList;
  /** Sentences; what goes on behind a dash in lower case belongs to the one before. */
  readonly units: readonly Range[];
  readonly quotes: readonly SceneQuote[];
  /** For each token the place of its quotation in `quotes`, -1 outside. */
  readonly quoteAt: Int32Array;
  /** 1 where a token is a finite verb. */
  readonly finite: Uint8Array;
  /** Tokens in lower case, in the spelling of the lists. */
  readonly words: readonly string[];
}

/** Tells the finite forms from the tags and endings of a language. */
export type IsFinite = (document: TaggedDocument, at: number) => boolean;

/** Quotations of so many words or more are speech even without a verb. */
const SPEECH_WORDS = 5;

/** Quotations of at most so many words, all with capitals, are titles. */
const TITLE_WORDS = 4;

/** Prepares a document. */
export function sceneOf(document: TaggedDocument, cues: CueList, finiteAt: IsFinite): Scene {
  const { tokens } = document;
  const words = tokens.map(({ lower }) => foldedCue(lower));
  const finite = Uint8Array.from(tokens, (_, at) => (finiteAt(document, at) ? 1 : 0));
  const quotes = sceneQuotes(document, finite);
  const quoteAt = new Int32Array(tokens.length).fill(-1);
  for (const [at, { first, last }] of quotes.entries()) quoteAt.fill(at, first, last);
  return {
    document,
    cues,
    units: unitsOf(document),
    quotes,
    quoteAt,
    finite,
    words,
  };
}

function sceneQuotes(document: TaggedDocument, finite: Uint8Array): SceneQuote[] {
  const outer: SceneQuote[] = [];
  let covered = 0;
  for (const quote of document.quotes) {
    if (quote.begin < covered || quote.mark === "'") continue;
    covered = quote.end;
    const [first, last] = tokenRange(document.tokens, quote);
    if (last - first < 2) continue;
    outer.push({ first, last, closed: quote.closed, isSpeech: isSpeech(document, quote, finite) });
  }
  return outer;
}

function isSpeech(document: TaggedDocument, quote: Quote, finite: Uint8Array): boolean {
  const [first, last] = tokenRange(document.tokens, quote.inner);
  let words = 0;
  let capitals = 0;
  let verbs = 0;
  for (let at = first; at < last; at++) {
    const token = document.tokens[at]!;
    if (/^[.!?…]+$/u.test(token.text)) return true;
    if (finite[at] === 1) verbs++;
    if (token.kind === 'word') words++;
    if (token.capital) capitals++;
  }
  if (capitals === words && words <= TITLE_WORDS) return false;
  if (verbs > 0) return true;
  return words >= SPEECH_WORDS && capitals <= words / 2;
}

/** A sentence of more tokens is read in pieces, so that what looks at all of one stays cheap. */
const MOST_UNIT_TOKENS = 400;
const GOES_ON = /^[-–—]$/u;

function unitsOf({ tokens, sentences }: TaggedDocument): Range[] {
  const units: { first: number; last: number }[] = [];
  let paragraph = -1;
  for (const sentence of sentences) {
    const { first, last } = sentence;
    if (first === last) continue;
    const next = tokens[first + 1];
    const joins =
      sentence.paragraph === paragraph &&
      GOES_ON.test(tokens[first]!.text) &&
      next?.kind === 'word' &&
      !next.capital;
    const unit = units.at(-1);
    if (joins && unit !== undefined && last - unit.first <= MOST_UNIT_TOKENS) unit.last = last;
    else pushPieces(units, first, last);
    paragraph = sentence.paragraph;
  }
  return units;
}

function pushPieces(units: Range[], first: number, last: number): void {
  for (let from = first; from < last; from += MOST_UNIT_TOKENS) {
    units.push({ first: from, last: Math.min(last, from + MOST_UNIT_TOKENS) });
  }
}

/** Whether the token at `at` is one of the marks in `marks`. */
export function isMark({ document }: Scene, at: number, marks: string): boolean {
  const token = document.tokens[at];
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}

export const DASHES = '—–-―';

/** Whether a quotation closes with the token at `at`. */
export function closesQuote({ quotes, quoteAt }: Scene, at: number): boolean {
  const quote = quotes[quoteAt[at] ?? -1];
  return quote !== undefined && quote.last === at + 1;
}

/** The quotation that opens with the token at `at`. */
export function quoteOpening({ quotes, quoteAt }: Scene, at: number): SceneQuote | undefined {
  const quote = quotes[quoteAt[at] ?? -1];
  return quote?.first === at ? quote : undefined;
}

/** Whether a finite verb stands in the range. */
export function hasFinite({ finite }: Scene, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (finite[at] === 1) return true;
  return false;
}

/** Words enough for a clause whose verb the tagger may have missed. */
const CLAUSE_WORDS = 4;

/** Whether the range is a clause: it has a finite verb or many words. */
export function isClause(scene: Scene, range: Range): boolean {
  return range.last - range.first >= CLAUSE_WORDS || hasFinite(scene, range);
}

/** Sentences of a paragraph that are looked at on each side. */
const MOST_SENTENCES = 50;

/** The last token of the paragraph in which `at` stands, exclusive. */
export function paragraphEnd({ document }: Scene, at: number): number {
  const { tokens, sentences } = document;
  let place = tokens[at]!.sentence;
  const { paragraph } = sentences[place]!;
  const most = place + MOST_SENTENCES;
  while (place < most && sentences[place + 1]?.paragraph === paragraph) place++;
  return sentences[place]!.last;
}

/** The first token of the paragraph in which `at` stands; absent where it lies too far back. */
export function paragraphStart({ document }: Scene, at: number): number | undefined {
  const { tokens, sentences } = document;
  let place = tokens[at]!.sentence;
  const { paragraph } = sentences[place]!;
  const least = place - MOST_SENTENCES;
  while (place > least && sentences[place - 1]?.paragraph === paragraph) place--;
  return place > least ? sentences[place]!.first : undefined;
}
