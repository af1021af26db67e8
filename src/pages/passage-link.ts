/** Addresses of things in the console that other pages point at; a passage is named by its offsets. */
import type { ArticleId, CascadeId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';

/** The anchor of a passage in its article's page: `s120-180`, in UTF-16 units of the text. */
export function passageAnchor({ begin, end }: Span): string {
  return `s${begin}-${end}`;
}

/**
 * Where a passage stands, marked: `/articles/0123456789abcdef?at=120-180#s120-180`. The fragment alone
 * finds only passages that a reading or a cascade knows; with `at` the page makes an anchor for any.
 */
export function passageHref(article: ArticleId, span: Span): string {
  return `${articleHref(article)}?at=${span.begin}-${span.end}#${passageAnchor(span)}`;
}

export function articleHref(article: ArticleId): string {
  return `/articles/${encodeURIComponent(article)}`;
}

export function cascadeHref(cascade: CascadeId): string {
  return `/cascades/${encodeURIComponent(cascade)}`;
}
