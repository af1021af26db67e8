import { describe, expect, test } from 'vitest';
import { AT, article, moment } from '../invented.fixture.ts';
import { type LoneFacts, observeLone } from './lone-utterance.ts';

const LONE: LoneFacts = {
  unit: 'cascade:c1',
  subject: '-',
  speaker: 'Ivo Kallstrom',
  statement: { article: article('a'), span: { begin: 0, end: 9 } },
  utterances: { atLeast: 1, atMost: 1 },
  publishers: { atLeast: 4, atMost: 6 },
  articles: 7,
  at: moment(AT, AT + 1),
  previouslyKnown: false,
  official: true,
  checks: 0,
};

describe('observeLone', () => {
  test('is as many publishers as there surely are', () => {
    const found = observeLone(LONE);
    expect(found).toMatchObject({ value: 4, at: AT, counter: [], confidence: 'likely' });
    expect(found.findings[1]?.figures).toEqual({ publishers: 4, articles: 7 });
    expect(found.findings[0]).toMatchObject({
      figures: { speaker: 'Ivo Kallstrom', office: '' },
      refs: [{ kind: 'passage', article: article('a') }],
    });
  });

  test('is nothing of who holds no office, of what was known, of several utterances', () => {
    expect(observeLone({ ...LONE, official: false }).value).toBe(0);
    expect(observeLone({ ...LONE, previouslyKnown: true }).value).toBe(0);
    expect(observeLone({ ...LONE, utterances: { atLeast: 2, atMost: 2 } }).value).toBe(0);
    expect(observeLone({ ...LONE, publishers: { atLeast: 0, atMost: 0 } }).value).toBe(0);
  });

  test('says where there may be a further utterance', () => {
    const open = observeLone({ ...LONE, utterances: { atLeast: 0, atMost: 3 } });
    expect(open).toMatchObject({ value: 4, confidence: 'roughly even chance' });
    expect(open.counter[0]?.figures).toEqual({ utterances: 3 });
  });

  test('has no moment where no carrier has a date', () => {
    expect(observeLone({ ...LONE, at: undefined }).at).toBe(0);
  });
});
