/**
 * Who is cited by whoever is quoted: "according to Radio Faro, which cited Agencia Brújula". The cited
 * one is a source of its own with the same content, and the one who cites is its relay.
 */
import type { Span } from '../../domain/span.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { overlaps, tokenAt } from '../token-range.ts';
import type { FoundAttribution } from './found.ts';
import type { Speech } from './speech.ts';

/** Words of a cited source. */
const CITED_WORDS = 12;
/** Words between "citing" and the source: "со ссылкой на", "a su vez cita a". */
const GAP = 3;
/** Words for what "attributed … to" holds. */
const OBJECT = 5;
/** Tokens before a citation that opens its sentence. */
const OPENING = 1;
/** Characters of a content before a citation with which it begins. */
const LEAD = 6;
/** Words between a comma and the citing verb: ", que a su vez". */
const RELATIVE = 4;

/** Found attributions; `citedBy` is the place of the one whose source cites this one's. */
export interface CitedAttribution extends FoundAttribution {
  readonly citedBy: number | undefined;
}

/** Adds what is cited; `found` is in reading order and stays so but for what is added behind. */
export function withCited(
  document: TaggedDocument,
  found: readonly FoundAttribution[],
  speech: Speech,
): CitedAttribution[] {
  const cues = found.map(({ cue, source, content }) => cue ?? source ?? content[0]!);
  const sentenceOf = (span: Span): number | undefined =>
    document.tokens[tokenAt(document.tokens, span.begin)]?.sentence;
  const bySentence = new Map<number, number[]>();
  for (const [at, span] of cues.entries()) {
    const sentence = sentenceOf(span);
    if (sentence === undefined) continue;
    const known = bySentence.get(sentence);
    if (known === undefined) bySentence.set(sentence, [at]);
    else known.push(at);
  }
  const all: (CitedAttribution | undefined)[] = found.map((one) => ({
    ...one,
    citedBy: undefined,
  }));
  for (const [sentence, own] of bySentence) {
    for (const cited of citedIn(document, document.sentences[sentence]!, speech)) {
      link(all, own, cited);
    }
  }
  return compacted(all);
}

interface Cited {
  readonly source: Span;
  readonly cue: Span;
  readonly lemma: string;
  /** Whether it opens its sentence: "Citing two officials, the Courier said …". */
  readonly opens: boolean;
  /** Where a content ends that the citation ends with. */
  readonly tail: number;
  /** Where the words end before the comma that parts it from them; absent where none does. */
  readonly parted: number | undefined;
}

/** Joins one citation to the attribution that it belongs to; `own` are the places of its sentence. */
function link(all: (CitedAttribution | undefined)[], own: number[], cited: Cited): void {
  const { source, cue, lemma } = cited;
  const base = baseOf(all, own, cited);
  const told = base === undefined ? undefined : withoutTail(all[base]!, cited);
  if (base === undefined || told === undefined) return;
  all[base] = told;
  const known = own.filter((at) => all[at] !== undefined && isCitation(all[at], cue));
  for (const at of known) all[at] = undefined;
  own.push(all.length);
  const { content, mode } = told;
  all.push({ source, cue, cueLemma: lemma, content, mode, accordingTo: true, citedBy: base });
}

/** Whose statement cites: the last before the citation, or behind one that opens its sentence. */
function baseOf(
  all: readonly (CitedAttribution | undefined)[],
  own: readonly number[],
  { source, cue, opens }: Cited,
): number | undefined {
  const others = own.filter((at) => all[at]?.source !== undefined && !isCitation(all[at], cue));
  const before = others.findLast((at) => all[at]!.source!.begin < cue.begin);
  if (before !== undefined || !opens) return before;
  return others.find((at) => all[at]!.source!.begin >= source.end);
}

/**
 * The statement without a citation that stands at the beginning or the end of its content; absent where
 * it stands in the midst: then it is part of what is stated.
 */
function withoutTail(
  one: CitedAttribution,
  { cue, tail, parted }: Cited,
): CitedAttribution | undefined {
  const content = one.content.flatMap((piece) => {
    if (!overlaps(piece, cue)) return [piece];
    if (piece.end > tail || parted === undefined) return [piece];
    return parted - piece.begin <= LEAD ? [] : [{ begin: piece.begin, end: parted }];
  });
  const isInside = content.some((piece) => overlaps(piece, cue));
  return isInside || content.length === 0 ? undefined : { ...one, content };
}

const isCitation = ({ cue }: FoundAttribution, citing: Span): boolean =>
  cue !== undefined && overlaps(cue, citing);

/** Drops what was replaced and puts the places right. */
function compacted(all: readonly (CitedAttribution | undefined)[]): CitedAttribution[] {
  const places: number[] = [];
  let next = 0;
  for (const one of all) places.push(one === undefined ? -1 : next++);
  return all.flatMap((one) =>
    one === undefined
      ? []
      : [{ ...one, citedBy: one.citedBy === undefined ? undefined : places[one.citedBy]! }],
  );
}

