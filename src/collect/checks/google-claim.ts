/** A claim as the Google Fact Check Tools API gives it, one check for each of its reviews. */

import type { CheckFields } from './check-fields.ts';
import { isNode, type Node } from './schema-org.ts';

/** Whether an object is one of its claims. */
export function isGoogleClaim(value: Node): boolean {
  return Array.isArray(value['claimReview']);
}

/**
 * `{text, claimant, claimDate, claimReview: [{publisher: {name, site}, url, title, reviewDate,
 * textualRating, languageCode}]}` as checks.
 */
export function statedGoogleClaim(claim: Node): CheckFields[] {
  const reviews = [claim['claimReview']].flat().filter(isNode);
  return reviews.map((review) => {
    const publisher = isNode(review['publisher']) ? review['publisher'] : {};
    return {
      claim: claim['text'],
      title: review['title'],
      language: review['languageCode'],
      url: review['url'],
      checker: publisher['name'] ?? publisher['site'],
      checked: review['reviewDate'],
      rating: review['textualRating'],
      claimedBy: claim['claimant'],
      claimed: claim['claimDate'],
      list: 'Google Fact Check Tools',
    };
  });
}
