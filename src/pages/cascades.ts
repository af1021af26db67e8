/** `/cascades`: what was repeated, a line each. */
import type { CascadeRowView } from '../domain/cascade-views.ts';
import { html, joined, type Markup } from '../export/markup.ts';
import { timesLine } from '../export/sparkline.ts';
import { type CascadeListView, cascadeListOperation } from '../operations/cascade-rows.ts';
import { theirs } from './foreign.ts';
import { pager, wholeNumber } from './forms.ts';
import type { Page, PageRequest } from './page.ts';
import { cascadeHref } from './passage-link.ts';
import { WORDS } from './words/cascades.ts';
import { day, figure } from './words/figures.ts';

const SHOWN = 25;
const SORTS = ['widest', 'newest', 'dropped'] as const;

type Asking = Pick<PageRequest, 'address' | 'language' | 'query'>;

export const cascadesPage: Page = {
  path: '/cascades',
  section: 'cascades',
  role: 'reader',
  answer: async (request) => {
    const { query, language, context } = request;
    const input = cascadeListOperation.input.parse({
      sort: SORTS.find((one) => one === query.get('sort')),
      limit: SHOWN,
      offset: wholeNumber(query, 'offset', 0),
    });
    const view = await cascadeListOperation.run(input, context);
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: cascadesBody(view, request),
      data: view,
    };
  },
};

function cascadesBody(view: CascadeListView, request: Asking): Markup {
  const { language, address } = request;
  const words = WORDS[language];
  const { cascades, total, offset, stale, sort } = view;
  const n = (value: number): string => figure(value, language);
  if (cascades.length === 0) {
    return html`<h1>${words.title}</h1><div class="empty"><p>${words.none}</p><p>${words.advice}</p></div>`;
  }
  const sorts = SORTS.map((one) =>
    one === sort
      ? html`<b aria-current="true">${words.sorts[one]}</b>`
      : html`<a href="/cascades?sort=${one}">${words.sorts[one]}</a>`,
  );
  const pages = pager(
    { address, offset, limit: SHOWN, total },
    {
      label: words.pages,
      before: words.before,
      after: words.after,
      shown: words.shown(n(offset + 1), n(offset + cascades.length), n(total)),
    },
  );
  return html`<h1>${words.title}</h1><p class="standfirst">${words.lead}</p>${stale ? html`<p class="notice small">${words.stale}</p>` : undefined}<p class="sorts">${words.sortLabel}: ${joined(sorts, ' · ')}</p><table class="list stack"><thead><tr><th scope="col">${words.passage}</th><th scope="col">${words.reach}</th><th scope="col">${words.articles}</th><th scope="col">${words.spread}</th><th scope="col">${words.dropped}</th></tr></thead><tbody>${cascades.map((one) => row(one, language))}</tbody></table>${pages}`;
}

function row(cascade: CascadeRowView, language: Asking['language']): Markup {
  const words = WORDS[language];
  const { id, title, outlet, established, articles, reach, droppedCredits, times } = cascade;
  const order = established ? words.earliest : words.mayBeEarliest;
  const first = times[0];
  const last = times.at(-1);
  const drawn = timesLine(times, words.summedUp(figure(times.length, language)));
  const dates =
    first === undefined || last === undefined
      ? '–'
      : day(first, language) === day(last, language)
        ? day(first, language)
        : `${day(first, language)} – ${day(last, language)}`;
  return html`<tr><th scope="row"><a href="${cascadeHref(id)}">${theirs(title, cascade.language)}</a><div class="dim">${theirs(outlet)}, ${order}</div></th><td class="n" data-label="${words.reach}">${figure(reach, language)}</td><td class="n" data-label="${words.articles}">${figure(articles, language)}</td><td data-label="${words.spread}">${drawn}<span class="dim">${dates}</span></td><td class="n" data-label="${words.dropped}">${droppedCredits === 0 ? '–' : figure(droppedCredits, language)}</td></tr>`;
}
