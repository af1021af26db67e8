/** One outlet: facts with their sources, grade with its reasons, profile with intervals, neighbours. */
import type { NetworkView } from '../domain/network-views.ts';
import type { OutletFact } from '../domain/watch.ts';
import { html, joined, type Markup, outsideLink } from '../export/markup.ts';
import type { CascadeListView } from '../operations/cascade-rows.ts';
import type { AskedOutlet } from '../operations/outlets.ts';
import { theirs } from './foreign.ts';
import { networkFigure } from './network/figure.ts';
import { outletHref } from './network/href.ts';
import { pairsTable } from './network/tables.ts';
import { profileSection } from './outlet-profile.ts';
import type { ConsoleLanguage } from './page.ts';
import { cascadeHref } from './passage-link.ts';
import { day, figure, said } from './words/figures.ts';
import { WORDS } from './words/outlets.ts';
import { stateName } from './words/presence.ts';

export interface OutletShown {
  readonly domain: string;
  /** Whether all cascades were judged for it. */
  readonly isJudged: boolean;
  readonly outlet: AskedOutlet;
  readonly network: NetworkView;
  readonly cascades: CascadeListView;
}

export function outletBody(shown: OutletShown, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { domain, outlet, network, cascades } = shown;
  const name = outlet.facts.find((fact) => fact.name !== undefined)?.name;
  return html`<p class="crumb"><a href="/outlets">← ${words.title}</a></p><h1>${theirs(domain)}</h1>${name === undefined ? undefined : html`<p class="standfirst">${theirs(name)}</p>`}<p><a href="/search?outlet=${encodeURIComponent(domain)}">${words.allArticles}</a></p><div class="halves"><section><h2>${words.facts}</h2>${factsList(outlet.facts, language)}</section><section><h2>${words.grade}</h2>${grade(shown, language)}</section></div><section><h2>${words.profile}</h2>${
    outlet.profile === undefined
      ? html`<p><a class="button" href="${outletHref(domain)}?profile=1" rel="nofollow">${words.judge}</a> <span class="dim">${words.judgeNote}</span></p>`
      : profileSection(outlet.profile, language)
  }</section><section><h2>${words.neighbours}</h2>${neighbours(network, language)}</section><section><h2>${words.cascades}</h2>${cascadeLines(cascades, language)}</section>`;
}

function factsList(facts: readonly OutletFact[], language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  if (facts.length === 0) return html`<p>${words.noFacts}</p>`;
  return html`<ul class="items">${facts.map((fact) => html`<li>${factWords(fact, language)}</li>`)}</ul>`;
}

function factWords(fact: OutletFact, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { domain, affiliation, country, owner, labels = [], source } = fact;
  const stated = [
    affiliation === undefined ? undefined : html`${words.affiliations[affiliation]}`,
    country === undefined ? undefined : html`${stateName(country, language)}`,
    owner === undefined ? undefined : html`${words.owner}: ${theirs(owner)}`,
    labels.length === 0
      ? undefined
      : html`${words.labels}: ${joined(
          labels.map((label) => theirs(label)),
          ', ',
        )}`,
  ].filter((one) => one !== undefined);
  const date = source.date === undefined ? undefined : html`, ${source.date}`;
  return html`<div>${joined(stated, ' · ')}</div><div class="dim">${theirs(domain)} · ${words.source}: ${outsideLink(source.url, theirs(source.name))}${date}</div>`;
}

function grade({ outlet, isJudged }: OutletShown, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { grade: letter, reasons } = outlet.reliability;
  const part = isJudged ? undefined : html`<p class="dim">${words.gradeByLists}</p>`;
  return html`<p class="grade">${letter} <small>${words.grades[letter]}</small></p><ul>${reasons.map((reason) => html`<li>${said(reason, language)}</li>`)}</ul>${part}<p class="dim">${words.gradeAxis}</p>`;
}

function neighbours(network: NetworkView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  if (network.edges.length === 0) return html`<p>${words.noNeighbours}</p>`;
  return html`${networkFigure(network, words.neighbours, language)}${pairsTable(network, language)}`;
}

function cascadeLines({ cascades }: CascadeListView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  if (cascades.length === 0) return html`<p>${words.noCascades}</p>`;
  return html`<ul class="items">${cascades.map((one) => {
    const last = one.times.at(-1);
    const when = last === undefined ? undefined : html` · ${day(last, language)}`;
    return html`<li><a class="head" href="${cascadeHref(one.id)}">${theirs(one.title, one.language)}</a><div class="dim">${theirs(one.outlet)} · ${figure(one.articles, language)} ${words.figures.articles}${when}</div></li>`;
  })}</ul>`;
}
