/**
 * What is taken from another desk, written as the files that a desk reads: so that it comes in by the same
 * door as a person's own files, and is read again from the archive alone.
 */
import type { CheckDraft } from '../../domain/checks.ts';
import type { EntryDraft } from '../../domain/ledger.ts';
import type { Moment } from '../../domain/moment.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { OWN_COLUMNS } from '../outlets/own-list.ts';

/** A fact-check as one ClaimReview. */
export function claimReviewOf(draft: CheckDraft): object {
  const { ratingScale: scale } = draft;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: draft.url,
    headline: draft.title,
    claimReviewed: draft.claim,
    description: draft.summary,
    inLanguage: draft.language,
    datePublished: stated(draft.checked),
    author: { '@type': 'Organization', name: draft.checker },
    reviewRating: {
      '@type': 'Rating',
      alternateName: draft.rating,
      ratingValue: scale?.value,
      bestRating: scale?.best,
      worstRating: scale?.worst,
    },
    itemReviewed: {
      '@type': 'Claim',
      author:
        draft.claimedBy === undefined ? undefined : { '@type': 'Thing', name: draft.claimedBy },
      datePublished: stated(draft.claimed),
      appearance: [
        ...draft.appearances.map((url) => ({ '@type': 'CreativeWork', url })),
        ...draft.outlets.map((name) => ({
          '@type': 'CreativeWork',
          publisher: { '@type': 'Organization', name },
        })),
      ],
    },
  };
}

/** A moment as far as it is known: a day stays a day. */
function stated(moment: Moment | undefined): string | undefined {
  if (moment === undefined) return undefined;
  const { earliest, latest, precision } = moment;
  if (precision === 'second' || precision === 'minute') return new Date(earliest).toISOString();
  // The day in the middle, since bounds of a day without a zone begin the day before.
  const iso = new Date((earliest + latest) / 2).toISOString();
  return iso.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
}

const ENTRY_COLUMNS =
  'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,source_url,source_date,stated,note,episode';

/** Entries of the ledger as a table of our own columns. */
export function presenceTableOf(entries: readonly EntryDraft[]): string {
  const rows = entries.map(({ number, asOf, source, ...entry }) =>
    rowOf([
      ...[entry.sender, entry.host, entry.measure, number?.min, number?.max ?? undefined],
      ...[entry.unit, entry.scope, asOf && `${asOf.first}/${asOf.last}`, entry.kind],
      ...[source.name, source.url, source.date, entry.stated, entry.note, entry.episode],
    ]),
  );
  return [ENTRY_COLUMNS, ...rows, ''].join('\r\n');
}

/** Facts on outlets as a list of our own columns. */
export function outletListOf(facts: readonly OutletFact[]): string {
  const rows = facts.map(({ domain, name, owner, country, affiliation, labels, source }) =>
    rowOf([
      ...[domain, name, owner, country, affiliation, source.name, source.url, source.date],
      labels?.join(';'),
    ]),
  );
  return [[...OWN_COLUMNS, 'labels'].join(','), ...rows, ''].join('\r\n');
}

function rowOf(cells: readonly (string | number | undefined)[]): string {
  return cells
    .map((cell) => {
      const text = String(cell ?? '').replace(/^[=+\-@\t\r]/, "'$&");
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
