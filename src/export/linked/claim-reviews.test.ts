import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimReviews, type ReviewTally } from './claim-reviews.ts';
import { FUZZED } from './fuzzed-records.fixture.ts';
import { check, RECORDS } from './invented-records.fixture.ts';
import { faultsOf, written } from './written.fixture.ts';

const OWN = { name: 'Own Desk', url: 'https://own.example' };

interface Feed {
  readonly '@type': string;
  readonly description: string;
  readonly dataFeedElement: readonly {
    readonly item: readonly Readonly<Record<string, unknown>>[];
  }[];
}
const feedOf = (text: string): Feed => JSON.parse(text) as Feed;

describe('claimReviews', () => {
  it('writes a check of the desk as a ClaimReview in the checker’s own words', async () => {
    const feed = feedOf(await written(claimReviews(OWN), RECORDS));
    expect(feed['@type']).toBe('DataFeed');
    expect(feed.dataFeedElement.map(({ item }) => item)).toEqual([
      [
        {
          '@type': 'ClaimReview',
          '@id': 'https://checks.own.example/1',
          url: 'https://checks.own.example/1',
          identifier: expect.stringMatching(/^urn:atalaya:check:[0-9a-f]{16}$/),
          claimReviewed: 'The port workers were never asked.',
          name: 'They were asked',
          inLanguage: 'en',
          datePublished: '2024-09-23',
          author: { '@type': 'Organization', name: 'Own Desk', url: 'https://own.example/' },
          itemReviewed: {
            '@type': 'Claim',
            author: { name: 'Lena Made-Up' },
            appearance: [{ '@type': 'CreativeWork', url: 'https://valdoria-courier.example/a' }],
          },
          reviewRating: {
            '@type': 'Rating',
            alternateName: 'Bulo',
            ratingValue: 1,
            bestRating: 5,
            worstRating: 1,
          },
        },
      ],
    ]);
  });

  it('leaves out and counts what others checked, and what stands elsewhere under its name', async () => {
    const tallies: ReviewTally[] = [];
    const exporter = claimReviews({ ...OWN, tell: (tally) => tallies.push(tally) });
    const text = await written(exporter, [
      check('Other Desk', 'https://own.example/a'),
      check(' ｏｗｎ  desk', 'https://www.own.example/b'),
      check('Own Desk', 'https://own.example.evil.example/c'),
      check('Own Desk', 'https://notown.example/d'),
      check('Own Desk', undefined),
    ]);
    expect(tallies).toEqual([{ written: 1, others: 1, elsewhere: 3 }]);
    expect(text).not.toContain('Other Desk');
    expect(text).not.toContain('evil');
    expect(feedOf(text).description).toBe(
      '1 written; left out: 1 by other checkers, 3 under this name without an address on this site',
    );
  });

  it('never writes what the desk reads in a rating', async () => {
    const one = check('Own Desk', 'https://own.example/a');
    if (one.kind !== 'check') throw new Error('a check was expected');
    const { rating: _, ratingScale: __, ...bare } = one.check;
    const text = await written(claimReviews(OWN), [{ ...one, check: bare, verdict: 'false' }]);
    expect(feedOf(text).dataFeedElement[0]?.item[0]).not.toHaveProperty('reviewRating');
    expect(text).not.toContain('false');
  });

  it.each([
    { name: ' ', url: 'https://own.example' },
    { name: 'Own Desk', url: 'own.example' },
  ])('refuses a checker that cannot be told from others: %j', (checker) => {
    expect(() => claimReviews(checker)).toThrow('needs a name and an http(s) address');
  });

  it('writes whatever it is given as JSON, and twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED, async (records) => {
        const own = records.map((record) =>
          record.kind === 'check'
            ? { ...record, check: { ...record.check, checker: 'own desk', url: OWN.url } }
            : record,
        );
        const text = await written(claimReviews(OWN), own);
        const checks = records.filter((record) => record.kind === 'check');
        expect(feedOf(text).dataFeedElement).toHaveLength(checks.length);
        expect(faultsOf(text, [feedOf(text)])).toEqual([]);
        expect(await written(claimReviews(OWN), own)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});
