/**
 * Which published fact-checks treat what a sentence says: candidates by BM25F (`candidates.ts`),
 * the best of them read again by what their words cover, by phrases, and by meaning.
 *
 * Weights are round numbers set by hand; what they were compared on stands in `docs/claims.md`.
 * O(postings of the query's terms + checks) and, for the candidates, O(their words) and one encoding.
 */
import { sentencesOf } from '../../text/sentences.ts';
import { candidatesOf } from './candidates.ts';
import { type ClaimIndex, claimOf, idOf, titleOf } from './claim-index-file.ts';
import { overlapOf, phrasesOf } from './overlap.ts';
import { type EncodeTexts, type Query, readQuery, type Translate } from './query.ts';

export interface MatchOptions {
  /** Language of the query, a primary tag; absent or `und`: taken to be the one that most checks are in. */
  readonly language?: string;
  readonly encode?: EncodeTexts;
  readonly translate?: Translate;
  /** Matches wanted. */
  readonly most?: number;
  /** Least confidence of a match; 0 ranks whatever shares a word. */
  readonly atLeast?: number;
}

/** What speaks for a match. All but `words` are shares of 0–1. */
export interface ScoreParts {
  /** BM25F, in twentieths. */
  readonly words: number;
  /** The part of the query's information that claim, title and subtitle have. */
  readonly covered: number;
  /** The part of the claim's or the title's information that the query has, the larger. */
  readonly stated: number;
  /** The part of the query's adjacent words that stand side by side in the check. */
  readonly phrases: number;
  /** Cosine with claim or title, of the whole query and of its nearest sentence; 0: no encoder. */
  readonly meaning: number;
  /** How far its score is above that of the sixth candidate; 0 where there are fewer, .3 in an index of fewer. */
  readonly lead: number;
}

export interface Match {
  readonly id: string;
  /** Orders the matches of one query; of two queries it says nothing. */
  readonly score: number;
  /** 0–1, comparable between queries. */
  readonly confidence: number;
  readonly parts: ScoreParts;
}

/** Candidates that are read again. */
const REREAD = 100;
const SENTENCES = 12;
const WEIGHTS = { meaning: 0.8, stated: 0.4, phrases: 0.2 } as const;
/** What keeps most true matches and refuses nearly all unrelated news; see `docs/claims.md`. */
const USUAL_CONFIDENCE = 0.38;
/** The rank, from 0, that a true match stands out against: few claims are checked more often. */
const CROWD = 5;
/**
 * What a check in another language counts beside one in the query's own, which has more of its words
 * in common by itself.
 */
const FOREIGN = 0.8;
/** A lead counts so far: among few checks one common word gives a long one. */
const MOST_LEAD = 0.6;
/** Where the index holds too few to stand out from: what most true matches among many have at least. */
const UNKNOWN_LEAD = 0.3;

/** The checks that match `text`, best first; none where nothing is confident enough. */
export function matchClaim(index: ClaimIndex, text: string, options: MatchOptions = {}): Match[] {
  const { most = 10, atLeast = USUAL_CONFIDENCE } = options;
  const query = readQuery(index, text, options.language ?? 'und', options.translate);
  const { rows, scores } = candidatesOf(index, query, REREAD);
  const phrases = phrasesOf(index, query.sequence);
  const meanings = meaningsOf(index, rows, query, options.encode);
  const own = index.languages.indexOf(options.language ?? 'und');
  const read = Array.from(rows, (row, i) => {
    const overlap = overlapOf(index, row, query, phrases);
    const parts = { words: scores[i]! / 20, ...overlap, meaning: meanings[i]! };
    const isForeign = own >= 0 && index.languageOf[row] !== own;
    return { id: idOf(index, row), score: (isForeign ? FOREIGN : 1) * scoreOf(parts), parts };
  }).sort((a, b) => b.score - a.score);
  const common = read[CROWD]?.score;
  const alone = index.size > CROWD ? 0 : UNKNOWN_LEAD;
  return read
    .slice(0, most)
    .map(({ id, score, parts }): Match => {
      const lead = common === undefined ? alone : 1 - common / score;
      const explained = { ...parts, lead: Math.max(0, lead) };
      return { id, score, confidence: confidenceOf(explained), parts: explained };
    })
    .filter(({ confidence }) => confidence >= atLeast);
}

function scoreOf({ words, meaning, stated, phrases }: Omit<ScoreParts, 'lead'>): number {
  return words + WEIGHTS.meaning * meaning + WEIGHTS.stated * stated + WEIGHTS.phrases * phrases;
}

/** Both sides must be covered; and what is near to many checks alike is about none of them. */
function confidenceOf({ covered, stated, lead }: ScoreParts): number {
  return (2 * Math.sqrt(covered * stated) + Math.min(lead, MOST_LEAD)) / 3;
}

function meaningsOf(
  index: ClaimIndex,
  rows: Int32Array,
  { text }: Query,
  encode: EncodeTexts | undefined,
): Float32Array {
  const meanings = new Float32Array(rows.length);
  if (encode === undefined || rows.length === 0) return meanings;
  const sentences = sentencesOf(text)
    .slice(0, SENTENCES)
    .map(({ begin, end }) => text.slice(begin, end));
  const asked = encode([text, ...sentences]);
  const dims = asked.length / (sentences.length + 1);
  const stated = encode([...rows].flatMap((row) => [claimOf(index, row), titleOf(index, row)]));
  for (let i = 0; i < rows.length; i++) {
    let whole = 0;
    let nearest = 0;
    for (let side = 2 * i; side < 2 * i + 2; side++) {
      whole = Math.max(whole, cosine(asked, 0, stated, side * dims, dims));
      for (let s = 0; s <= sentences.length; s++) {
        nearest = Math.max(nearest, cosine(asked, s * dims, stated, side * dims, dims));
      }
    }
    meanings[i] = (whole + nearest) / 2;
  }
  return meanings;
}

function cosine(a: Float32Array, at: number, b: Float32Array, bt: number, dims: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += a[at + d]! * b[bt + d]!;
  return sum;
}
