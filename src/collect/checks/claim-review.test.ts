import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { statedReview } from './claim-review.ts';
import { reviewNodes } from './schema-org.ts';

const NOW = Date.UTC(2024, 8, 23);

/** The draft of a ClaimReview with these properties. */
function draftOf(properties: Readonly<Record<string, unknown>>) {
  const node = { '@type': 'ClaimReview', claimReviewed: 'It was sold.', ...properties };
  const { reviews, named } = reviewNodes([node]);
  return checkDraft(statedReview(reviews[0]!, named), NOW)?.draft;
}

describe('statedReview', () => {
  it('reads every spelling of the vocabulary', () => {
    for (const prefix of ['schema:', 'http://schema.org/', 'https://schema.org/']) {
      const node = {
        '@type': `${prefix}ClaimReview`,
        [`${prefix}claimReviewed`]: [{ '@value': 'It was sold.', '@language': 'en' }],
        [`${prefix}url`]: { '@id': 'https://checkers.example/1' },
      };
      const { reviews, named } = reviewNodes([[{ list: [node] }]]);
      expect(checkDraft(statedReview(reviews[0]!, named), NOW)?.draft).toMatchObject({
        claim: 'It was sold.',
        url: 'https://checkers.example/1',
        checker: 'checkers.example',
      });
    }
  });

  it('takes the claim from the reviewed item where the review does not state it', () => {
    const item = { '@type': 'Claim', text: 'The dam burst.', name: 'Dam' };
    expect(draftOf({ claimReviewed: undefined, itemReviewed: [item] })?.claim).toBe(
      'The dam burst.',
    );
    expect(draftOf({ claimReviewed: ' ', itemReviewed: {} })).toBeUndefined();
    expect(draftOf({ claimReviewed: null, itemReviewed: 7 })).toBeUndefined();
  });

  it.each([
    [{ author: { '@type': 'Organization', name: 'House' }, publisher: { name: 'Other' } }, 'House'],
    [{ author: { '@type': 'Person', name: 'Somebody' }, publisher: { name: 'House' } }, 'House'],
    [{ author: [{ '@type': 'Person', name: 'Somebody' }, { name: 'House' }] }, 'House'],
    [{ author: { '@type': 'Person', name: 'Somebody' } }, 'Somebody'],
    [{ author: 'House' }, 'House'],
    [{ author: { url: 'https://www.house.example/about' } }, 'house.example'],
    [{ author: {}, url: 'https://www.house.example/1' }, 'house.example'],
    [{ author: null }, 'unknown'],
  ])('names the house of %j', (properties, checker) => {
    expect(draftOf(properties)?.checker).toBe(checker);
  });

  it.each([
    [
      { ratingValue: '2,5', bestRating: '5', worstRating: 1 },
      { value: 2.5, best: 5, worst: 1 },
    ],
    [
      { ratingValue: 0, bestRating: 0, worstRating: 5 },
      { value: 0, best: 0, worst: 5 },
    ],
    [{ ratingValue: 2, bestRating: 5 }, undefined],
    [{ ratingValue: 9, bestRating: 5, worstRating: 1 }, undefined],
    [{ ratingValue: 1, bestRating: 1, worstRating: 1 }, undefined],
    [{ ratingValue: 'low', bestRating: 5, worstRating: 1 }, undefined],
    ['False', undefined],
  ])('takes the scale of %j only where it is stated whole', (reviewRating, scale) => {
    expect(draftOf({ reviewRating })?.ratingScale).toEqual(scale);
  });

  it('reads the rating in words, and the language in either form', () => {
    expect(draftOf({ reviewRating: { name: 'Bulo', ratingValue: 1 } })?.rating).toBe('Bulo');
    expect(draftOf({ inLanguage: { name: 'Spanish', alternateName: 'es' } })?.language).toBe('es');
    expect(draftOf({ inLanguage: 'Spanish' })?.language).toBeUndefined();
  });

  it('takes a short review for a summary, a long one for the text', () => {
    const long = 'The register shows it. '.repeat(40).trim();
    expect(draftOf({ reviewBody: 'No.' })).toMatchObject({ summary: 'No.' });
    expect(draftOf({ reviewBody: long })).toMatchObject({ body: long });
    expect(draftOf({ description: 'No.', reviewBody: 'Not at all.' })).toMatchObject({
      summary: 'No.',
      body: 'Not at all.',
    });
  });
});
