import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plagdetOf, type Reuse, scoreReuse } from './plagdet.ts';

/** Reuse of `source` [a, b) as `suspicious` [c, d) in the pair `p`. */
const reuse = (a: number, b: number, c: number, d: number, pair = 'p'): Reuse => ({
  pair,
  source: { begin: a, end: b },
  suspicious: { begin: c, end: d },
});

describe('scoreReuse, by hand', () => {
  it('is 1 for the exact case', () => {
    const score = scoreReuse([reuse(0, 100, 50, 150)], [reuse(0, 100, 50, 150)]);
    expect(score).toMatchObject({ plagdet: 1, precision: 1, recall: 1, granularity: 1 });
  });

  it('is 0 when nothing is detected', () => {
    const score = scoreReuse([reuse(0, 100, 50, 150)], []);
    expect(score).toMatchObject({ plagdet: 0, precision: 0, recall: 0, granularity: 1 });
  });

  it('is 0 when there was nothing to detect, and counts the false detection', () => {
    const score = scoreReuse([], [reuse(0, 10, 0, 10)]);
    expect(score).toMatchObject({ plagdet: 0, precision: 0, cases: 0, falseDetections: 1 });
  });

  it('is 1 when there was nothing to detect and nothing is', () => {
    expect(scoreReuse([], [])).toMatchObject({ plagdet: 1, precision: 1, recall: 1 });
  });

  it('half of the case on both sides: recall 1/2, precision 1, F1 2/3', () => {
    const score = scoreReuse([reuse(0, 100, 0, 100)], [reuse(0, 50, 0, 50)]);
    expect(score).toMatchObject({ precision: 1, recall: 0.5 });
    expect(score.plagdet).toBeCloseTo(2 / 3, 12);
  });

  it('twice the case on both sides: precision 1/2, recall 1, F1 2/3', () => {
    const score = scoreReuse([reuse(0, 50, 0, 50)], [reuse(0, 100, 0, 100)]);
    expect(score).toMatchObject({ precision: 0.5, recall: 1 });
    expect(score.plagdet).toBeCloseTo(2 / 3, 12);
  });

  it('a case in two halves: F1 1, granularity 2, plagdet 1/log2(3)', () => {
    const score = scoreReuse(
      [reuse(0, 100, 0, 100)],
      [reuse(0, 50, 0, 50), reuse(50, 100, 50, 100)],
    );
    expect(score).toMatchObject({ precision: 1, recall: 1, granularity: 2 });
    expect(score.plagdet).toBeCloseTo(0.6309297535714575, 12);
  });

  it('the right suspicious side with the wrong source side detects nothing', () => {
    const score = scoreReuse([reuse(0, 100, 0, 100)], [reuse(200, 300, 0, 100)]);
    expect(score).toMatchObject({ plagdet: 0, precision: 0, recall: 0, falseDetections: 1 });
  });

  it('sides of unlike length weigh by characters: (10 + 30) of (20 + 60)', () => {
    const score = scoreReuse([reuse(0, 20, 0, 60)], [reuse(10, 20, 30, 60)]);
    expect(score).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it('averages by case, not by character: one of a long and a short case is recall 1/2', () => {
    const cases = [reuse(0, 1000, 0, 1000), reuse(0, 10, 0, 10, 'q')];
    const score = scoreReuse(cases, [reuse(0, 10, 0, 10, 'q')]);
    expect(score).toMatchObject({ precision: 1, recall: 0.5, granularity: 1 });
  });

  it('overlapping detections are counted once in recall and twice in granularity', () => {
    const score = scoreReuse(
      [reuse(0, 100, 0, 100)],
      [reuse(0, 60, 0, 60), reuse(40, 100, 40, 100), reuse(0, 100, 0, 100)],
    );
    expect(score).toMatchObject({ precision: 1, recall: 1, granularity: 3 });
    expect(score.plagdet).toBeCloseTo(0.5, 12);
  });

  it('one detection over two cases and the gap: both recalled, precision 160/200', () => {
    const cases = [reuse(0, 40, 0, 40), reuse(60, 100, 60, 100)];
    const score = scoreReuse(cases, [reuse(0, 100, 0, 100)]);
    expect(score).toMatchObject({ recall: 1, granularity: 1 });
    expect(score.precision).toBeCloseTo(0.8, 12);
    expect(score.plagdet).toBeCloseTo(1.6 / 1.8, 12);
  });

  it('touching is not overlapping', () => {
    const score = scoreReuse([reuse(0, 10, 0, 10)], [reuse(10, 20, 0, 10)]);
    expect(score.falseDetections).toBe(1);
  });

  it('an empty detection has no precision and detects nothing', () => {
    const score = scoreReuse([reuse(0, 10, 0, 10)], [reuse(5, 5, 5, 5)]);
    expect(score).toMatchObject({ precision: 0, recall: 0, falseDetections: 1 });
  });

  it('reuse in another pair does not count', () => {
    const score = scoreReuse([reuse(0, 10, 0, 10)], [reuse(0, 10, 0, 10, 'other')]);
    expect(score).toMatchObject({ recall: 0, precision: 0 });
  });
});

/** The definition, character by character, with sets. */
function naiveScore(cases: readonly Reuse[], detections: readonly Reuse[]): number[] {
  const characters = (item: Reuse): Set<string> => {
    const set = new Set<string>();
    for (let i = item.source.begin; i < item.source.end; i++) set.add(`${item.pair} s ${i}`);
    for (let i = item.suspicious.begin; i < item.suspicious.end; i++)
      set.add(`${item.pair} t ${i}`);
    return set;
  };
  const touch = (x: Reuse, y: Reuse) => {
    const common = [...characters(x)].filter((c) => characters(y).has(c));
    return common.some((c) => c.includes(' s ')) && common.some((c) => c.includes(' t '));
  };
  const share = (one: Reuse, others: readonly Reuse[]) => {
    const own = [...characters(one)];
    const union = new Set(others.filter((o) => touch(one, o)).flatMap((o) => [...characters(o)]));
    return own.length === 0 ? 0 : own.filter((c) => union.has(c)).length / own.length;
  };
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length;
  const found = cases.map((c) => detections.filter((d) => touch(c, d)).length);
  const empty = cases.length + detections.length === 0;
  const recall = empty ? 1 : mean(cases.map((c) => share(c, detections)));
  const precision = empty ? 1 : mean(detections.map((d) => share(d, cases)));
  const granularity = mean(found.filter((n) => n > 0)) || 1;
  return [precision, recall, granularity, plagdetOf(precision, recall, granularity)];
}

describe('scoreReuse', () => {
  it('agrees with counting single characters', () => {
    const span = fc.tuple(fc.nat(20), fc.nat(12));
    const item = fc
      .tuple(span, span, fc.constantFrom('p', 'q'))
      .map(([[a, n], [c, m], pair]) => reuse(a, a + n, c, c + m, pair));
    const items = fc.array(item, { maxLength: 5 });
    fc.assert(
      fc.property(items, items, (cases, detections) => {
        const score = scoreReuse(cases, detections);
        const naive = naiveScore(cases, detections);
        const fast = [score.precision, score.recall, score.granularity, score.plagdet];
        for (const [i, value] of fast.entries()) expect(value).toBeCloseTo(naive[i]!, 10);
      }),
    );
  });
});
