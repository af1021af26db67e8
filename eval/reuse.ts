/** `reuse DIR`: the program's passages against the true cases of a PAN text-alignment set. */
import { existsSync } from 'node:fs';
import { detect } from './detect.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { findTiers, readTier, type Tier } from './pan.ts';
import { type Reuse, type ReuseScore, scoreReuse } from './plagdet.ts';
import { drawTable, fraction } from './table.ts';
import { withFolder } from './unpack.ts';

const EXPECTED = 'a folder (or its .tar.gz) with <tier>/{pairs,src/,susp/,truth/}';

interface TierResult {
  readonly name: string;
  readonly pairs: number;
  readonly cases: readonly Reuse[];
  readonly detections: readonly Reuse[];
}

export const reuse: Measure = {
  name: 'reuse',
  argument: 'DIR',
  summary: 'plagdet on a PAN text-alignment set, by tier and overall',
  run: async (path) =>
    existsSync(path)
      ? withFolder(path, (folder) => measureReuse(folder, path))
      : { kind: 'absent', place: path, expected: EXPECTED },
};

async function measureReuse(folder: string, path: string): Promise<Answer> {
  const tiers = findTiers(folder);
  if (tiers.length === 0) return { kind: 'absent', place: path, expected: EXPECTED };
  const results: TierResult[] = [];
  for (const tier of tiers) results.push(await runTier(tier));
  return summarize(results);
}

async function runTier(tier: Tier): Promise<TierResult> {
  const cases: Reuse[] = [];
  const detections: Reuse[] = [];
  let pairs = 0;
  for (const pair of readTier(tier)) {
    // Pair names repeat from tier to tier; the overall score must keep them apart.
    const key = `${tier.name}/${pair.name}`;
    cases.push(...pair.cases.map((item) => ({ ...item, pair: key })));
    for (const found of await detect(pair.source, pair.suspicious))
      detections.push({ pair: key, ...found });
    pairs++;
  }
  return { name: tier.name, pairs, cases, detections };
}

/** Tables and figures of all tiers; the overall score is over all cases and all detections. */
function summarize(results: readonly TierResult[]): Answer {
  const scores = results.map((result) => ({
    result,
    score: scoreReuse(result.cases, result.detections),
  }));
  const overall = scoreReuse(
    results.flatMap((result) => result.cases),
    results.flatMap((result) => result.detections),
  );
  const tiers: Record<string, Figures> = {};
  for (const { result, score } of scores) tiers[result.name] = figuresOf(result, score);
  const rows = scores.map(({ result, score }) => rowOf(result.name, result.pairs, score));
  const pairs = results.reduce((sum, result) => sum + result.pairs, 0);
  const table = drawTable(
    ['tier', 'plagdet', 'precision', 'recall', 'granularity', 'cases', 'false', 'pairs'],
    [...rows, rowOf('overall', pairs, overall)],
  );
  return {
    kind: 'measured',
    table,
    figures: { tiers, overall: { plagdet: overall.plagdet } },
  };
}

function figuresOf(result: TierResult, score: ReuseScore): Figures {
  return {
    plagdet: score.plagdet,
    precision: score.precision,
    recall: score.recall,
    granularity: score.granularity,
    cases: score.cases,
    falseDetections: score.falseDetections,
    pairs: result.pairs,
  };
}

/** Without cases only the false detections say anything. */
function rowOf(name: string, pairs: number, score: ReuseScore): readonly string[] {
  const shares = [score.plagdet, score.precision, score.recall, score.granularity];
  return [
    name,
    ...shares.map((value) => fraction(score.cases === 0 ? null : value)),
    String(score.cases),
    String(score.falseDetections),
    String(pairs),
  ];
}
