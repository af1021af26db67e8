/**
 * `extraction DIR`: the text of articles on saved pages against the text that people marked, scored as
 * in scrapinghub/article-extraction-benchmark (evaluate.py, MIT). Tokens are runs of word characters,
 * as they stand; shingles are 4 tokens (all of them where there are fewer), counted with their
 * multiplicity. Precision and recall are of a page and averaged over pages; F1 is of the two means.
 * Accuracy is the share of pages whose tokens are the same. A refused page has the empty text.
 */

import { draftOf } from '../src/collect/draft.ts';
import { type GoldPage, openPages, timed } from './gold-pages.ts';
import type { Answer, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

const SHINGLE = 4;
const EXPECTED = 'a folder with html/<id>.html(.gz) and truth.json of {id: {articleBody}}';

export const extraction: Measure = {
  name: 'extraction',
  argument: 'DIR',
  summary: 'text of articles on saved pages: 4-token shingles',
  run: async (path) => {
    const folder = openPages(path, 'articleBody');
    if (folder === undefined) return { kind: 'absent', place: path, expected: EXPECTED };
    const now = Date.now();
    const { results, pagesPerSecond } = timed(folder.pages, (page) => textOf(page, now));
    const texts = results.map(({ page, result }) => ({
      gold: page.gold ?? '',
      found: result ?? '',
    }));
    const refused = results.filter(({ result }) => result === undefined).length;
    return answerOf(scoreTexts(texts), { refused, missing: folder.missing.length, pagesPerSecond });
  },
};

/** The text that the desk keeps of a page, as of any HTML file; absent where it refuses the page. */
function textOf({ id, bytes }: GoldPage, now: number): string | undefined {
  const place = { file: `${id}.html` };
  const draft = draftOf({ place, bytes, mediaType: 'text/html', progress: 0 }, { now });
  return draft.ok ? draft.value.text : undefined;
}

/** A page's marked text and the text that was found. */
export interface TextPair {
  readonly gold: string;
  readonly found: string;
}

export interface TextScores {
  readonly pages: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Means over pages; all `NaN` where there are none. */
export function scoreTexts(texts: readonly TextPair[]): TextScores {
  const sum = { precision: 0, recall: 0, accuracy: 0 };
  for (const { gold, found } of texts) {
    const [wanted, given] = [tokensOf(gold), tokensOf(found)];
    const one = compared(shinglesOf(wanted), shinglesOf(given));
    sum.precision += one.precision;
    sum.recall += one.recall;
    if (wanted.join(' ') === given.join(' ')) sum.accuracy++;
  }
  const pages = texts.length;
  const [precision, recall] = [sum.precision / pages, sum.recall / pages];
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { pages, precision, recall, f1, accuracy: sum.accuracy / pages };
}

const tokensOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function shinglesOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const last = Math.max(0, tokens.length - SHINGLE);
  for (let i = 0; tokens.length > 0 && i <= last; i++) {
    const shingle = tokens.slice(i, i + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Two empty texts agree wholly; one empty text shares nothing. */
function compared(
  gold: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): { precision: number; recall: number } {
  const [wanted, given] = [total(gold), total(found)];
  if (wanted === 0 && given === 0) return { precision: 1, recall: 1 };
  let shared = 0;
  for (const [shingle, count] of gold) shared += Math.min(count, found.get(shingle) ?? 0);
  return {
    precision: given === 0 ? 0 : shared / given,
    recall: wanted === 0 ? 0 : shared / wanted,
  };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function answerOf(
  scores: TextScores,
  run: { refused: number; missing: number; pagesPerSecond: number },
): Answer {
  const { pages, f1, precision, recall, accuracy } = scores;
  const figures = { f1, precision, recall, accuracy, ...run, pages };
  const table = drawTable(
    ['pages', 'refused', 'absent', 'F1', 'precision', 'recall', 'accuracy', 'pages/s a core'],
    [
      [
        ...[pages, run.refused, run.missing].map(String),
        ...[f1, precision, recall, accuracy].map(fraction),
        run.pagesPerSecond.toFixed(1),
      ],
    ],
  );
  return { kind: 'measured', table, figures };
}