/** The noun phrases behind words of citing. */
function citedIn(
  document: TaggedDocument,
  sentence: { readonly first: number; readonly last: number },
  speech: Speech,
): Cited[] {
  const { tokens, tags, lemmas } = document;
  const cited: Cited[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const behind = citingEnd(document, at, sentence.last, speech);
    if (behind === undefined || isCitedByOther(document, at, behind)) continue;
    let first = behind;
    while (first < sentence.last && first - behind < GAP && tags[first] === 'ADP') first++;
    first = pastReport(document, first, sentence.last);
    let last = first;
    while (
      last < sentence.last &&
      last - first < CITED_WORDS &&
      (last === first || !opensTitle(document, last, speech)) &&
      goesOn(tokens[last]!.text, tags[last]!)
    ) {
      last++;
    }
    if (last === first) continue;
    cited.push({
      source: { begin: tokens[first]!.begin, end: tokens[last - 1]!.end },
      cue: { begin: tokens[at]!.begin, end: tokens[behind - 1]!.end },
      // Several words say no more than that somebody is cited.
      lemma: behind - at > 1 ? '' : lemmas[at]!,
      opens: at - sentence.first <= OPENING,
      parted: partedAt(document, at),
      tail:
        tokens[sentence.last - 1]!.kind === 'mark' && last >= sentence.last - 1
          ? tokens[sentence.last - 1]!.end
          : tokens[last - 1]!.end,
    });
    at = last - 1;
  }
  return cited;
}

/** Before the comma of ", citing X", ", which cites X"; a statement may also begin so. */
function partedAt({ tokens }: TaggedDocument, at: number): number | undefined {
  for (let comma = at - 1; comma >= Math.max(1, at - RELATIVE); comma--) {
    if (tokens[comma]!.text === ',') return tokens[comma - 1]!.end;
    const isLead = /^(?:which|who|que|котор\p{L}+|со|a|su|vez|в|свою|очередь)$/u.test(
      tokens[comma]!.lower,
    );
    if (!isLead) return undefined;
  }
  return undefined;
}

/** Where the words of citing end that begin at `at`. */
function citingEnd(
  { tokens }: TaggedDocument,
  at: number,
  limit: number,
  { isCiting, citingPhrases }: Speech,
): number | undefined {
  const { lower } = tokens[at]!;
  for (const phrase of citingPhrases) {
    if (phrase[0] !== lower) continue;
    const end = phraseEnd(tokens, phrase, at, limit);
    if (end !== undefined) return end;
  }
  return isCiting(lower) ? at + 1 : undefined;
}

/** Behind a phrase at `at`, where "…" stands for a few words. */
function phraseEnd(
  tokens: TaggedDocument['tokens'],
  phrase: readonly string[],
  at: number,
  limit: number,
): number | undefined {
  let place = at;
  for (const [i, word] of phrase.entries()) {
    if (word === '…') {
      const next = phrase[i + 1];
      const most = Math.min(limit, place + OBJECT);
      while (place < most && tokens[place]!.lower !== next && tokens[place]!.kind !== 'mark')
        place++;
    } else if (place >= limit || tokens[place]!.lower !== word) return undefined;
    else place++;
  }
  return place;
}

/** "quoted by Y", "citada por Y", «которого цитирует Y»: Y cites what stands before. */
function isCitedByOther({ tokens }: TaggedDocument, at: number, behind: number): boolean {
  if (/^(?:by|por|как)$/u.test(tokens[behind]?.lower ?? '')) return true;
  const before = tokens[at - 1]?.lower ?? '';
  if (/^котор(?:ого|ую|ых|ой)$/u.test(before) || before === 'whom') return true;
  const led = tokens[at - 2]?.lower ?? '';
  return /^(?:quien|quienes|que)$/u.test(before) && /^(?:a|al)$/u.test(led);
}

const REPORTS =
  /^(?:reports?|stor(?:y|ies)|articles?|dispatch|informaci(?:ón|ones)|notas?|noticias?|publicaci(?:ón|ones)|despachos?|сообщени[еяю]|публикаци[юия]|материалы?|статью)$/u;

/** "a report by X", "una información de X": it is X who is cited. */
function pastReport({ tokens, tags }: TaggedDocument, first: number, last: number): number {
  const noun = tags[first] === 'DET' ? first + 1 : first;
  if (noun + 2 >= last || !REPORTS.test(tokens[noun]!.lower)) return first;
  if (/^(?:by|from|in|de|del)$/u.test(tokens[noun + 1]!.lower)) return noun + 2;
  return /^[«“]$/u.test(tokens[noun + 1]!.text) ? noun + 1 : first;
}

/** «Со ссылкой на чиновников „Радио“ сообщило»: a title behind what is no kind of outlet. */
function opensTitle({ tokens }: TaggedDocument, at: number, { isOutletHead }: Speech): boolean {
  return /^[«“]$/u.test(tokens[at]!.text) && !isOutletHead(tokens[at - 1]!.lower);
}

function goesOn(text: string, tag: string): boolean {
  if (/^[«»"“”]$/u.test(text)) return true;
  if (tag === 'PUNCT' || tag === 'VERB' || tag === 'AUX' || tag === 'SCONJ') return false;
  return !/^[,;:.!?()—–]$/u.test(text);
}
