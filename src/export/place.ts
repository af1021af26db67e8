/** Where a passage stands, in words; a link to it where the page that shows it has one. */
import type { ArticleId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import { html, type Markup } from './markup.ts';
import { figure } from './wording.ts';

/** The address of a passage, in a console. */
export type PassageLinks = (article: ArticleId, span: Span) => string;

export function placeMarkup(
  span: Span,
  article: ArticleId | undefined,
  linkOf: PassageLinks | undefined,
): Markup {
  const words = `characters ${figure(span.begin)}–${figure(span.end)}`;
  return linkOf === undefined || article === undefined
    ? html`<span class="dim">${words}</span>`
    : html`<a class="place" href="${linkOf(article, span)}">${words}</a>`;
}
