/** What a citation says of an article, whatever the format: nothing that the article does not state. */
import type { ExportArticle } from '../../domain/exports.ts';
import type { Moment } from '../../domain/moment.ts';
import { safeHref } from '../escape.ts';
import { isoOf, isPlaced, momentWords } from '../moments.ts';

/** Year, month, day: as many of them as are stated. */
export type DateParts = readonly [number, number?, number?];

export interface Cited {
  readonly id: string;
  /** An account on a platform is no newspaper. */
  readonly type: 'newspaper' | 'webpage';
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  readonly published: DateParts | undefined;
  readonly captured: DateParts | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** The capture's time and digest, and the date with what it leaves in doubt. */
  readonly note: string;
}

export function citedOf({ article }: ExportArticle): Cited {
  const { published, capturedAt, language } = article;
  return {
    id: article.id,
    type: article.domain.includes('/') ? 'webpage' : 'newspaper',
    title: oneLine(article.title),
    outlet: oneLine(article.outlet === '' ? article.domain : article.outlet),
    authors: (article.authors ?? []).map(oneLine).filter((author) => author !== ''),
    published: isPlaced(published) ? partsOf(published) : undefined,
    captured: dateParts(capturedAt),
    url: safeHref(article.url),
    language: /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : undefined,
    note: noteOf(article.capture.digest, capturedAt, published),
  };
}

function noteOf(digest: string, capturedAt: number, published: Moment | undefined): string {
  const { main, note } = momentWords(published);
  const stated = note === undefined ? main : `${main} (${note})`;
  const captured = isoOf(capturedAt) ?? 'at an unknown time';
  return `Published: ${stated}. Captured ${captured}, SHA-256 ${oneLine(digest)}.`;
}

/**
 * The date as the publisher states it. Bounds of a day without a zone reach into its neighbours, so
 * the date is that of their middle.
 */
function partsOf({ earliest, latest, precision }: Moment): DateParts | undefined {
  const parts = dateParts((earliest + latest) / 2);
  if (parts === undefined) return undefined;
  if (precision === 'year') return [parts[0]];
  return precision === 'month' ? [parts[0], parts[1]!] : parts;
}

function dateParts(ms: number): DateParts | undefined {
  if (isoOf(ms) === undefined) return undefined;
  const date = new Date(ms);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** Valid Unicode on one line, without controls. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
