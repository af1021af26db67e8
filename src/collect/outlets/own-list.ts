/**
 * Our own columns: `domain,name,owner,country,affiliation,source_name,source_url,source_date`, and
 * `labels` (separated by `;`) where a list needs it. Strict: what a row states must be readable, or
 * the row is refused with its reason.
 */
import { AFFILIATIONS, type Affiliation, type OutletFact } from '../../domain/watch.ts';
import { countryCode } from './countries.ts';
import { isPlatform, outletKey } from './outlet-key.ts';

export const OWN_COLUMNS = [
  'domain',
  'name',
  'owner',
  'country',
  'affiliation',
  'source_name',
  'source_url',
  'source_date',
] as const;

/** A fact, or why there is none; the reason is one sentence. */
export type ReadFact = { readonly fact: OutletFact } | { readonly reason: string };

/** One fact as somebody wrote it down, field by field; an absent field is not stated. */
export interface StatedFact {
  readonly domain?: string | undefined;
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
  readonly country?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly labels?: readonly string[];
  readonly sourceName?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly sourceDate?: string | undefined;
}

/** One row of our own columns. */
export function ownFact(value: (column: string) => string | undefined): ReadFact {
  const labels = (value('labels') ?? '')
    .split(';')
    .map((label) => label.trim())
    .filter((label) => label !== '');
  return factOf({
    domain: value('domain'),
    name: value('name'),
    owner: value('owner'),
    country: value('country'),
    affiliation: value('affiliation'),
    labels,
    sourceName: value('source_name'),
    sourceUrl: value('source_url'),
    sourceDate: value('source_date'),
  });
}

/** Checks what was written down and makes it a fact. */
export function factOf(stated: StatedFact): ReadFact {
  const domain = keyOf(stated.domain);
  if ('reason' in domain) return domain;
  const country = stated.country === undefined ? undefined : countryCode(stated.country);
  if (stated.country !== undefined && country === undefined) {
    return { reason: `"${stated.country}" is no country code; write ISO 3166-1 alpha-2, e.g. MX.` };
  }
  const affiliation = AFFILIATIONS.find((known) => known === stated.affiliation);
  if (stated.affiliation !== undefined && affiliation === undefined) {
    const known = AFFILIATIONS.join(', ');
    return { reason: `"${stated.affiliation}" is no affiliation; write one of ${known}.` };
  }
  const fault = sourceFault(stated);
  if (fault !== undefined) return { reason: fault };
  return { fact: assembled(domain.key, country, affiliation, stated) };
}

/** The key of an outlet, or why the value names none. */
export function keyOf(value: string | undefined): { key: string } | { reason: string } {
  if (value === undefined) return { reason: 'no domain is given; write a host such as rt.com.' };
  const key = outletKey(value);
  if (key === undefined) {
    return { reason: `"${value.slice(0, 80)}" is no domain; write a host such as rt.com.` };
  }
  if (isPlatform(key)) {
    return { reason: `${key} is a platform of many outlets; name the account, e.g. ${key}/name.` };
  }
  return { key };
}

function sourceFault({ sourceName, sourceUrl, sourceDate }: StatedFact): string | undefined {
  if (sourceName === undefined) return 'no source is named; say who states this.';
  if (sourceUrl !== undefined && !/^https?:\/\/[^\s/][^\s/.]*\.\S+$/i.test(sourceUrl)) {
    return `"${sourceUrl}" is no address; write the page that states it, beginning with https://.`;
  }
  if (sourceDate !== undefined && !isDate(sourceDate)) {
    return `"${sourceDate}" is no date; write YYYY, YYYY-MM or YYYY-MM-DD.`;
  }
  return undefined;
}

/** Whether it is a year, a month or a day of the calendar. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function assembled(
  domain: string,
  country: string | undefined,
  affiliation: Affiliation | undefined,
  { name, owner, labels = [], sourceName, sourceUrl, sourceDate }: StatedFact,
): OutletFact {
  return {
    domain,
    ...(name !== undefined && { name }),
    ...(owner !== undefined && { owner }),
    ...(country !== undefined && { country }),
    ...(affiliation !== undefined && { affiliation }),
    ...(labels.length > 0 && { labels }),
    source: {
      name: sourceName ?? '',
      ...(sourceUrl !== undefined && { url: sourceUrl }),
      ...(sourceDate !== undefined && { date: sourceDate }),
    },
  };
}
