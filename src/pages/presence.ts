/** `/presence`: the pairs of states that the ledger knows, and one state's presence on the map. */
import type { MapSeriesView, PresenceMapView } from '../domain/presence-views.ts';
import { PRESENCE_SCOPES, PRESENCE_UNITS } from '../domain/reading.ts';
import { html, joined, type Markup } from '../export/markup.ts';
import {
  type PairsView,
  presenceMapOperation,
  presencePairsOperation,
} from '../operations/presence-map.ts';
import { boundsOfCount } from './charts/counts.ts';
import { worldMap } from './map/world.ts';
import type { ConsoleLanguage, Page } from './page.ts';
import { figure } from './words/figures.ts';
import { stateName, WORDS } from './words/presence.ts';

/** Pairs listed, those with most entries. */
const SHOWN = 30;
const STATE = /^[A-Z]{2,4}$/;

export const presencePage: Page = {
  path: '/presence',
  section: 'presence',
  role: 'reader',
  answer: async ({ query, language, context }) => {
    const [sender, host] = ['sender', 'host'].map((name) => codeIn(query.get(name)));
    if (sender !== undefined && host !== undefined) {
      return { kind: 'elsewhere', to: `/presence/${sender}/${host}` };
    }
    const ledger = await presencePairsOperation.run({}, context);
    const of = sender ?? ledger.pairs[0]?.sender;
    const [unit, scope] = (query.get('series') ?? '').split('/');
    const input = presenceMapOperation.input.safeParse({
      sender: of,
      unit: PRESENCE_UNITS.find((one) => one === unit),
      scope: PRESENCE_SCOPES.find((one) => one === scope),
    });
    const map = input.success ? await presenceMapOperation.run(input.data, context) : undefined;
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: presenceBody(ledger.pairs, map, language),
      data: { pairs: ledger.pairs, map },
    };
  },
};

function codeIn(value: string | null): string | undefined {
  const code = (value ?? '').trim().toUpperCase();
  return STATE.test(code) ? code : undefined;
}

export function presenceBody(
  pairs: PairsView['pairs'],
  map: PresenceMapView | undefined,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  if (pairs.length === 0) {
    return html`<h1>${words.title}</h1><p class="standfirst">${words.lead}</p><div class="empty"><p>${words.none}</p><p>${words.advice}</p><pre>npx atalaya presence --add staff.csv
npx atalaya read</pre></div>`;
  }
  const codes = [...new Set(pairs.map(({ sender }) => sender))].sort();
  const hosts = [...new Set(pairs.map(({ host }) => host))].sort();
  const options = (list: readonly string[], chosen: string | undefined): Markup[] =>
    list.map((code) =>
      code === chosen
        ? html`<option value="${code}" selected>${stateName(code, language)}</option>`
        : html`<option value="${code}">${stateName(code, language)}</option>`,
    );
  return html`<h1>${words.title}</h1><p class="standfirst">${words.lead}</p><form class="filters" action="/presence"><div><label for="sender">${words.sender}</label><select id="sender" name="sender">${options(codes, map?.sender)}</select></div><div><label for="host">${words.host}</label><select id="host" name="host"><option value="">–</option>${options(hosts, undefined)}</select></div><button>${words.show}</button></form>${map?.chosen === undefined ? undefined : mapSection(map, map.chosen, language)}<section><h2>${words.states}</h2><table class="list stack"><thead><tr><th scope="col">${words.sender} → ${words.host}</th><th scope="col">${words.entries}</th></tr></thead><tbody>${pairs
    .slice(0, SHOWN)
    .map(
      ({ sender, host, entries }) =>
        html`<tr><th scope="row"><a href="/presence/${sender}/${host}">${words.pairTitle(stateName(sender, language), stateName(host, language))}</a></th><td class="n" data-label="${words.entries}">${figure(entries, language)}</td></tr>`,
    )}</tbody></table>${pairs.length > SHOWN ? html`<p class="dim">${words.more(figure(pairs.length - SHOWN, language))}</p>` : undefined}</section><p class="dim">${words.foot}</p>`;
}

function mapSection(
  { sender, series: all, counts }: PresenceMapView,
  series: MapSeriesView,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const circles = counts.flatMap(({ host, entries }) => {
    const count = entries.at(-1)?.count ?? '';
    const bounds = boundsOfCount(count);
    const label = `${stateName(host, language)}: ${count}`;
    const href = `/presence/${sender}/${host}`;
    return bounds === undefined ? [] : [{ state: host, count: bounds, label, href }];
  });
  const named = words.mapOf(
    stateName(sender, language),
    words.units[series.unit],
    words.scopes[series.scope],
  );
  const { map, unplaced } = worldMap(circles, named);
  const choices = all.map(({ unit, scope }) => {
    const label = `${words.units[unit]}, ${words.scopes[scope]}`;
    return unit === series.unit && scope === series.scope
      ? html`<b aria-current="true">${label}</b>`
      : html`<a href="/presence?sender=${sender}&amp;series=${unit}/${scope}">${label}</a>`;
  });
  const missing = joined(
    unplaced.map(({ label, href }) => html`<a href="${href}">${label}</a>`),
    ' · ',
  );
  return html`<section><h2>${words.map}</h2><p class="dim">${words.mapLead}</p><p class="sorts">${words.series}: ${joined(choices, ' · ')}</p><h3>${named}</h3>${circles.length > unplaced.length ? map : undefined}<p class="dim">${words.shows}</p>${unplaced.length === 0 ? undefined : html`<p>${missing}</p>`}</section>`;
}
