/** The sources of the watch and how each fares: one row each, the rest of it unfolds. */
import type { SourceView } from '../domain/watch-views.ts';
import { html, type Markup, outsideLink } from '../export/markup.ts';
import { sourceAnchor } from './alert-evidence.ts';
import { ours, theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { figure, fromNow, span } from './words/figures.ts';
import { lostWords } from './words/losses.ts';
import { WORDS } from './words/sources.ts';
import { TERMS } from './words/terms.ts';

export function sourcesTable(
  sources: readonly SourceView[],
  now: number,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  return html`<table class="stack"><caption class="unseen">${words.title}</caption><thead><tr><th scope="col">${words.source}</th><th scope="col">${words.health}</th><th scope="col">${words.newest}</th><th scope="col">${words.pages}</th><th scope="col">${words.details}</th></tr></thead><tbody>${sources.map((source) => row(source, now, language))}</tbody></table>`;
}

function row(source: SourceView, now: number, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { id, health, newAt, pages } = source;
  const counts = [
    words.kept(figure(pages.kept, language)),
    ...(pages.waiting > 0 ? [words.waiting(figure(pages.waiting, language))] : []),
    ...(pages.refused > 0 ? [words.refused(figure(pages.refused, language))] : []),
  ];
  return html`<tr id="${sourceAnchor(id)}"><th scope="row">${theirs(id)} <span class="dim">${source.kind}${source.outlet === undefined ? undefined : html`, ${theirs(source.outlet)}`}</span></th><td class="health h-${health}" data-label="${words.health}"><span>${TERMS[language].health[health]}</span></td><td class="n" data-label="${words.newest}"><span>${newAt === undefined ? words.never : fromNow(newAt, now, language)}</span></td><td class="n" data-label="${words.pages}"><span>${counts.join(', ')}</span></td><td data-label="${words.details}">${details(source, now, language)}</td></tr>
`;
}

function details(source: SourceView, now: number, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { refusal, url, movedTo, polledAt, answeredAt, nextAt, ms } = source;
  const ago = (at: number | undefined): string =>
    at === undefined ? words.never : fromNow(at, now, language);
  const lines: readonly (readonly [string, Markup | string])[] = [
    [words.address, outsideLink(url, theirs(url))],
    ...(movedTo === undefined
      ? []
      : [[words.movedTo, outsideLink(movedTo, theirs(movedTo))] as const]),
    [words.every, span(source.everyMs, language)],
    [words.polled, ago(polledAt)],
    [words.answered, ago(answeredAt)],
    ...(source.health === 'off' ? [] : [[words.next, ago(nextAt)] as const]),
    [words.polls, figure(source.polls, language)],
    ...(source.failures > 0 ? [[words.failures, figure(source.failures, language)] as const] : []),
    ...(ms === undefined ? [] : [[words.took, `${figure(ms, language)} ms`] as const]),
  ];
  const trouble =
    refusal === undefined
      ? undefined
      : html`<p><strong>${lostWords(refusal.reason, language)}</strong>: ${ours(refusal.detail)}</p>`;
  const summary = refusal === undefined ? words.details : lostWords(refusal.reason, language);
  return html`<details><summary>${summary}</summary>${trouble}<dl class="lines">${lines.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></details>`;
}
