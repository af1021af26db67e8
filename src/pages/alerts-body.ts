/** The list of alerts with its filters, and the indicators below it. */
import type { AlertsView } from '../domain/alert-views.ts';
import { ALERT_STATES, type Indicator, SEVERITIES } from '../domain/alerts.ts';
import { severityWords, stateWords } from '../export/alert-wording.ts';
import { html, type Markup } from '../export/markup.ts';
import { alertLines } from './alert-line.ts';
import { type Choice, choiceField, pager } from './forms.ts';
import type { ConsoleLanguage, PageRequest } from './page.ts';
import { quietIndicators } from './quiet.ts';
import { WORDS } from './words/alerts.ts';
import { figure, said } from './words/figures.ts';
import { WORDS as TODAY } from './words/today.ts';

/** What the list was asked for; empty strings where nothing is filtered. */
export interface AlertFilter {
  readonly state: string;
  readonly severity: string;
  readonly indicator: string;
  readonly offset: number;
  readonly limit: number;
}

export function alertsBody(
  view: AlertsView,
  indicators: readonly Indicator[],
  filter: AlertFilter,
  now: number,
  request: Pick<PageRequest, 'language' | 'address'>,
): Markup {
  const { language, address } = request;
  const words = WORDS[language];
  const { offset, limit } = filter;
  const shown = words.shown(
    figure(Math.min(offset + 1, view.total), language),
    figure(Math.min(offset + limit, view.total), language),
    figure(view.total, language),
  );
  const list =
    view.alerts.length === 0
      ? nothing(filter, language)
      : html`<p class="dim">${shown}</p>${alertLines(view.alerts, now, language)}`;
  const { pages: label, before, after } = words;
  return html`<h1>${words.title}</h1><p>${words.lead}</p>${filterForm(indicators, filter, language)}<section class="results" aria-label="${words.title}">${list}${pager({ address, offset, limit, total: view.total }, { label, before, after, shown })}</section><section><h2>${TODAY[language].quiet}</h2><p class="dim">${TODAY[language].quietLead}</p>${quietIndicators(indicators, view.readings, language)}</section>`;
}

function nothing({ state, severity, indicator }: AlertFilter, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  if (state === 'open' && severity === '' && indicator === '') return html`<p>${words.none}</p>`;
  return html`<p>${words.noneMatch} <a href="/alerts">${words.clearFilter}</a></p>`;
}

function filterForm(
  indicators: readonly Indicator[],
  filter: AlertFilter,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const any: Choice = ['', words.any];
  const states: Choice[] = [
    ['open', words.open],
    ['all', words.any],
    ...ALERT_STATES.map((state) => [state, stateWords(state, language)] as const),
  ];
  const severities = SEVERITIES.toReversed().map(
    (one) => [one, severityWords(one, language)] as const,
  );
  const named = indicators.map(({ id, title }) => [id, said(title, language)] as const);
  const field = (name: 'state' | 'severity' | 'indicator', choices: readonly Choice[]): Markup =>
    html`<div>${choiceField({ id: `by-${name}`, name, label: words[name], value: filter[name] }, choices)}</div>`;
  return html`<form class="filters" action="/alerts" role="search" aria-label="${words.filter}">${field('state', states)}${field('severity', [any, ...severities])}${field('indicator', [any, ...named])}<button>${words.show}</button></form>`;
}
