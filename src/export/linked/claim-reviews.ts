/**
 * A desk's own fact-checks as schema.org `ClaimReview`, in a `DataFeed` that can stand on its site.
 * Checks by others are theirs to publish: they are counted and left out. What the desk reads in a
 * rating is left out as well, since the checker's words are the rating.
 */
import type { FactCheck } from '../../domain/checks.ts';
import type { ExportCheck, Exporter } from '../../domain/exports.ts';
import { isoDate } from './calendar.ts';
import { urn } from './names.ts';
import { jsonLine, shown, webAddress } from './plain.ts';

/** The desk as a publisher of fact-checks. */
export interface OwnChecker {
  /** As its checks name it: letter case, width and blanks do not count. */
  readonly name: string;
  /** Its site, http or https; a check stands there or on a host below it. */
  readonly url: string;
  /** Told once, at the end. */
  readonly tell?: (tally: ReviewTally) => void;
}

export interface ReviewTally {
  readonly written: number;
  /** By other checkers. */
  readonly others: number;
  /** Under the desk's name, without an address on its site. */
  readonly elsewhere: number;
}

const NAME = 300;
const TEXT = 5000;

/**
 * One JSON-LD document, written review by review. Throws at once where `checker` has no name or no
 * web address: then no check could be told from those of others.
 */
export function claimReviews(checker: OwnChecker): Exporter {
  const site = webAddress(checker.url);
  const key = keyOf(checker.name);
  if (site === undefined || key === '') {
    throw new Error(
      `the desk as a checker needs a name and an http(s) address, not ${JSON.stringify(checker.name)} and ${JSON.stringify(checker.url)}`,
    );
  }
  const author = { '@type': 'Organization', name: shown(checker.name, NAME), url: site };
  const host = hostOf(site);
  return async function* (records) {
    const tally = { written: 0, others: 0, elsewhere: 0 };
    yield `{"@context":"https://schema.org","@type":"DataFeed","publisher":${jsonLine(author)},"dataFeedElement":[`;
    for await (const record of records) {
      if (record.kind !== 'check') continue;
      const address = webAddress(record.check.url);
      if (keyOf(record.check.checker) !== key) tally.others++;
      else if (address === undefined || !isBelow(hostOf(address), host)) tally.elsewhere++;
      else {
        tally.written++;
        yield `${tally.written === 1 ? '' : ','}\n${jsonLine(feedItem(record, author, address))}`;
      }
    }
    yield `\n],"description":${jsonLine(tallyWords(tally))}}\n`;
    checker.tell?.(tally);
  };
}

function feedItem({ check }: ExportCheck, author: object, url: string): object {
  const published = isoDate(check.checked);
  const review = {
    '@type': 'ClaimReview',
    '@id': url,
    url,
    identifier: urn('check', check.id),
    claimReviewed: shown(check.claim, TEXT),
    ...text('name', check.title),
    ...text('abstract', check.summary),
    ...(isTag(check.language) && { inLanguage: check.language }),
    ...(published && { datePublished: published }),
    author,
    itemReviewed: claimOf(check),
    ...ratingOf(check),
  };
  return {
    '@type': 'DataFeedItem',
    url,
    ...(published && { dateCreated: published }),
    item: [review],
  };
}

/** Who claimed it has no `@type`: nothing says whether it is a person or an organisation. */
function claimOf(check: ExportCheck['check']): object {
  const claimed = isoDate(check.claimed);
  const claimant = check.claimedBy === undefined ? '' : shown(check.claimedBy, NAME);
  const appearances = [...new Set(check.appearances.map(webAddress))].filter(
    (url) => url !== undefined,
  );
  return {
    '@type': 'Claim',
    ...(claimant !== '' && { author: { name: claimant } }),
    ...(claimed && { datePublished: claimed }),
    ...(appearances.length > 0 && {
      appearance: appearances.map((url) => ({ '@type': 'CreativeWork', url })),
    }),
  };
}

function ratingOf({ rating, ratingScale }: Pick<FactCheck, 'rating' | 'ratingScale'>): object {
  const words = rating === undefined ? '' : shown(rating, NAME);
  const { value, best, worst } = ratingScale ?? { value: NaN, best: NaN, worst: NaN };
  const numbered = [value, best, worst].every(Number.isFinite);
  if (words === '' && !numbered) return {};
  return {
    reviewRating: {
      '@type': 'Rating',
      ...(words !== '' && { alternateName: words }),
      ...(numbered && { ratingValue: value, bestRating: best, worstRating: worst }),
    },
  };
}

function text(name: string, value: string | undefined): object {
  const words = value === undefined ? '' : shown(value, TEXT);
  return words === '' ? {} : { [name]: words };
}

function tallyWords({ written, others, elsewhere }: ReviewTally): string {
  return `${written} written; left out: ${others} by other checkers, ${elsewhere} under this name without an address on this site`;
}

const keyOf = (name: string): string => shown(name.normalize('NFKC'), NAME).toLowerCase();
const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');
const isBelow = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);
const isTag = (tag: string | undefined): boolean =>
  tag !== undefined && tag !== 'und' && /^[a-z]{2,3}$/.test(tag);
