import { describe, expect, test } from 'vitest';
import { AT, article, moment } from '../invented.fixture.ts';
import { observeRecycled, type RecycledFacts } from './recycled.ts';

const evidence = { article: article('old'), span: { begin: 0, end: 9 } };
const OLD: RecycledFacts = {
  unit: 'article:a',
  subject: '-',
  article: article('a'),
  outlet: 'Diario',
  at: moment(AT),
  recycled: { reason: 'stated-date', days: { min: 100, max: 140 }, evidence: [evidence] },
};
const aged = (min: number, max: number | null): RecycledFacts => ({
  ...OLD,
  recycled: { ...OLD.recycled, days: { min, max } },
});

describe('observeRecycled', () => {
  test('is the age in days, at least, shown by the article and by what is older', () => {
    const found = observeRecycled(OLD);
    expect(found).toMatchObject({ value: 100, at: AT, counter: [], confidence: 'very likely' });
    expect(found.findings.map(({ refs }) => refs)).toEqual([
      [
        { kind: 'article', article: article('a') },
        { kind: 'passage', ...evidence },
      ],
    ]);
  });

  test('says in which bounds the age is known, where they are wide', () => {
    expect(observeRecycled(aged(100, 200)).counter).toEqual([]);
    expect(observeRecycled(aged(100, 201)).counter[0]?.figures).toEqual({ least: 100, most: 201 });
    expect(observeRecycled(aged(100, null)).counter[0]?.figures).toEqual({ least: 100, most: '' });
    expect(observeRecycled(aged(0, 1)).counter).toHaveLength(1);
  });

  test('an ended role is weaker than a date, and is told where the registry has it', () => {
    const recycled = { ...OLD.recycled, reason: 'role-ended' } as const;
    const role = { standing: 'held-then-not-now', stated: evidence } as const;
    const found = observeRecycled({ ...OLD, recycled, role });
    expect(found.confidence).toBe('likely');
    expect(found.findings[1]).toEqual({
      code: 'role-not-held',
      figures: { outlet: 'Diario' },
      refs: [{ kind: 'passage', ...evidence }],
    });
    const holds = observeRecycled({ ...OLD, role: { ...role, standing: 'held' } });
    expect(holds.findings).toHaveLength(1);
  });

  test('has no moment without a date, and takes an article without evidence', () => {
    const none = { ...OLD, at: undefined, recycled: { ...OLD.recycled, evidence: [] } };
    expect(observeRecycled(none)).toMatchObject({ value: 100, at: 0 });
  });
});
