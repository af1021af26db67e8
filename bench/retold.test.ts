import { describe, expect, it } from 'vitest';
import { traceTexts } from '../src/trace/trace.ts';
import { makeRetoldPairs, RETOLD } from './retold.ts';
import { readTico } from './tico.ts';
import { sharedRuns } from './words.ts';

const SEED = 7;
const rows = readTico();
const pairs = makeRetoldPairs(SEED, rows);

describe('makeRetoldPairs', () => {
  it('gives the same for the same seed and another for another', () => {
    expect(makeRetoldPairs(SEED, rows)).toEqual(pairs);
    expect(makeRetoldPairs(SEED + 1, rows)).not.toEqual(pairs);
  });

  it('makes as many of each kind, give or take one', () => {
    const [paraphrased, translated] = RETOLD.map(
      (kind) => pairs.filter((pair) => pair.kind === kind).length,
    );
    expect(paraphrased! + translated!).toBeGreaterThan(160);
    expect(Math.abs(paraphrased! - translated!)).toBeLessThanOrEqual(1);
  });

  it('uses no row twice', () => {
    const used = pairs.flatMap(({ origin, echo }) => [...origin.rows, ...echo.rows]);
    expect(new Set(used).size).toBe(used.length);
  });

  it('sets the passage into both, at another outlet, in another language if translated', () => {
    for (const { kind, origin, echo, passage } of pairs) {
      expect(origin.text.replaceAll('\n\n', ' ')).toContain(passage[0]);
      expect(echo.text.replaceAll('\n\n', ' ')).toContain(passage[1]);
      expect(origin.domain).not.toBe(echo.domain);
      expect(origin.language === echo.language).toBe(kind === 'paraphrased');
    }
  });

  it('makes a third to a half of each article the passage', () => {
    const share = (side: 'origin' | 'echo', at: 0 | 1) =>
      pairs.reduce((sum, pair) => sum + pair.passage[at].length / pair[side].text.length, 0) /
      pairs.length;
    for (const mean of [share('origin', 0), share('echo', 1)]) {
      expect(mean).toBeGreaterThan(1 / 3);
      expect(mean).toBeLessThan(1 / 2);
    }
  });

  it('plants no paraphrase that its wording would give away', () => {
    const paraphrased = pairs.filter(({ kind }) => kind === 'paraphrased');
    for (const { passage } of paraphrased) expect(sharedRuns(...passage, 5)).toBe(0);
    const articles = paraphrased.flatMap(({ origin, echo }) => [origin, echo]);
    const found = traceTexts(articles).pairs.filter(({ a, b }) => a % 2 === 0 && b === a + 1);
    // What the texts around two passages share by accident may give away one or two.
    expect(found.length).toBeLessThanOrEqual(0.02 * paraphrased.length);
  });
});
