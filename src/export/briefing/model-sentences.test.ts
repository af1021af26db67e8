import { describe, expect, test } from 'vitest';
import type { Footing } from '../../domain/briefing.ts';
import { facts } from './briefing.fixture.ts';
import { gateModelSentences } from './model-sentences.ts';

const FOOTINGS: readonly Footing[] = [
  {
    kind: 'passage',
    n: 1,
    quote: 'Nobody asked us. Nobody at all, said Mr. Lund',
    span: { begin: 0, end: 45 },
    language: 'en',
    source: {
      name: 'Bay Courier',
      title: 'Port workers were never asked',
      url: undefined,
      day: '2024-09-23',
      digest: undefined,
    },
  },
  { kind: 'count', n: 2, what: 'publishers: 4', command: 'atalaya show c' },
  { kind: 'count', n: 3, what: 'Alert', command: 'atalaya alert a1a1a1a1a1a1a1a1' },
];
const HOW = { facts: facts(), language: 'en', part: 'cascades' } as const;

const gated = (text: string) => gateModelSentences(text, FOOTINGS, HOW);

describe('gateModelSentences', () => {
  test('takes sentences with their footings and leaves the marks out', () => {
    const { kept, refused } = gated(
      'It is in Bay Courier [1]. At least 4 publishers carried it. [1, 2]\n- It reads “Nobody asked us. Nobody at all”.[1]',
    );
    expect(refused).toEqual([]);
    expect(kept.map(({ text }) => text)).toEqual([
      'It is in Bay Courier.',
      'At least 4 publishers carried it.',
      'It reads “Nobody asked us. Nobody at all”.',
    ]);
    expect(kept.map(({ footings }) => footings.map(({ n }) => n))).toEqual([[1], [1, 2], [1]]);
  });

  test('an abbreviation ends no sentence', () => {
    const { kept, refused } = gated('It quotes Mr. Lund in Bay Courier [1].');
    expect(refused).toEqual([]);
    expect(kept).toHaveLength(1);
  });

  test('lists what it refuses, with the reason', () => {
    const { kept, refused } = gated(
      'The lease is bad. It is in Radio Valdoria [1]. It is in 9 articles [2]. It is known [7]. It proves a plot [1].',
    );
    expect(kept).toEqual([]);
    expect(refused.map(({ why }) => why)).toEqual([
      'It has no source.',
      'The name “Radio Valdoria” stands in none of its sources.',
      'The number 9 stands in none of its sources.',
      'It names source 7, which is not in the list.',
      '“proves” says more than the desk may say in its own voice.',
    ]);
    expect(refused.map(({ part }) => part)).toEqual(Array(5).fill('cascades'));
  });

  test('a word of the scale is a judgement of the alert that it names', () => {
    const { kept, refused } = gated('That is very likely [3]. That is likely [3]. So likely [2].');
    expect(kept.map(({ confidence }) => confidence)).toEqual(['very likely']);
    expect(refused).toHaveLength(2);
  });

  test('nothing is lost of a long text, and it ends in time', () => {
    const { kept, refused } = gated('It is in Bay Courier [1]. '.repeat(20_000));
    expect(kept.length).toBeGreaterThan(1000);
    expect(refused.at(-1)?.why).toContain('longer');
    for (const piece of ['.', '[1]', '“', '. [1 ', 'a']) {
      expect(gated(piece.repeat(100_000)).refused.length).toBeGreaterThan(0);
    }
  });
});
