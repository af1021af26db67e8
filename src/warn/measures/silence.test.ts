import { describe, expect, test } from 'vitest';
import { AT, DAY } from '../invented.fixture.ts';
import { observeSilence, type SourceFacts } from './silence.ts';

const daily = (days: number): number[] => Array.from({ length: days }, (_, i) => AT + i * DAY);
const NAMED = daily(30);
const LAST = NAMED.at(-1)!;

function observed(more: Partial<SourceFacts> = {}) {
  const asked = { polledAt: undefined, answeredAt: undefined };
  const facts = { source: 'radio', outlet: 'Radio Valdoria', namedAt: NAMED, now: LAST, ...asked };
  return observeSilence({ ...facts, ...more });
}

describe('observeSilence', () => {
  test('is the present gap over the usual one', () => {
    const found = observed({ now: LAST + 10 * DAY });
    expect(found).toMatchObject({ value: 10, unit: 'source:radio', subject: 'Radio Valdoria' });
    expect(found.at).toBe(LAST + 10 * DAY);
    expect(found.findings.map(({ code, figures }) => [code, figures])).toEqual([
      ['quiet-since', { outlet: 'Radio Valdoria', day: '2024-01-30' }],
      ['usual-gap', { days: 1 }],
    ]);
    expect(found.findings[0]?.refs).toEqual([{ kind: 'source', source: 'radio' }]);
  });

  test('of a source that was never heard, or hardly, is nothing', () => {
    for (const namedAt of [[], [AT], daily(5)]) {
      const found = observed({ namedAt, now: AT + 400 * DAY });
      expect(found.value).toBe(0);
      expect(found.findings.map(({ code }) => code)).toEqual(['quiet-since']);
    }
  });

  test('a source that stands in the future is not silent', () => {
    expect(observed({ now: AT - 10 * DAY }).value).toBeLessThanOrEqual(0);
  });

  test('says that it answers, where it answered after it was last heard', () => {
    const now = LAST + 10 * DAY;
    expect(observed({ now, answeredAt: LAST + DAY }).counter).toEqual([
      { code: 'source-answers', figures: { outlet: 'Radio Valdoria' }, refs: [] },
    ]);
    expect(observed({ now, answeredAt: LAST }).counter).toEqual([]);
    expect(observed({ now, polledAt: now }).counter).toEqual([]);
  });

  test('is surer of a source that is known for longer', () => {
    expect(observed({ namedAt: daily(20) }).confidence).toBe('likely');
    expect(observed({ namedAt: daily(21) }).confidence).toBe('very likely');
  });

  test('rounds the present gap to tenths', () => {
    expect(observed({ now: LAST + 2.54 * DAY }).value).toBe(2.5);
  });
});
