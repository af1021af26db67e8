/**
 * ClaimReview (https://schema.org/ClaimReview) as fact-checkers publish it, in pages and feeds, in its
 * older layout too, where the reviewed item is a CreativeWork instead of a Claim.
 */

import type { CheckFields } from './check-fields.ts';
import {
  addressesOf,
  followed,
  isNode,
  isOfType,
  type Named,
  type Node,
  propertyOf,
  textOf,
} from './schema-org.ts';

/** Longest review that is taken for a summary rather than for the text of the check. */
const SUMMARY_LENGTH = 600;

/** What a ClaimReview states; `named` are the objects that it may refer to by `@id`. */
export function statedReview(review: Node, named: Named): CheckFields {
  const text = (node: Node | undefined, property: string): string | undefined =>
    node === undefined ? undefined : textOf(propertyOf(node, property), named);
  const item = nodeOf(review, 'itemReviewed', named);
  const rating = nodeOf(review, 'reviewRating', named);
  const body = text(review, 'reviewBody') ?? text(review, 'text');
  const description = text(review, 'description') ?? text(review, 'abstract');
  const isShort = body !== undefined && body.length <= SUMMARY_LENGTH;
  return {
    claim: text(review, 'claimReviewed') ?? text(item, 'text') ?? text(item, 'name'),
    title: text(review, 'headline') ?? text(review, 'name'),
    summary: description ?? (isShort ? body : undefined),
    body: isShort && description === undefined ? undefined : body,
    language: languageOf(review, named),
    url:
      addressesOf(propertyOf(review, 'url'), named)[0] ??
      addressesOf(propertyOf(review, 'mainEntityOfPage'), named)[0] ??
      addressesOf(review['@id'], named)[0],
    checker: checkerOf(review, named),
    checked: text(review, 'datePublished') ?? text(review, 'dateCreated'),
    rating: text(rating, 'alternateName') ?? text(rating, 'name'),
    ...(rating !== undefined && {
      scale: {
        value: propertyOf(rating, 'ratingValue'),
        best: propertyOf(rating, 'bestRating'),
        worst: propertyOf(rating, 'worstRating'),
      },
    }),
    claimedBy: text(item, 'author') ?? text(item, 'creator'),
    claimed: text(item, 'datePublished') ?? text(item, 'dateCreated'),
    ...(item !== undefined && appearancesOf(item, named)),
  };
}

function nodeOf(node: Node, property: string, named: Named): Node | undefined {
  return followed(propertyOf(node, property), named).find(isNode);
}

/** The organisation: an author who is a person works for the publisher, if one is named. */
function checkerOf(review: Node, named: Named): string | undefined {
  const authors = followed(propertyOf(review, 'author'), named);
  const house = authors.find((one) => isNode(one) && !isOfType(one, 'Person'));
  return (
    textOf(house, named) ??
    textOf(propertyOf(review, 'publisher'), named) ??
    textOf(propertyOf(review, 'sourceOrganization'), named) ??
    textOf(authors, named) ??
    authors.flatMap((one) => addressesOf(one, named))[0]
  );
}

function languageOf(review: Node, named: Named): string | undefined {
  const stated = followed(propertyOf(review, 'inLanguage'), named)[0];
  return isNode(stated)
    ? (textOf(propertyOf(stated, 'alternateName'), named) ?? textOf(stated, named))
    : textOf(stated, named);
}

/** Where the claim stood, and who carried it there. */
function appearancesOf(item: Node, named: Named): Pick<CheckFields, 'appearances' | 'outlets'> {
  const works = [
    ...followed(propertyOf(item, 'firstAppearance'), named),
    ...followed(propertyOf(item, 'appearance'), named),
  ];
  const own = ['url', 'sameAs'].flatMap((property) =>
    addressesOf(propertyOf(item, property), named),
  );
  const outlets = works.flatMap((work) => {
    const name = isNode(work) ? textOf(propertyOf(work, 'publisher'), named) : undefined;
    return name === undefined ? [] : [name];
  });
  return {
    appearances: [...works.flatMap((work) => addressesOf(work, named)), ...own],
    outlets: [...new Set(outlets)],
  };
}
