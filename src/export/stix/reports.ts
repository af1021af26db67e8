/**
 * The report that stands for an article. The outlet stands in its name, since OpenCTI merges reports of
 * one name and date, and so would take a reprint for its original.
 */
import type { Moment } from '../../domain/moment.ts';
import type { ArticleView } from '../../domain/views.ts';
import { instantWords, momentWords } from '../moments.ts';
import { type Desk, domainObject } from './desk.ts';
import { deskProperties } from './extensions.ts';
import { hashesOf, languageOf, nameOf } from './foreign.ts';
import { packed } from './identifiers.ts';
import { isNew, type Known } from './known.ts';
import { present, type StixObject, type StixProperties, whole } from './object.ts';
import { reference } from './relations.ts';
import { firstOf, isStampable, stamp } from './stamps.ts';

/** When an article counts as made: published, else first seen, else captured; the earliest bound. */
export function timeOf(article: ArticleView): number {
  const { published, firstSeen, capturedAt } = article;
  return firstOf(published?.earliest, firstSeen?.earliest, capturedAt);
}

/** How an article's outlet is called; its key where it has no name. */
export function outletName({ outlet, domain }: ArticleView): string {
  return nameOf(outlet, nameOf(domain, 'unnamed'));
}

/** The report of one version of an article; `refs`: what it refers to, never empty. */
export function* reportObjects(
  desk: Desk,
  known: Known,
  article: ArticleView,
  refs: readonly string[],
): Iterable<StixObject> {
  const created = timeOf(article);
  const name = `${nameOf(article.title, 'Untitled')} · ${outletName(article)}`;
  const report = reportOf(desk, article, created, name, refs);
  // Another version of the article, of the same title and date: it is a report of its own.
  const other = isNew(known, report.id)
    ? report
    : reportOf(desk, article, created, `${name} · version ${article.id}`, refs);
  known.reports.set(article.id, packed(other.id));
  if (other === report || isNew(known, other.id)) yield other;
}

function reportOf(
  desk: Desk,
  article: ArticleView,
  created: number,
  name: string,
  refs: readonly string[],
): StixObject {
  const parts = { name: name.toLowerCase().trim(), published: stamp(created) };
  const changed = article.modified?.earliest;
  const modified = isStampable(changed) ? changed : created;
  return domainObject(
    desk,
    'report',
    parts,
    { created, modified },
    {
      name,
      description: describe(article),
      report_types: ['observed-data'],
      published: stamp(created),
      lang: languageOf(article.language),
      external_references: [
        reference(article.outlet, article.url, {
          description: 'The article as published.',
          hashes: hashesOf(article.capture.digest),
        }),
      ],
      object_refs: refs,
      extensions: deskProperties({
        article: article.id,
        words: whole(article.words),
        published_bounds: boundsOf(article.published),
        first_seen_bounds: boundsOf(article.firstSeen),
        captured: isStampable(article.capturedAt) ? stamp(article.capturedAt) : undefined,
      }),
    },
  );
}

function describe(article: ArticleView): string {
  const { published, capturedAt } = article;
  const { main, note } = momentWords(published);
  const dated = note === undefined ? main : `${main} (${note})`;
  return `An article of ${outletName(article)}. Published: ${dated}. Captured: ${instantWords(capturedAt)}.`;
}

/** What a point in time cannot say: both bounds, how precise the source is, whether it names a zone. */
function boundsOf(moment: Moment | undefined): StixProperties | undefined {
  if (moment === undefined) return undefined;
  const { earliest, latest, precision, zone } = moment;
  if (!isStampable(earliest) || !isStampable(latest)) return undefined;
  return present({ earliest: stamp(earliest), latest: stamp(latest), precision, zone });
}
