/**
 * An article: its address, the media content that OpenCTI knows, the observation that it was captured,
 * and the report that stands for it.
 */
import type { ExportArticle } from '../../domain/exports.ts';
import type { ArticleView } from '../../domain/views.ts';
import { type Desk, domainObject, observable } from './desk.ts';
import { NEW_OBSERVABLE } from './extensions.ts';
import { hashesOf, nameOf, uriOf } from './foreign.ts';
import { stixId, uuidOf } from './identifiers.ts';
import { isNew, type Known } from './known.ts';
import { type StixObject, type StixProperties, whole } from './object.ts';
import { channelOf } from './outlets.ts';
import { reference, relationship } from './relations.ts';
import { reportObjects, timeOf } from './reports.ts';
import { firstOf, stamp } from './stamps.ts';

/** Everything that one article comes to. */
export function* articleObjects(
  desk: Desk,
  known: Known,
  { article, mediaType, length }: ExportArticle,
): Iterable<StixObject> {
  if (known.reports.has(article.id)) return;
  const { id, channel } = channelOf(desk, known, { domain: article.domain, name: article.outlet });
  if (channel !== undefined) yield channel;
  const time = timeOf(article);
  const seen: StixObject[] = [];
  const url = uriOf(article.url);
  if (url !== undefined) seen.push(...published(desk, article, url, time));
  else seen.push(...archived(desk, article, mediaType, length));
  for (const one of seen) if (isNew(known, one.id)) yield one;
  const media = seen.find(({ type }) => type === 'media-content');
  if (media !== undefined) {
    const link = relationship(desk, [id, 'publishes', media.id], { created: time }, undefined, {});
    if (isNew(known, link.id)) yield link;
  }
  const refs = [id, ...seen.map((one) => one.id)];
  if (seen.length > 0) {
    const capture = captured(desk, article, seen);
    if (isNew(known, capture.id)) yield capture;
    refs.push(capture.id);
  }
  yield* reportObjects(desk, known, article, refs);
}

function* published(
  desk: Desk,
  article: ArticleView,
  url: string,
  time: number,
): Iterable<StixObject> {
  yield observable(desk, 'url', stixId('url', { value: url }), { value: url });
  yield observable(desk, 'media-content', stixId('media-content', { url }), {
    title: nameOf(article.title, 'Untitled'),
    media_category: 'article',
    url,
    publication_date: article.published === undefined ? undefined : stamp(time),
    extensions: NEW_OBSERVABLE,
  });
}

/** The archived bytes stand for an article that has no address. */
function* archived(
  desk: Desk,
  { capture }: ArticleView,
  mediaType: string,
  length: number,
): Iterable<StixObject> {
  const hashes = hashesOf(capture.digest);
  if (hashes === undefined) return;
  const size = whole(length);
  const id = `file--${uuidOf(`{"hashes":{"SHA-256":"${hashes['SHA-256']}"}}`)}`;
  yield observable(desk, 'file', id, {
    hashes,
    size: size !== undefined && size >= 0 ? size : undefined,
    mime_type: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : undefined,
  });
}

function captured(desk: Desk, article: ArticleView, seen: readonly StixObject[]): StixObject {
  const last = firstOf(article.capturedAt);
  const first = Math.min(firstOf(article.firstSeen?.earliest, last), last);
  const parts = { article: article.id, capture: article.capture.digest };
  return domainObject(
    desk,
    'observed-data',
    parts,
    { created: first, modified: last },
    {
      first_observed: stamp(first),
      last_observed: stamp(last),
      number_observed: 1,
      external_references: [archiveReference(article)],
      object_refs: seen.map(({ id }) => id),
    },
  );
}

/** Where the bytes came from, if from the web; a path on the machine never leaves it. */
function archiveReference({ capture }: ArticleView): StixProperties {
  return reference('Atalaya archive', uriOf(capture.origin), {
    description: 'The bytes as they were captured.',
    hashes: hashesOf(capture.digest),
  });
}
