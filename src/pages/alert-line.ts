/** One alert in a line, as lists of alerts show it. */
import type { AlertView } from '../domain/alert-views.ts';
import { measureWords, stateWords } from '../export/alert-wording.ts';
import { html, type Markup } from '../export/markup.ts';
import { isoOf } from '../export/moments.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { severityMark } from './severity.ts';
import { WORDS } from './words/alerts.ts';
import { counted, fromNow, instant, said } from './words/figures.ts';

/** Severity, title, what it is about, the value in words, when, the state and the evidence. */
export function alertLine(view: AlertView, now: number, language: ConsoleLanguage): Markup {
  const { alert, indicator } = view;
  const words = WORDS[language];
  const title = indicator === undefined ? alert.indicator : said(indicator.title, language);
  const pieces = view.passages.length;
  return html`<li class="alert">${severityMark(alert.severity, language)}<div><a class="head" href="/alerts/${alert.id}">${title}</a><p class="subject">${theirs(alert.subject)}</p><p class="facts"><span class="value">${measureWords(alert.measure, alert.value, language)}</span><span>${words.newest.toLowerCase()} <time datetime="${isoOf(alert.at) ?? ''}" title="${instant(alert.at, language)}">${fromNow(alert.at, now, language)}</time></span><span>${stateWords(alert.state, language)}${alert.assignee === undefined ? undefined : html` → <bdi>${alert.assignee}</bdi>`}</span>${alert.stands ? undefined : html`<span>${words.gone}</span>`}${pieces === 0 ? undefined : html`<a href="/alerts/${alert.id}#evidence">${counted(pieces, words.evidence[0], words.evidence[1], language)}</a>`}</p></div></li>`;
}

/** A list of alerts in the given order. */
export function alertLines(
  views: readonly AlertView[],
  now: number,
  language: ConsoleLanguage,
): Markup {
  return html`<ul class="alerts">${views.map((view) => alertLine(view, now, language))}</ul>`;
}
