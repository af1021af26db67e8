/** The network in words and numbers: who carried whose, and each outlet with what is stated of it. */
import type { NetworkEdge, NetworkNode, NetworkView } from '../../domain/network-views.ts';
import { html, joined, type Markup } from '../../export/markup.ts';
import { theirs } from '../foreign.ts';
import type { ConsoleLanguage } from '../page.ts';
import { cascadeHref } from '../passage-link.ts';
import { figure, span } from '../words/figures.ts';
import { WORDS } from '../words/outlets.ts';
import { stateName } from '../words/presence.ts';
import { outletHref } from './href.ts';

/** Pairs listed; the data holds all that are drawn. */
const MOST_PAIRS = 100;

export function pairsTable(
  { edges }: Pick<NetworkView, 'edges'>,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const n = (value: number): string => figure(value, language);
  const shown = edges.slice(0, MOST_PAIRS);
  const more =
    edges.length > shown.length
      ? html`<p class="dim">${words.pairsShown(n(shown.length), n(edges.length))}</p>`
      : undefined;
  return html`<table class="stack pairs"><thead><tr><th scope="col">${words.later}</th><th scope="col">${words.earlier}</th><th scope="col">${words.reprints}</th><th scope="col">${words.credited}</th><th scope="col">${words.dropped}</th><th scope="col">${words.delay}</th><th scope="col">${words.example}</th></tr></thead><tbody>${shown.map((edge) => pairRow(edge, language))}</tbody></table>${more}`;
}

function pairRow(edge: NetworkEdge, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { earlier, later, reprints, credited, dropped, example } = edge;
  const n = (value: number): string => figure(value, language);
  return html`<tr><th scope="row">${outletLink(later)}</th><td data-label="${words.earlier}">${outletLink(earlier)}</td><td class="n" data-label="${words.reprints}">${n(reprints)}</td><td class="n" data-label="${words.credited}">${n(credited)}</td><td class="n" data-label="${words.dropped}">${n(dropped)}</td><td class="n" data-label="${words.delay}">${delayWords(edge.lag, language)}</td><td data-label="${words.example}"><a href="${cascadeHref(example)}" aria-label="${words.open}: ${words.edge(later, earlier, reprints, dropped)}">${words.open}</a></td></tr>`;
}

/** `3 h`, `3 h – 1 d`; bounds that may lie before are cut at 0. */
export function delayWords(
  lag: { readonly min: number; readonly max: number } | undefined,
  language: ConsoleLanguage,
): string {
  if (lag === undefined) return '–';
  const [low, high] = [span(lag.min, language), span(lag.max, language)];
  return low === high ? low : `${low} – ${high}`;
}

export function outletsTable(
  { nodes }: Pick<NetworkView, 'nodes'>,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  return html`<table class="stack"><thead><tr><th scope="col">${words.outlet}</th><th scope="col">${words.hands}</th><th scope="col">${words.articles}</th><th scope="col">${words.carried}</th><th scope="col">${words.passedOn}</th></tr></thead><tbody>${nodes.map((node) => outletRow(node, language))}</tbody></table>`;
}

function outletRow(node: NetworkNode, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { publisher, name, articles, reprints, reprinted } = node;
  const n = (value: number): string => figure(value, language);
  return html`<tr><th scope="row">${outletLink(publisher)}${name === undefined || name === publisher ? undefined : html` <span class="dim">${theirs(name)}</span>`}</th><td data-label="${words.hands}">${handsWords(node, language)}</td><td class="n" data-label="${words.articles}">${n(articles)}</td><td class="n" data-label="${words.carried}">${n(reprints)}</td><td class="n" data-label="${words.passedOn}">${n(reprinted)}</td></tr>`;
}

function handsWords(node: NetworkNode, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { affiliation, countries, sources } = node;
  if (sources.length === 0) return html`<span class="dim">${words.noStatement}</span>`;
  const what = [
    words.affiliations[affiliation],
    ...countries.map((one) => stateName(one, language)),
  ];
  const [before = '', after = ''] = words.statedBy('\u0000').split('\u0000');
  const names = [...new Set(sources.map(({ name }) => name))].map((name) => theirs(name));
  return html`<span>${what.join(', ')} <span class="dim">${before}${joined(names, ', ')}${after}</span></span>`;
}

function outletLink(publisher: string): Markup {
  return html`<a href="${outletHref(publisher)}">${theirs(publisher)}</a>`;
}
