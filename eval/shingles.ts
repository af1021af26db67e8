/**
 * Shared wording by brute force: 5-word shingles and containment. Obvious and slow on purpose, and
 * shares no code with the program that it judges.
 *
 * Containment of two sets of shingles: |A ∩ B| / min(|A|, |B|) (Broder, On the resemblance and
 * containment of documents, 1997). A shingle that stands in more than `COMMON_ARTICLES` articles is
 * boilerplate and counts nowhere. Web addresses are no words: a link in common is no wording in
 * common. An article with fewer than `LEAST_SHINGLES` counted shingles (12 words) is left out: three
 * tenths of so few shingles do not make a passage of eight words, which is what is to be found.
 */

/** Words in a shingle. */
const SHINGLE_WORDS = 5;
/** Fewest counted shingles of an article that takes part. */
export const LEAST_SHINGLES = 8;
/** A shingle in more articles than this is boilerplate: a signature, a subscription line. */
const COMMON_ARTICLES = 50;
const ADDRESS = /\b[a-z]+:\/\/[^\s)\]>"]*/gi;

/** The words of a text: lower-cased runs of letters, digits and underscores; no web addresses. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .replace(ADDRESS, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

/** The different runs of five words; empty where there are fewer words. */
export function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++)
    shingles.add(words.slice(i, i + SHINGLE_WORDS).join(' '));
  return shingles;
}

/** An article as the brute force sees it. */
export interface PlainText {
  readonly domain: string;
  readonly text: string;
}

/** Rows of two articles, `a < b`. */
export interface RowPair {
  readonly a: number;
  readonly b: number;
}

/**
 * The pairs of rows of unlike domains with containment ≥ `least`, by row, of articles with at least
 * `leastShingles` counted shingles.
 * Time and memory O(words + Σ over counted shingles of articles²), at most 50² each.
 */
export function containedPairs(
  articles: readonly PlainText[],
  least: number,
  leastShingles: number,
): RowPair[] {
  const holders = new Map<string, number[]>();
  const rowLists: number[][][] = [];
  for (const [row, article] of articles.entries()) {
    const lists: number[][] = [];
    for (const shingle of shinglesOf(wordsOf(article.text))) {
      const rows = holders.get(shingle) ?? [];
      if (rows.length === 0) holders.set(shingle, rows);
      rows.push(row);
      lists.push(rows);
    }
    rowLists.push(lists);
  }
  const sizes = rowLists.map(countedShingles);
  const pairs: RowPair[] = [];
  for (let b = 0; b < articles.length; b++) {
    const shared = countShared(rowLists[b]!, b);
    for (const a of [...shared.keys()].sort((x, y) => x - y)) {
      const smaller = Math.min(sizes[a]!, sizes[b]!);
      if (articles[a]!.domain === articles[b]!.domain || smaller < leastShingles) continue;
      if (shared.get(a)! / smaller >= least) pairs.push({ a, b });
    }
  }
  return pairs;
}

/** How many shingles of a row are no boilerplate. */
const countedShingles = (lists: readonly (readonly number[])[]): number =>
  lists.filter((rows) => rows.length <= COMMON_ARTICLES).length;

/** For each row below `b` that holds one of the shingles: how many it holds, boilerplate left out. */
function countShared(lists: readonly (readonly number[])[], b: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const rows of lists) {
    if (rows.length > COMMON_ARTICLES) continue;
    for (const a of rows) if (a < b) shared.set(a, (shared.get(a) ?? 0) + 1);
  }
  return shared;
}

/** Length of the longest common subsequence, the plain table row by row; O(|x|·|y|). */
export function commonSubsequence(x: readonly string[], y: readonly string[]): number {
  let above = new Array<number>(y.length + 1).fill(0);
  for (const word of x) {
    const row = [0];
    for (let j = 1; j <= y.length; j++)
      row.push(word === y[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!));
    above = row;
  }
  return above[y.length]!;
}

/** Length of the longest run of words that stands on both sides without a gap; O(|x|·|y|). */
export function commonRun(x: readonly string[], y: readonly string[]): number {
  let longest = 0;
  let above = new Array<number>(y.length + 1).fill(0);
  for (const word of x) {
    const row = [0];
    for (let j = 1; j <= y.length; j++) {
      row.push(word === y[j - 1] ? above[j - 1]! + 1 : 0);
      longest = Math.max(longest, row[j]!);
    }
    above = row;
  }
  return longest;
}
