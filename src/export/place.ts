/** How a part of a cascade is shown; and where a passage stands, in words. */
import type { ArticleId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { html, type Markup } from './markup.ts';
import { figure } from './wording.ts';

/** What a console asks of a part that the report draws too; the report asks for none of it. */
export interface Shown {
  /** Of our own words; English where it is left out. */
  readonly language?: WordingLanguage;
  /** The address of a passage. */
  readonly linkOf?: (article: ArticleId, span: Span) => string;
  /** The address of an article. */
  readonly articleLinkOf?: (article: ArticleId) => string;
  /** The language of an article, where it is known: its quotations say it. */
  readonly languageOf?: (article: ArticleId) => string | undefined;
}

const CHARACTERS: Readonly<Record<WordingLanguage, string>> = {
  en: 'characters',
  es: 'caracteres',
};

/** Where a passage stands; a link to it where the page that shows it has one. */
export function placeMarkup(
  span: Span,
  article: ArticleId | undefined,
  { linkOf, language = 'en' }: Shown = {},
): Markup {
  const words = `${CHARACTERS[language]} ${figure(span.begin, language)}–${figure(span.end, language)}`;
  return linkOf === undefined || article === undefined
    ? html`<span class="dim">${words}</span>`
    : html`<a class="place" href="${linkOf(article, span)}">${words}</a>`;
}

/** Words in the quotation marks of the language. */
export function quoted(words: Markup, language: WordingLanguage = 'en'): Markup {
  return language === 'es' ? html`«${words}»` : html`“${words}”`;
}
