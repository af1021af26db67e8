/**
 * What a language model wrote on numbered footings, sentence by sentence before the gate. A sentence names its
 * footings as `[1]` or `[1, 3]`; what names none rests on nothing and is refused.
 */
import type {
  BriefingFacts,
  BriefingLanguage,
  BriefingPart,
  Footing,
  RefusedSentence,
} from '../../domain/briefing.ts';
import { estimateUsed, gateFor, type ProposedSentence, refusedFor } from './gate.ts';
import { quotationsOf } from './quotations.ts';
import type { GateReason } from './reasons.ts';

/** A model that writes more than this is not writing a briefing. */
const TEXT_UNITS = 50_000;
const MARKER = /\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]/g;
/** The end of a sentence with the markers behind it, before a space or the end. */
const END = /[.!?…]["”»’)]*(?:\s*\[[\d\s,;]+\])*(?=\s|$)/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|St|No|vs|approx|Sr|Sra|Srta|Dra|núm|art|pág|p|pp|e\.g|i\.e|etc|\p{Lu}|(?:\p{L}\.)+\p{L})\.$/u;

interface GatedText {
  readonly kept: readonly ProposedSentence[];
  readonly refused: readonly RefusedSentence[];
}

/** Gates the text of a model. `footings` are numbered from 1 as they were given to it. */
export function gateModelSentences(
  text: string,
  footings: readonly Footing[],
  {
    facts,
    language,
    part,
  }: {
    readonly facts: BriefingFacts;
    readonly language: BriefingLanguage;
    readonly part: BriefingPart;
  },
): GatedText {
  const ask = gateFor(facts, language);
  const known = new Map(footings.map((footing) => [footing.n, footing]));
  const kept: ProposedSentence[] = [];
  const refused: RefusedSentence[] = [];
  for (const written of sentencesOf(text.slice(0, TEXT_UNITS).toWellFormed())) {
    const { sentence, unknown } = proposedFrom(written, known, part, language);
    const reason: GateReason | undefined =
      unknown === undefined ? ask(sentence) : { kind: 'unknown-footing', n: unknown };
    if (reason === undefined) kept.push(sentence);
    else refused.push(refusedFor({ part, text: written }, reason, language));
  }
  if (text.length > TEXT_UNITS) {
    const rest = { part, text: text.slice(TEXT_UNITS, TEXT_UNITS + 400) };
    refused.push(refusedFor(rest, { kind: 'too-long' }, language));
  }
  return { kept, refused };
}

function proposedFrom(
  written: string,
  known: ReadonlyMap<number, Footing>,
  part: BriefingPart,
  language: BriefingLanguage,
): { readonly sentence: ProposedSentence; readonly unknown: string | undefined } {
  const named = [...written.matchAll(MARKER)].flatMap(([, list = '']) => list.split(/\s*[,;]\s*/));
  const text = written
    .replace(MARKER, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?…])/g, '')
    .trim();
  const numbers = [...new Set(named.map(Number))];
  const confidence = estimateUsed(text, language);
  const sentence = {
    part,
    text,
    footings: numbers.flatMap((n) => known.get(n) ?? []),
    ...(confidence !== undefined && { confidence }),
  };
  return { sentence, unknown: named.find((n) => !known.has(Number(n))) };
}

/** Sentences with their markers; one that ends inside a quotation or behind an abbreviation goes on. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, ''))
    .flatMap(sentencesOfLine)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function sentencesOfLine(line: string): readonly string[] {
  const quoted = quotationsOf(line).found;
  const sentences: string[] = [];
  let from = 0;
  let nextQuote = 0;
  for (const { 0: mark, index } of line.matchAll(END)) {
    while (nextQuote < quoted.length && quoted[nextQuote]!.end < index) nextQuote++;
    const around = quoted[nextQuote];
    const inside =
      around !== undefined && around.begin <= index && index + mark.length <= around.end;
    if (inside || ABBREVIATION.test(line.slice(Math.max(from, index - 12), index + 1))) continue;
    sentences.push(line.slice(from, index + mark.length));
    from = index + mark.length;
  }
  return [...sentences, line.slice(from)];
}
