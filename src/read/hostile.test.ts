/** Texts that are no prose: the whole reading stays linear and its spans stay inside. */
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../domain/ids.ts';
import { shippedLexicon, shippedWeights } from '../pipeline/reading-data.ts';
import { openReader } from './read.ts';

const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });

describe('openReader on hostile texts', () => {
  // One sentence of 30,000 words took 138 s before sentences were bounded, and takes 2 s since.
  it.each([
    ['en', 'Russia said that'],
    ['en', '“The president of'],
    ['es', 'Rusia dijo que'],
    ['ru', 'Россия заявила, что'],
  ] as const)(
    '%s: reads 10,000 times "%s" in bounded time',
    (language, words) => {
      const text = Array(10_000).fill(words).join(' ');
      const reading = read({
        id: '0' as ArticleId,
        text,
        language,
        outlet: '',
        published: undefined,
      });
      expect(reading.mentions.length).toBeGreaterThan(0);
      for (const { span } of reading.mentions) expect(span.end).toBeLessThanOrEqual(text.length);
    },
    30_000,
  );
});
