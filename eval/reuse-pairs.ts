/** `reuse-pairs FILE`: the program's pairs of articles against brute force. */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type TracedPair, type TraceText, traceTexts } from '../src/trace/trace.ts';
import { readJsonLines, stringAt } from './json-lines.ts';
import type { Answer, Measure } from './measure.ts';
import {
  commonRun,
  commonSubsequence,
  containedPairs,
  LEAST_SHINGLES,
  type RowPair,
  shinglesOf,
  wordsOf,
} from './shingles.ts';
import { drawTable, fraction } from './table.ts';

/** Gold: pairs whose shared shingles are at least this share of the smaller article. */
const LEAST_CONTAINMENT = 0.3;
/** A reported pair is right if one of its passages has so many common words in order. */
const LEAST_WORDS = 8;

const EXPECTED = 'JSON Lines (plain or .gz) with id, domain, published, text';

export const reusePairs: Measure = {
  name: 'reuse-pairs',
  argument: 'FILE',
  summary: 'cross-outlet pairs of articles found, against brute-force shingles',
  run: async (path) =>
    existsSync(path) ? measurePairs(path) : { kind: 'absent', place: path, expected: EXPECTED },
};

async function measurePairs(path: string): Promise<Answer> {
  const { texts, skipped } = await readTexts(path);
  if (texts.length === 0) return { kind: 'absent', place: path, expected: EXPECTED };
  const begin = performance.now();
  const traced = traceTexts(texts).pairs;
  const seconds = (performance.now() - begin) / 1000;
  // Read before the brute force starts, whose own memory must not count.
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const reported = traced.filter((pair) => texts[pair.a]?.domain !== texts[pair.b]?.domain);
  const gold = containedPairs(texts, LEAST_CONTAINMENT, LEAST_SHINGLES);
  const all = containedPairs(texts, LEAST_CONTAINMENT, 1);
  const scores = scorePairs(gold, reported, texts);
  const allRecall = scorePairs(all, reported, texts).recall;
  const rows = [
    ['articles', String(texts.length)],
    ['rows without text, left out', String(skipped)],
    [`gold pairs (containment ≥ ${LEAST_CONTAINMENT})`, String(gold.length)],
    ['reported pairs', String(reported.length)],
    ['recall', fraction(scores.recall)],
    ['  pairs of texts of any length', String(all.length)],
    ['  recall of these', fraction(allRecall)],
    [`precision (≥ ${LEAST_WORDS} words in order)`, fraction(scores.precision)],
    [`  stricter: ${LEAST_WORDS} words in one run`, fraction(scores.strictPrecision)],
    ['seconds', seconds.toFixed(2)],
    ['peak memory, MB', peakMb.toFixed(0)],
  ];
  return {
    kind: 'measured',
    table: `${drawTable(['measure', 'value'], rows)}\n${NOTE}`,
    figures: {
      goldPairs: gold.length,
      recall: scores.recall,
      precision: scores.precision,
      seconds,
      peakMb,
      allPairs: all.length,
      allRecall,
    },
  };
}

const NOTE =
  'Shingles of 5 words without web addresses; those in more than 50 articles are left out as ' +
  'boilerplate. Gold are pairs of articles with 8 counted shingles (12 words) or more: shorter ' +
  'ones cannot share a passage of 8 words at this containment. Seconds and ' +
  'memory are the tracing’s, with the texts loaded; the brute force comes after.';

async function readTexts(path: string): Promise<{ texts: TraceText[]; skipped: number }> {
  const texts: TraceText[] = [];
  let skipped = 0;
  for await (const row of readJsonLines(path)) {
    const text = stringAt(row, 'text');
    const domain = stringAt(row, 'domain');
    if (text === '' || domain === '') skipped++;
    else texts.push({ text, domain, language: stringAt(row, 'language') || 'und' });
  }
  return { texts, skipped };
}

export interface PairScores {
  /** Share of the gold pairs that are reported; 1 where there are none. */
  readonly recall: number;
  /** Share of the reported pairs that share a passage; 1 where there are none. */
  readonly precision: number;
  /** The same, where the words must stand in one unbroken run. */
  readonly strictPrecision: number;
}

/** Scores the program's cross-domain pairs, each with its passages, against the gold pairs. */
export function scorePairs(
  gold: readonly RowPair[],
  reported: readonly TracedPair[],
  texts: readonly { readonly text: string }[],
): PairScores {
  const found = new Set(reported.map((pair) => `${pair.a} ${pair.b}`));
  const hits = gold.filter((pair) => found.has(`${pair.a} ${pair.b}`)).length;
  let right = 0;
  let strict = 0;
  for (const pair of reported) {
    const sides = pair.passages.map((passage) => [
      wordsOf(texts[pair.a]!.text.slice(passage.a.begin, passage.a.end)),
      wordsOf(texts[pair.b]!.text.slice(passage.b.begin, passage.b.end)),
    ]);
    if (sides.some(([x, y]) => sharesPassage(x!, y!))) right++;
    if (sides.some(([x, y]) => commonRun(x!, y!) >= LEAST_WORDS)) strict++;
  }
  const share = (count: number, all: number) => (all === 0 ? 1 : count / all);
  return {
    recall: share(hits, gold.length),
    precision: share(right, reported.length),
    strictPrecision: share(strict, reported.length),
  };
}

/** At least eight of the same words in order, and five of them together: no chance likeness. */
function sharesPassage(x: readonly string[], y: readonly string[]): boolean {
  const other = shinglesOf(y);
  if (![...shinglesOf(x)].some((shingle) => other.has(shingle))) return false;
  return commonSubsequence(x, y) >= LEAST_WORDS;
}
