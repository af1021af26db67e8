/** Articles and outlets as tables. */
import type { ExportArticle, ExportOutlet } from '../../domain/exports.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { count, list, momentColumns, type Table, tableOf, text, time } from './column.ts';
import { webOrigin } from './web-origin.ts';

export const ARTICLES: Table = tableOf<ExportArticle>({
  name: 'articles',
  doc: 'One row per version of an article; texts stay on the desk.',
  rows: (record) => (record.kind === 'article' ? [record] : []),
  columns: [
    text('id', 'Of the article; other tables name it so.', (r) => r.article.id),
    text('url', 'Its address.', (r) => r.article.url),
    text(
      'domain',
      'The host or the account that published it: the key of `outlets`.',
      (r) => r.article.domain,
    ),
    text('outlet', 'The outlet by the name that the desk shows.', (r) => r.article.outlet),
    text('title', 'Its headline.', (r) => r.article.title),
    text(
      'language',
      'Primary tag of its language, `und` where not known.',
      (r) => r.article.language,
    ),
    ...momentColumns<ExportArticle>(
      'published',
      'When the publisher says it was published',
      (r) => r.article.published,
    ),
    ...momentColumns<ExportArticle>(
      'first_seen',
      'When somebody first saw it',
      (r) => r.article.firstSeen,
    ),
    ...momentColumns<ExportArticle>(
      'modified',
      'When the publisher says this version was made',
      (r) => r.article.modified,
    ),
    time('captured_at', 'When its bytes were captured.', (r) => r.article.capturedAt),
    list('authors', 'Who wrote it, as the page states them.', (r) => r.article.authors),
    list(
      'based_on',
      'Addresses of works that the page says it is taken from.',
      (r) => r.article.basedOn,
    ),
    count('words', 'words', 'Length of its text.', (r) => r.article.words),
    text('media_type', 'Media type of the archived bytes.', (r) => r.mediaType),
    count('bytes', 'bytes', 'Length of the archived bytes.', (r) => r.length),
    text('sha256', 'SHA-256 of the archived bytes.', (r) => r.article.capture.digest),
    text(
      'captured_from',
      'The address that the bytes came from, where they came from the web.',
      (r) => webOrigin(r.article.capture.origin),
    ),
  ],
});

interface OutletRow {
  readonly outlet: ExportOutlet;
  readonly fact: OutletFact | undefined;
}

export const OUTLETS: Table = tableOf<OutletRow>({
  name: 'outlets',
  doc: 'One row per outlet and source that states something of it; sources may differ and are never merged. An outlet of which none does has one row.',
  rows: (record) => (record.kind === 'outlet' ? outletRows(record) : []),
  columns: [
    text('domain', 'Its host, or its account on a platform.', (r) => r.outlet.domain),
    text('name', 'The name that the desk shows.', (r) => r.outlet.name),
    text('stated_name', 'Its name by this source.', (r) => r.fact?.name),
    text('owner', 'Its owner by this source.', (r) => r.fact?.owner),
    text('country', 'Its country by this source, ISO 3166-1 alpha-2.', (r) => r.fact?.country),
    text(
      'affiliation',
      'In whose hands this source states it to be; nothing on what it prints.',
      (r) => r.fact?.affiliation,
    ),
    list('labels', "What this source calls it, in the source's own words.", (r) => r.fact?.labels),
    text('source', 'Who states it.', (r) => r.fact?.source.name),
    text('source_url', 'Where it is stated.', (r) => r.fact?.source.url),
    text(
      'source_date',
      'When it was stated: a year, a month or a day.',
      (r) => r.fact?.source.date,
    ),
  ],
});

function outletRows(outlet: ExportOutlet): readonly OutletRow[] {
  if (outlet.facts.length === 0) return [{ outlet, fact: undefined }];
  return outlet.facts.map((fact) => ({ outlet, fact }));
}
