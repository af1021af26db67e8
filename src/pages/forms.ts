/** Forms that change something, and the small controls that pages share. */
import { html, type Markup, type Slot } from '../export/markup.ts';
import type { PageRequest } from './page.ts';

type Asking = Pick<PageRequest, 'person' | 'address'>;

/**
 * A form that runs an operation and comes back to this page. Its fields are named as the operation's
 * input; `fixed` are those that the person does not choose.
 */
export function actionForm(
  operation: string,
  request: Asking,
  fixed: Readonly<Record<string, string>>,
  fields: Slot,
): Markup {
  const hidden = { csrf: request.person.csrf ?? '', back: backOf(request.address), ...fixed };
  return html`<form class="act" method="post" action="/do/${operation}">${Object.entries(hidden).map(([name, value]) => hiddenField(name, value))}${fields}</form>`;
}

/** This page's address without a refusal told before. */
function backOf(address: string): string {
  const [path = '/', query = ''] = address.split('?');
  const fields = new URLSearchParams(query);
  fields.delete('problem');
  fields.delete('lang');
  return fields.size === 0 ? path : `${path}?${fields}`;
}

export function hiddenField(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** One thing that can be chosen: its value, and how it reads. */
export type Choice = readonly [value: string, words: string];

/** A choice with its label; `id` must be unique in the page. */
export function choiceField(
  { id, name, label, value }: { id: string; name: string; label: string; value: string },
  choices: readonly Choice[],
): Markup {
  return html`<label for="${id}">${label}</label><select id="${id}" name="${name}">${choices.map(
    ([choice, words]) =>
      choice === value
        ? html`<option value="${choice}" selected>${words}</option>`
        : html`<option value="${choice}">${words}</option>`,
  )}</select>`;
}

/** Links to the former and the next part of a list, with what is shown between them. */
export function pager(
  { address, offset, limit, total }: PagerPlace,
  { label, before, after, shown }: PagerWords,
): Markup | undefined {
  if (total <= limit && offset === 0) return undefined;
  const earlier = Math.max(0, offset - limit);
  return html`<nav class="pager" aria-label="${label}">${offset > 0 ? html`<a rel="prev" href="${at(address, earlier)}">← ${before}</a>` : undefined}<span class="dim">${shown}</span>${offset + limit < total ? html`<a rel="next" href="${at(address, offset + limit)}">${after} →</a>` : undefined}</nav>`;
}

export interface PagerPlace {
  readonly address: string;
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
}

export interface PagerWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** `21–40 of 312`. */
  readonly shown: string;
}

function at(address: string, offset: number): string {
  const [path = '/', query = ''] = address.split('?');
  const fields = new URLSearchParams(query);
  fields.delete('problem');
  fields.delete('lang');
  if (offset === 0) fields.delete('offset');
  else fields.set('offset', String(offset));
  return fields.size === 0 ? path : `${path}?${fields}`;
}

/** A whole number of the query, from 0 on; `fallback` where there is none. */
export function wholeNumber(query: URLSearchParams, name: string, fallback: number): number {
  const value = query.get(name) ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : fallback;
}
