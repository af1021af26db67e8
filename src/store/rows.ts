/** Rows of a database from and to the domain's types. One function a table and direction. */
import type { Article, Capture } from '../domain/article.ts';
import type { ArticleId, CaptureId, Digest } from '../domain/ids.ts';
import type { Moment, Precision } from '../domain/moment.ts';
import type { RefusalKind } from '../domain/outcome.ts';
import type { Passage } from '../domain/trace.ts';
import type { ItemRow } from './batch.ts';
import type { RefusalRow, RowAlignment } from './store.ts';

export interface CaptureRow {
  readonly id: string;
  readonly digest: string;
  readonly media_type: string;
  readonly length: number;
  readonly captured_at: number;
  readonly origin: string;
  readonly archive_file: string;
  readonly archive_offset: number;
  readonly archive_length: number;
}

export interface ArticleRow {
  readonly id: string;
  readonly key: string;
  readonly capture_id: string;
  readonly url: string | null;
  readonly domain: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly published_earliest: number | null;
  readonly published_latest: number | null;
  readonly published_precision: string | null;
  readonly published_zone: string | null;
  readonly seen_earliest: number | null;
  readonly seen_latest: number | null;
  readonly seen_precision: string | null;
  readonly seen_zone: string | null;
  readonly captured_at: number;
  readonly modified_earliest: number | null;
  readonly modified_latest: number | null;
  readonly modified_precision: string | null;
  readonly modified_zone: string | null;
  readonly authors: string | null;
  readonly based_on: string | null;
}

export function rowOfCapture(capture: Capture): CaptureRow {
  return {
    id: capture.id,
    digest: capture.digest,
    media_type: capture.mediaType,
    length: capture.length,
    captured_at: capture.capturedAt,
    origin: capture.origin,
    archive_file: capture.record.file,
    archive_offset: capture.record.offset,
    archive_length: capture.record.length,
  };
}

export function captureOfRow(row: CaptureRow): Capture {
  return {
    id: row.id as CaptureId,
    digest: row.digest as Digest,
    mediaType: row.media_type,
    length: row.length,
    capturedAt: row.captured_at,
    origin: row.origin,
    record: { file: row.archive_file, offset: row.archive_offset, length: row.archive_length },
  };
}

export function rowOfArticle(article: Article): ArticleRow {
  const { published, firstSeen, modified } = article;
  return {
    id: article.id,
    key: article.key,
    capture_id: article.captureId,
    url: article.url ?? null,
    domain: article.domain,
    outlet: article.outlet,
    title: article.title,
    text: article.text,
    language: article.language,
    published_earliest: published?.earliest ?? null,
    published_latest: published?.latest ?? null,
    published_precision: published?.precision ?? null,
    published_zone: published?.zone ?? null,
    seen_earliest: firstSeen?.earliest ?? null,
    seen_latest: firstSeen?.latest ?? null,
    seen_precision: firstSeen?.precision ?? null,
    seen_zone: firstSeen?.zone ?? null,
    captured_at: article.capturedAt,
    modified_earliest: modified?.earliest ?? null,
    modified_latest: modified?.latest ?? null,
    modified_precision: modified?.precision ?? null,
    modified_zone: modified?.zone ?? null,
    authors: listText(article.authors),
    based_on: listText(article.basedOn),
  };
}

const listText = (list: readonly string[] | undefined): string | null =>
  list === undefined || list.length === 0 ? null : JSON.stringify(list);

export function articleOfRow(row: ArticleRow): Article {
  const modified = momentOf(
    row.modified_earliest,
    row.modified_latest,
    row.modified_precision,
    row.modified_zone,
  );
  return {
    id: row.id as ArticleId,
    key: row.key,
    captureId: row.capture_id as CaptureId,
    url: row.url ?? undefined,
    domain: row.domain,
    outlet: row.outlet,
    title: row.title,
    text: row.text,
    language: row.language,
    published: momentOf(
      row.published_earliest,
      row.published_latest,
      row.published_precision,
      row.published_zone,
    ),
    firstSeen: momentOf(row.seen_earliest, row.seen_latest, row.seen_precision, row.seen_zone),
    capturedAt: row.captured_at,
    ...(modified !== undefined && { modified }),
    ...(row.authors !== null && { authors: JSON.parse(row.authors) as string[] }),
    ...(row.based_on !== null && { basedOn: JSON.parse(row.based_on) as string[] }),
  };
}

function momentOf(
  earliest: number | null,
  latest: number | null,
  precision: string | null,
  zone: string | null,
): Moment | undefined {
  if (earliest === null || latest === null || precision === null || zone === null) return undefined;
  return {
    earliest,
    latest,
    precision: precision as Precision,
    zone: zone as Moment['zone'],
  };
}

/** The values of an item, in the order of its table. */
export function itemValues(item: ItemRow): (string | number | null)[] {
  const { fate } = item;
  const head = [item.id, item.file, item.line ?? null, item.capture ?? null, fate.kind];
  switch (fate.kind) {
    case 'article':
    case 'same-article':
      return [...head, fate.article, null, null, null];
    case 'same-bytes':
      return [...head, null, null, null, null];
    case 'refused': {
      const { kind, detail, value } = fate.refusal;
      return [...head, null, kind, detail, value ?? null];
    }
  }
}

export interface RefusalListRow {
  readonly kind: RefusalKind;
  readonly detail: string;
  readonly value: string | null;
  readonly file: string;
  readonly line: number | null;
  readonly capture: string | null;
}

export function refusalOf(row: RefusalListRow): RefusalRow {
  return {
    kind: row.kind,
    detail: row.detail,
    place: row.line === null ? { file: row.file } : { file: row.file, line: row.line },
    ...(row.value === null ? {} : { value: row.value }),
    capture: (row.capture ?? undefined) as CaptureId | undefined,
  };
}

export interface AlignmentRow {
  readonly idA: string;
  readonly idB: string;
  readonly a: number;
  readonly b: number;
  readonly passages: string;
}

/** Stored with the smaller id first, given with the smaller row first. */
export function rowAlignmentOf({ a, b, passages }: AlignmentRow): RowAlignment {
  const list = JSON.parse(passages) as Passage[];
  if (a < b) return { a, b, passages: list.sort((x, y) => x.b.begin - y.b.begin) };
  const swapped = list.map((p) => ({ ...p, a: p.b, b: p.a, aWords: p.bWords, bWords: p.aWords }));
  return { a: b, b: a, passages: swapped.sort((x, y) => x.b.begin - y.b.begin) };
}
