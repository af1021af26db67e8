/** What single STIX objects state: articles, ratings of fact-checkers, addresses of pages. */
import { canonicalUrl } from '../address.ts';
import type { StatedArticle, StatedReview } from './exchanged.ts';
import { fieldOf, isLoose, type Loose, longestOf, objectsIn, textIn, textsIn } from './loose.ts';
import { channelOf, makerOf, type StixNames } from './stix-names.ts';

/** OpenCTI keeps the text of a report in an extension of its own. */
const OPENCTI = 'extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba';

/** A report, a note or a media-content as an article; absent where it holds no text. */
export function statedArticle(
  type: string,
  id: string,
  object: Loose,
  names: StixNames,
): StatedArticle | undefined {
  const text = textOf(type, object);
  if (text === undefined) return undefined;
  const common = { text, language: textIn(object, 'lang'), url: addressOf(object) };
  const seen = names.seen.get(id);
  if (type === 'media-content') {
    return {
      ...common,
      title: textIn(object, 'title'),
      published: textIn(object, 'publication_date'),
      first_seen: seen,
      outlet: channelOf(names, id) ?? makerOf(names, object),
    };
  }
  const isNote = type === 'note';
  return {
    ...common,
    title: textIn(object, isNote ? 'abstract' : 'name'),
    // A note has no date of publication: it is there for others from the day it was made.
    published: textIn(object, isNote ? 'created' : 'published'),
    first_seen: seen,
    outlet: makerOf(names, object),
  };
}

function textOf(type: string, object: Loose): string | undefined {
  if (type !== 'report') return textIn(object, 'content');
  const extensions = fieldOf(object, 'extensions');
  const opencti = isLoose(extensions) ? fieldOf(extensions, OPENCTI) : undefined;
  return longestOf([
    textIn(object, 'description'),
    textIn(object, 'x_opencti_content'),
    isLoose(opencti) ? textIn(opencti, 'content') : undefined,
  ]);
}

/** Where it stands on the web: its own address, else the first that it refers to. */
export function addressOf(object: Loose): string | undefined {
  const own = canonicalUrl(fieldOf(object, 'url'));
  if (own !== undefined) return own;
  for (const reference of objectsIn(object, 'external_references')) {
    const url = canonicalUrl(fieldOf(reference, 'url'));
    if (url !== undefined && !isReview(reference)) return url;
  }
  return undefined;
}

/**
 * An opinion as a fact-check of what it is about: its rating is the word of the scale that STIX has for
 * it. Absent where it names no organisation that holds it, or nothing in the file that it is about.
 */
export function statedOpinion(object: Loose, names: StixNames): StatedReview | undefined {
  const rating = textIn(object, 'opinion');
  const checker = makerOf(names, object);
  const claim = textsIn(object, 'object_refs')
    .map((id) => names.called.get(id)?.title)
    .find(Boolean);
  if (rating === undefined || checker === undefined || claim === undefined) return undefined;
  return {
    claim,
    rating,
    checker,
    url: addressOf(object),
    checked: textIn(object, 'created'),
    summary: textIn(object, 'explanation'),
    language: textIn(object, 'lang'),
  };
}

/** `Rating: false` at the beginning of a line, in the languages of the desk. */
const RATING =
  /(?:^|\n)[ \t]*(?:rating|verdict|calificaci[oó]n|veredicto|вердикт|оценка)[ \t]*[:=][ \t]*([^\n]{1,200})/iu;
/** Longest description of a reference that is looked through, in UTF-16 units. */
const MAX_DESCRIPTION = 10_000;

/** Fact-checks that an object refers to, where the reference says how they end. */
export function statedReviews(object: Loose): readonly StatedReview[] {
  const claim = textIn(object, 'name') ?? textIn(object, 'title') ?? textIn(object, 'abstract');
  if (claim === undefined) return [];
  const reviews: StatedReview[] = [];
  for (const reference of objectsIn(object, 'external_references')) {
    const description = textIn(reference, 'description')?.slice(0, MAX_DESCRIPTION);
    const rating = description && RATING.exec(description)?.[1]?.trim();
    const url = canonicalUrl(fieldOf(reference, 'url'));
    if (!rating || url === undefined || !isReview(reference)) continue;
    reviews.push({ claim, rating, checker: checkerOf(reference, url), url });
  }
  return reviews;
}

const REVIEW = /claim ?review|fact[- ]?check(?:s|ing|ers?)?|verificaci[oó]n/i;
/** Longest name of a source that is looked through, in UTF-16 units. */
const MAX_NAME = 300;

/** Whether a reference is called a fact-check by who made it. */
function isReview(reference: Loose): boolean {
  return REVIEW.test((textIn(reference, 'source_name') ?? '').slice(0, MAX_NAME));
}

/** `ClaimReview: Checkers of Valdoria` names the checker; without a name, the host of its page. */
function checkerOf(reference: Loose, url: string): string {
  const name = (textIn(reference, 'source_name') ?? '').slice(0, MAX_NAME).replace(REVIEW, '');
  const bare = name.replace(/^[\s:()–—-]+|(?<![\s:()–—-])[\s:()–—-]+$/g, '');
  return bare === '' ? new URL(url).hostname.replace(/^www\./, '') : bare;
}
