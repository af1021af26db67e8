/**
 * Lists that name domains and say something of them, but not who owns them: sites of concern,
 * VIGINUM's networks, Media Bias/Fact Check. What they say is kept as labels in their own words; it
 * is no affiliation, and none is made of it.
 */
import type { ListRow } from './list-rows.ts';
import { factOf, type ReadFact } from './own-list.ts';

/** Sites of concern: `Threat Actor,Domain,Name,Source`; the last says who put the site on a list. */
export function concernFact(row: ListRow, source: string): ReadFact {
  const listed = row.value('source');
  const actor = row.value('threat actor');
  return factOf({
    domain: row.value('domain'),
    name: row.value('name'),
    labels: [
      ...(listed === undefined ? [] : [`listed by: ${listed}`]),
      ...(actor === undefined ? [] : [`attributed to: ${actor}`]),
    ],
    sourceName: source,
  });
}

/** VIGINUM: `domain,campaign,created,first_seen,type`; days are written DD/MM/YYYY. */
export function viginumFact(row: ListRow, source: string): ReadFact {
  const campaign = row.value('campaign');
  const registered = isoDay(row.value('created'));
  const seen = isoDay(row.value('first_seen'));
  return factOf({
    domain: row.value('domain'),
    labels: [
      ...(campaign === undefined ? [] : [`campaign: ${campaign}`]),
      ...(registered === undefined ? [] : [`registered: ${registered}`]),
      ...(seen === undefined ? [] : [`first seen: ${seen}`]),
    ],
    sourceName: source,
  });
}

/** MBFC: `domain,name,url,bias,questionable,reporting,credibility,traffic`; `url` is its own page. */
export function mbfcFact(row: ListRow, source: string): ReadFact {
  const rated = ['bias', 'reporting', 'credibility'].flatMap((column) => {
    const value = row.value(column);
    return value === undefined || value === 'n/a' ? [] : [`${column}: ${value}`];
  });
  const questionable = (row.value('questionable') ?? '').split('|').filter((word) => word !== '');
  return factOf({
    domain: row.value('domain'),
    name: row.value('name'),
    labels: [...rated, ...questionable.map((word) => `questionable: ${word}`)],
    sourceName: source,
    sourceUrl: row.value('url'),
  });
}

/** `2013-03-07` for `07/03/2013`; anything else is kept as it is written. */
function isoDay(text: string | undefined): string | undefined {
  return text?.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
}
