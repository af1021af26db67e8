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
}

/** Joins one citation to the attribution before it; `own` are the places of its sentence. */
function link(all: (CitedAttribution | undefined)[], own: number[], { source, cue, lemma }: Cited) {
  const before = own.filter((at) => {
    const one = all[at];
    return one?.source !== undefined && one.source.begin < cue.begin && !isCitation(one, cue);
  });
  const base = before.at(-1);
  if (base === undefined) return;
  const { content, mode } = all[base]!;
  // The citation stands in what is stated: then it is the statement's own.
  if (content.some((piece) => overlaps(piece, cue))) return;
  const known = own.filter((at) => all[at] !== undefined && isCitation(all[at], cue));
  for (const at of known) all[at] = undefined;
  own.push(all.length);
  all.push({ source, cue, cueLemma: lemma, content, mode, accordingTo: true, citedBy: base });
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
  { tokens, tags, lemmas }: TaggedDocument,
  sentence: { readonly first: number; readonly last: number },
  speech: Speech,
): Cited[] {
  const cited: Cited[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!speech.isCiting(tokens[at]!.lower)) continue;
    let first = at + 1;
    while (first < sentence.last && first - at <= GAP && tags[first] === 'ADP') first++;
    let last = first;
    while (
      last < sentence.last &&
      last - first < CITED_WORDS &&
      goesOn(tokens[last]!.text, tags[last]!)
    ) {
      last++;
    }
    if (last === first) continue;
    const source = { begin: tokens[first]!.begin, end: tokens[last - 1]!.end };
    cited.push({
      source,
      cue: { begin: tokens[at]!.begin, end: tokens[at]!.end },
      lemma: lemmas[at]!,
    });
  }
  return cited;
}

function goesOn(text: string, tag: string): boolean {
  if (/^[«»"“”]$/u.test(text)) return true;
  if (tag === 'PUNCT' || tag === 'VERB' || tag === 'AUX' || tag === 'SCONJ') return false;
  return !/^[,;:.!?()—–]$/u.test(text);
}
