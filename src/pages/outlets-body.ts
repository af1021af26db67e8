/** The network of outlets: filters, drawing with its legend, and the same facts as tables. */
import type { NetworkView } from '../domain/network-views.ts';
import { html, type Markup } from '../export/markup.ts';
import { ours } from './foreign.ts';
import { type Choice, choiceField } from './forms.ts';
import { networkFigure } from './network/figure.ts';
import { outletsTable, pairsTable } from './network/tables.ts';
import type { PageRequest } from './page.ts';
import { figure } from './words/figures.ts';
import { WORDS } from './words/outlets.ts';
import { stateName } from './words/presence.ts';

const FILTERS = ['from', 'to', 'min', 'state', 'dropped'] as const;

type Asking = Pick<PageRequest, 'query' | 'language'>;

export function outletsBody(
  view: NetworkView,
  request: Asking,
  problem: string | undefined,
): Markup {
  const { query, language } = request;
  const words = WORDS[language];
  const isFiltered = FILTERS.some((name) => (query.get(name) ?? '') !== '');
  const refused =
    problem === undefined ? undefined : html`<p class="problem" role="alert">${ours(problem)}</p>`;
  const head = html`<h1>${words.title}</h1><p class="standfirst">${words.lead}</p>${refused}`;
  if (view.edges.length === 0 && !isFiltered) {
    return html`${head}<div class="empty"><p>${words.none}</p><p>${words.advice}</p><p><code>atalaya ingest FILES</code> <code>atalaya trace</code></p></div>`;
  }
  const stale = view.stale ? html`<p class="notice small">${words.stale}</p>` : undefined;
  if (view.edges.length === 0) {
    return html`${head}${filters(view, request)}<p role="status">${words.noneSuch} <a href="/outlets">${words.clear}</a></p>`;
  }
  const n = (value: number): string => figure(value, language);
  const { total, shown, edges, nodes } = view;
  const bounds = words.bounded(
    ...([n(shown), n(total.reprints), n(edges.length)] as const),
    ...([n(total.edges), n(nodes.length), n(total.publishers)] as const),
  );
  return html`${head}${stale}${filters(view, request)}${networkFigure(view, words.network, language)}<p class="dim">${bounds}</p><section><h2>${words.pairs}</h2>${pairsTable(view, language)}</section><section><h2>${words.outlets}</h2>${outletsTable(view, language)}</section>`;
}

function filters({ countries }: NetworkView, { query, language }: Asking): Markup {
  const words = WORDS[language];
  const value = (name: string): string => query.get(name) ?? '';
  const chosen = value('state').toUpperCase();
  const codes = chosen !== '' && !countries.includes(chosen) ? [...countries, chosen] : countries;
  const states: readonly Choice[] = [
    ['', words.all],
    ...codes.map((code): Choice => [code, stateName(code, language)]),
  ];
  const date = (name: 'from' | 'to'): Markup =>
    html`<div><label for="f-${name}">${words[name]}</label><input id="f-${name}" name="${name}" type="date" value="${value(name)}"></div>`;
  const only =
    value('dropped') === 'yes'
      ? html`<input id="f-dropped" name="dropped" type="checkbox" value="yes" checked>`
      : html`<input id="f-dropped" name="dropped" type="checkbox" value="yes">`;
  return html`<form class="filters" action="/outlets" aria-label="${words.network}">${date('from')}${date('to')}<div><label for="f-min">${words.least}</label><input id="f-min" name="min" type="number" min="1" max="9999" value="${value('min') === '' ? '1' : value('min')}"></div><div>${choiceField({ id: 'f-state', name: 'state', label: words.country, value: chosen }, states)}</div><div class="tick">${only} <label for="f-dropped">${words.droppedOnly}</label></div><button>${words.show}</button></form>`;
}
