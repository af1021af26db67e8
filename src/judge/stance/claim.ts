/** The claim where it stands in an article: its parts by sentence, and the stems that tell it from others. */
import type { Span } from '../../domain/span.ts';
import { stemFolded } from '../../text/stem.ts';
import type { FindSigns, SignKind } from './lexicon.ts';
import { lastBefore, type Page } from './page.ts';
import { type Word, wordsIn } from './words.ts';

/** What of the claim stands in one sentence. */
export interface ClaimPart extends Span {
  readonly sentence: number;
}

export interface Claim {
  /** In order and apart. */
  readonly spans: readonly Span[];
  readonly parts: readonly ClaimPart[];
  /** Places of the sentences that hold some of it, rising. */
  readonly sentences: readonly number[];
  readonly stems: ReadonlySet<string>;
  /** Whether it says "not" or "fake" itself: to deny it is then to say that something is so. */
  readonly negates: boolean;
}

/** Shorter words tell nothing: "de", "the", "что". */
const SHORTEST_CONTENT = 4;
const NEGATES = new Set<SignKind>(['not', 'false', 'lie', 'headFalse']);

/** The stem of a word that may tell a claim; `undefined` for short ones. */
export function contentStem({ folded }: Word, language: string): string | undefined {
  if (folded.length < SHORTEST_CONTENT && !/\d/.test(folded)) return undefined;
  return stemFolded(folded, language);
}

/** Lays a claim's spans, in any order, over the page. Spans outside the text are cut to it. */
export function claimOf(
  page: Page,
  spans: readonly Span[],
  language: string,
  find: FindSigns,
): Claim {
  const joined = joinSpans(spans, page.text.length);
  const parts: ClaimPart[] = [];
  const stems = new Set<string>();
  let negates = false;
  for (const span of joined) {
    const words = wordsIn(page.text, span);
    negates ||= find(words).some(({ kind }) => NEGATES.has(kind));
    for (const word of words) {
      const stem = contentStem(word, language);
      if (stem !== undefined) stems.add(stem);
    }
    const from = Math.max(0, lastBefore(page.sentences, span.begin));
    for (let i = from; i < page.sentences.length; i++) {
      const sentence = page.sentences[i]!;
      if (sentence.begin >= span.end) break;
      const begin = Math.max(span.begin, sentence.begin);
      const end = Math.min(span.end, sentence.end);
      if (begin < end) parts.push({ begin, end, sentence: i });
    }
  }
  const sentences = [...new Set(parts.map(({ sentence }) => sentence))];
  return { spans: joined, parts, sentences, stems, negates };
}

function joinSpans(spans: readonly Span[], length: number): Span[] {
  const joined: { begin: number; end: number }[] = [];
  for (const { begin, end } of [...spans].sort((a, b) => a.begin - b.begin)) {
    const last = joined.at(-1);
    if (last !== undefined && begin <= last.end)
      last.end = Math.min(length, Math.max(last.end, end));
    else if (begin < Math.min(end, length)) joined.push({ begin, end: Math.min(end, length) });
  }
  return joined;
}

/** How many different stems of the claim stand among `words`. */
export function overlapWith(claim: Claim, words: readonly Word[], language: string): number {
  const met = new Set<string>();
  for (const word of words) {
    const stem = contentStem(word, language);
    if (stem !== undefined && claim.stems.has(stem)) met.add(stem);
  }
  return met.size;
}
