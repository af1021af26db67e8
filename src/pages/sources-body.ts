/** The page of sources: the filter, the table, and what could not be had or read. */
import type { Tally } from '../domain/views.ts';
import { HEALTHS, type SourceView } from '../domain/watch-views.ts';
import { html, type Markup } from '../export/markup.ts';
import type { RefusalsView } from '../operations/status.ts';
import type { SourcesView } from '../operations/watch.ts';
import { type Choice, choiceField } from './forms.ts';
import { fileLosses, webLosses } from './losses-body.ts';
import type { ConsoleLanguage } from './page.ts';
import { sourcesTable } from './sources-table.ts';
import { figure } from './words/figures.ts';
import { WORDS } from './words/sources.ts';
import { TERMS } from './words/terms.ts';

/** Rows of one page: a watch may have thousands of sources. */
const MOST_ROWS = 300;

export interface SourceFilter {
  /** A health, or empty for any. */
  readonly health: string;
  /** Part of a name, an outlet or an address. */
  readonly named: string;
}

export interface SourcesPageView extends SourcesView {
  readonly tally: Pick<Tally, 'refused'>;
  readonly pages: RefusalsView['pages'];
  readonly refusals: RefusalsView['refusals'];
}

export function sourcesBody(
  view: SourcesPageView,
  filter: SourceFilter,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const { sources, now } = view;
  const list = sources.length === 0 ? html`<p>${words.none}</p>` : listed(view, filter, language);
  return html`<h1>${words.title}</h1><p>${words.lead}</p>${list}${webLosses(view.losses, view, now, language)}${fileLosses(view.tally, view, language)}`;
}

function listed(
  { sources, now }: SourcesPageView,
  filter: SourceFilter,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const found = sources
    .filter((source) => fits(source, filter))
    .sort((a, b) => HEALTHS.indexOf(a.health) - HEALTHS.indexOf(b.health));
  const shown = found.slice(0, MOST_ROWS);
  const cut =
    shown.length === found.length
      ? undefined
      : html`<p class="dim">${words.first(figure(shown.length, language), figure(found.length, language))}</p>`;
  const table =
    found.length === 0
      ? html`<p>${words.noneMatch}</p>`
      : html`${cut}${sourcesTable(shown, now, language)}`;
  return html`${filterForm(sources, filter, language)}${table}`;
}

/** Only healths that some source has can be chosen, each with how many have it. */
function filterForm(
  sources: readonly SourceView[],
  { health, named }: SourceFilter,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const choices = HEALTHS.flatMap((one): Choice[] => {
    const n = sources.filter((source) => source.health === one).length;
    return n === 0 ? [] : [[one, `${TERMS[language].health[one]} (${figure(n, language)})`]];
  });
  const place = { id: 'by-health', name: 'health', label: words.health, value: health };
  return html`<form class="filters" action="/sources" role="search" aria-label="${words.filter}"><div>${choiceField(place, [['', words.any], ...choices])}</div><div><label for="by-name">${words.named}</label><input id="by-name" name="named" value="${named}" maxlength="200"></div><button>${words.show}</button></form>`;
}

function fits({ health, id, outlet, url }: SourceView, filter: SourceFilter): boolean {
  if (filter.health !== '' && filter.health !== health) return false;
  const part = filter.named.trim().toLowerCase();
  return part === '' || [id, outlet ?? '', url].some((text) => text.toLowerCase().includes(part));
}
