/**
 * The gate: a sentence is written only where what it rests on bears it out. Sentences of templates and of
 * language models pass the same gate. O(length of the sentence and of its footings).
 *
 * It sees words, not sense: a sentence that strings supported names and numbers together falsely passes.
 * That is why templates, not models, write the briefing, and why every sentence shows its sources.
 */
import type {
  BriefingFacts,
  BriefingLanguage,
  BriefingPart,
  Footing,
  RefusedSentence,
} from '../../domain/briefing.ts';
import type { Estimate } from '../../domain/judgement.ts';
import { type BorneOut, borneOut } from './borne-out.ts';
import { confidenceIn } from './confidence.ts';
import { daysNamed } from './days.ts';
import { phrasesIn } from './language-table.ts';
import { immodestWord } from './modest-words.ts';
import { namesIn } from './names.ts';
import { numbersOf } from './numbers.ts';
import { heading, oneLine } from './plain.ts';
import { mayBegin } from './plain-words.ts';
import { quotationsOf } from './quotations.ts';
import type { GateReason } from './reasons.ts';
import { statesOf } from './states.ts';

/** A sentence before the gate; its footings may have no numbers yet. */
export interface ProposedSentence {
  readonly part: BriefingPart;
  readonly text: string;
  readonly footings: readonly Footing[];
  readonly confidence?: Estimate;
}

/** Longest sentence, in UTF-16 units: beyond it nobody reads it as one. */
const SENTENCE_UNITS = 2000;

/** Asks of one sentence why it must not be written; undefined: it may. */
type Gate = (sentence: ProposedSentence) => GateReason | undefined;

/** The gate for one briefing. */
export function gateFor(facts: BriefingFacts, language: BriefingLanguage): Gate {
  const states = statesOf(facts, language);
  const grades = gradesOf(facts);
  return (sentence) => {
    const { text, footings } = sentence;
    if (footings.length === 0) return { kind: 'no-footing' };
    if (text.length > SENTENCE_UNITS) return { kind: 'too-long' };
    if (text.trim() === '') return { kind: 'empty' };
    const bears = borneOut(footings, states);
    const { found, open } = quotationsOf(text);
    if (open) return { kind: 'open-quotation' };
    const foreign = found.find(({ text: words }) => !bears.quotation(words));
    if (foreign !== undefined) return { kind: 'quotation', words: foreign.text };
    const own = withoutQuotations(text, found);
    return (
      unsupportedFigure(own, bears, language) ??
      unsupportedGrade(sentence, own, bears, language, grades) ??
      unsupportedName(own, footings, bears, language)
    );
  };
}

/** Sorts sentences into those that may be written and those that may not, with the reason in words. */
export function gate(
  proposed: readonly ProposedSentence[],
  facts: BriefingFacts,
  language: BriefingLanguage,
): { readonly kept: readonly ProposedSentence[]; readonly refused: readonly RefusedSentence[] } {
  const ask = gateFor(facts, language);
  const asked = proposed.map((sentence) => ({ sentence, reason: ask(sentence) }));
  return {
    kept: asked.flatMap(({ sentence, reason }) => (reason === undefined ? [sentence] : [])),
    refused: asked.flatMap(({ sentence, reason }) =>
      reason === undefined ? [] : [refusedFor(sentence, reason, language)],
    ),
  };
}

/** A sentence that was not written, as it is listed. */
export function refusedFor(
  { part, text }: Pick<ProposedSentence, 'part' | 'text'>,
  reason: GateReason,
  language: BriefingLanguage,
): RefusedSentence {
  const shown = 'words' in reason ? { ...reason, words: heading(reason.words, 15) } : reason;
  const why = phrasesIn(language).furniture.because(shown);
  return { part, text: heading(text), why };
}

/** Which grade each alert has, by the command that shows it. */
function gradesOf({ alerts }: BriefingFacts): ReadonlyMap<string, Estimate> {
  return new Map(alerts.map(({ alert }) => [gradedBy(alert.id), alert.confidence]));
}

/** The command that shows a graded alert: by it the gate knows what a sentence rests on. */
function gradedBy(alert: string): string {
  return `atalaya alert ${oneLine(alert, 80)}`;
}

/** A bar keeps what stands around a quotation from running together into one name or number. */
function withoutQuotations(
  text: string,
  found: readonly { readonly begin: number; readonly end: number }[],
): string {
  let out = '';
  let from = 0;
  for (const { begin, end } of found) {
    out += `${text.slice(from, begin - 1)}|`;
    from = end + 1;
  }
  return out + text.slice(from);
}

function unsupportedFigure(
  own: string,
  bears: BorneOut,
  language: BriefingLanguage,
): GateReason | undefined {
  let rest = own;
  for (const { words, iso } of daysNamed(own, language)) {
    if (!bears.day(iso)) return { kind: 'day', words };
    rest = rest.replace(words, '|');
  }
  const number = numbersOf(rest, language).find(({ value }) => !bears.number(value));
  return number && { kind: 'number', words: number.written };
}

function unsupportedGrade(
  { confidence, footings }: ProposedSentence,
  own: string,
  bears: BorneOut,
  language: BriefingLanguage,
  grades: ReadonlyMap<string, Estimate>,
): GateReason | undefined {
  const held = new Set(
    footings.flatMap((one) => (one.kind === 'count' ? [grades.get(one.command)] : [])),
  );
  const estimate = phrasesIn(language).terms.estimate;
  if (confidence !== undefined && !held.has(confidence)) {
    return { kind: 'confidence', words: estimate[confidence] };
  }
  const used = confidenceIn(own, language);
  const graded = used.filter((one) => one.estimate !== undefined && one.estimate === confidence);
  if (graded.length > 1) return { kind: 'two-judgements' };
  const other = used.find(
    (one) =>
      (one.estimate === undefined || one.estimate !== confidence) && !bears.wording(one.words),
  );
  return other && { kind: 'confidence', words: other.words };
}

function unsupportedName(
  own: string,
  footings: readonly Footing[],
  bears: BorneOut,
  language: BriefingLanguage,
): GateReason | undefined {
  const word = immodestWord(withoutNames(own, footings, language), language);
  if (word !== undefined) return { kind: 'word', words: word };
  const rest = daysNamed(own, language).reduce((text, { words }) => text.replace(words, '|'), own);
  const name = namesIn(rest, language).find((one) => !bears.name(one));
  return name === undefined ? undefined : { kind: 'name', words: name };
}

/**
 * Names of sources are theirs, whatever words they hold: *Secret Agent Review*. A name that is such a word
 * and nothing else would let the word pass, so it hides nothing.
 */
function withoutNames(
  own: string,
  footings: readonly Footing[],
  language: BriefingLanguage,
): string {
  const names = footings.flatMap((one) => (one.kind === 'count' ? [] : [one.source.name]));
  return names.reduce((text, name) => {
    const more = name.split(/[^\p{L}\p{N}]+/u).some((word) => {
      return word !== '' && immodestWord(word, language) === undefined && !mayBegin(word, language);
    });
    return more ? text.replaceAll(name, '|') : text;
  }, own);
}

/** The word of the scale that a text uses, where it uses exactly one. */
export function estimateUsed(text: string, language: BriefingLanguage): Estimate | undefined {
  const own = withoutQuotations(text, quotationsOf(text).found);
  const used = confidenceIn(own, language).flatMap(({ estimate }) => estimate ?? []);
  return used.length === 1 ? used[0] : undefined;
}
