/** CSL-JSON 1.0.2: citations for Zotero, Pandoc, Quarto and whatever else uses CSL styles. */
import type { Exporter } from '../../domain/exports.ts';
import { type Cited, citedOf, type DateParts } from './cited.ts';

/** Writes one array with an item per article. */
export const csl: Exporter = async function* (records) {
  let before = '[\n';
  for await (const record of records) {
    if (record.kind !== 'article') continue;
    yield before + JSON.stringify(itemOf(citedOf(record)));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
};

function itemOf(cited: Cited): object {
  const { authors, published, captured } = cited;
  return {
    id: cited.id,
    type: cited.type === 'newspaper' ? 'article-newspaper' : 'webpage',
    title: cited.title,
    'container-title': cited.outlet,
    // Whether a byline names a person, a house or an agency is not stated: names stay whole.
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...dated('issued', published),
    ...dated('accessed', captured),
    ...(cited.url !== undefined && { URL: cited.url }),
    ...(cited.language !== undefined && { language: cited.language }),
    note: cited.note,
  };
}

function dated(name: string, parts: DateParts | undefined): object {
  return parts === undefined ? {} : { [name]: { 'date-parts': [parts] } };
}
