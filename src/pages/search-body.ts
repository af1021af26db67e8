/** The search's field, facets as links, and hits with the found words marked. */
import type { FacetCount, SearchHitView, SearchView } from '../domain/search.ts';
import type { Span } from '../domain/span.ts';
import { html, joined, type Markup } from '../export/markup.ts';
import { momentText } from './dates.ts';
import { ours, theirs } from './foreign.ts';
import { hiddenField, pager } from './forms.ts';
import type { PageRequest } from './page.ts';
import { articleHref } from './passage-link.ts';
import { figure } from './words/figures.ts';
import { WORDS } from './words/search.ts';

/** Hits on a page. */
export const SHOWN = 20;
/** Values of a facet that are offered. */
const VALUES = 10;
const FILTERS = ['language', 'outlet', 'from', 'to'] as const;

type Asking = Pick<PageRequest, 'query' | 'address' | 'language'>;

export function searchBody(view: SearchView, request: Asking, problem: string | undefined): Markup {
  const words = WORDS[request.language];
  const { q, hits, total, more, offset } = view;
  const n = (value: number): string => figure(value, request.language);
  const all = words.total(n(total), more, total === 1 && !more);
  const refused =
    problem === undefined
      ? undefined
      : html`<p class="problem" role="alert">${words.problem} ${ours(problem)}</p>`;
  const count =
    q === '' && !FILTERS.some((name) => request.query.has(name))
      ? html`<h2>${words.newest}</h2>`
      : html`<div role="status"><h2>${all}</h2></div>`;
  const pages = pager(
    { address: request.address, offset, limit: SHOWN, total: more ? total + 1 : total },
    {
      label: words.pages,
      before: words.before,
      after: words.after,
      shown: words.shown(n(offset + 1), n(offset + hits.length), all),
    },
  );
  return html`<h1>${words.title}</h1>${refused}${field(view, request)}<div class="search"><section class="hits">${
    hits.length === 0
      ? nothing(request)
      : html`${count}${sorts(view, request)}<ol>${hits.map((hit) => hitItem(hit, request))}</ol>${pages}`
  }</section>${facets(view, request)}</div>`;
}

function field({ q }: SearchView, { query, language }: Asking): Markup {
  const words = WORDS[language];
  const kept = [...FILTERS, 'sort'].flatMap((name) => {
    const value = query.get(name);
    return value === null || value === '' ? [] : [hiddenField(name, value)];
  });
  return html`<form class="ask" role="search" action="/search" aria-label="${words.title}"><label for="q">${words.field}</label><div class="row"><input id="q" name="q" type="search" value="${q}" autocomplete="off" aria-describedby="q-help"><button>${words.go}</button></div>${kept}<p class="dim" id="q-help">${words.help}</p></form>`;
}

function nothing({ language }: Asking): Markup {
  const words = WORDS[language];
  return html`<div role="status"><h2>${words.nothing}</h2></div><ul>${words.advice.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function sorts({ sort }: SearchView, { query, language }: Asking): Markup {
  const words = WORDS[language];
  const links = (['newest', 'relevance'] as const).map((one) =>
    one === sort
      ? html`<b aria-current="true">${words.sorts[one]}</b>`
      : html`<a href="${withField(query, 'sort', one)}">${words.sorts[one]}</a>`,
  );
  return html`<p class="sorts">${words.sortLabel}: ${joined(links, ' · ')}</p>`;
}

function hitItem({ article, versions, snippet }: SearchHitView, { language }: Asking): Markup {
  const words = WORDS[language];
  const many = versions > 1 ? html` · ${figure(versions, language)} ${words.versions}` : undefined;
  return html`<li><h3><a href="${articleHref(article.id)}">${theirs(article.title, article.language)}</a></h3><p class="dim">${theirs(article.outlet)} · ${momentText(article.published, language)} · ${article.language}${many}</p><p class="snippet">${snippet.span.begin > 0 ? '… ' : ''}${theirs(markedText(snippet.text, snippet.marks), article.language)}${/[.!?»”"]\s*$/.test(snippet.text) ? '' : ' …'}</p></li>`;
}

/** The text with its marks, which lie in order and apart. */
function markedText(text: string, marks: readonly Span[]): Markup {
  let at = 0;
  const parts = marks.map(({ begin, end }) => {
    const part = html`${text.slice(at, begin)}<mark>${text.slice(begin, end)}</mark>`;
    at = end;
    return part;
  });
  return html`${parts}${text.slice(at)}`;
}

function facets(view: SearchView, { query, language }: Asking): Markup | undefined {
  const words = WORDS[language];
  const { languages, outlets, months } = view.facets;
  const month = query.get('from');
  const parts = [
    facet(words.language, 'language', languages, query, language),
    facet(words.outlet, 'outlet', outlets, query, language),
    month !== null && month === query.get('to')
      ? facet(words.month, 'from', [{ value: month, count: view.total }], query, language)
      : facet(words.month, 'from', months, query, language),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const note = view.more ? html`<p class="dim">${words.counted}</p>` : undefined;
  return html`<section class="facets" aria-labelledby="facets"><h2 id="facets">${words.facets}</h2>${parts}${note}</section>`;
}

/** Values as links; a chosen one leads back to all. Undefined where there is nothing to choose. */
function facet(
  title: string,
  name: 'language' | 'outlet' | 'from',
  counts: readonly FacetCount[],
  query: URLSearchParams,
  language: Asking['language'],
): Markup | undefined {
  const chosen = query.get(name) ?? '';
  if (chosen === '' && counts.length < 2) return undefined;
  const item = ({ value, count }: FacetCount): Markup =>
    value === chosen
      ? html`<li><b>${theirs(value)}</b> <a href="${withField(query, name, '')}">${WORDS[language].all}</a></li>`
      : html`<li><a href="${withField(query, name, value)}">${theirs(value)}</a> <span class="n dim">${figure(count, language)}</span></li>`;
  const known = counts.some(({ value }) => value === chosen);
  const shown = counts.slice(0, VALUES);
  const rows = chosen === '' || known ? shown : [{ value: chosen, count: 0 }, ...shown];
  return html`<h3>${title}</h3><ul>${rows.map(item)}</ul>`;
}

/** This search with one field changed, from its first page; a month is both ends of the time. */
function withField(query: URLSearchParams, name: string, value: string): string {
  const fields = new URLSearchParams(query);
  for (const other of ['offset', 'lang', 'problem']) fields.delete(other);
  for (const one of name === 'from' ? ['from', 'to'] : [name]) {
    if (value === '') fields.delete(one);
    else fields.set(one, value);
  }
  return fields.size === 0 ? '/search' : `/search?${fields}`;
}
