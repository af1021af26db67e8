/** One alert in full: what fired, why it matters, what speaks for and against it, what would clear it. */
import type { AlertView } from '../domain/alert-views.ts';
import type { Finding, Indicator } from '../domain/alerts.ts';
import { measureWords, reasonWords, stateWords } from '../export/alert-wording.ts';
import { estimateRange } from '../export/estimates.ts';
import { html, type Markup } from '../export/markup.ts';
import { findingList } from './alert-evidence.ts';
import { auditLog, stepForms } from './alert-steps.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage, PageRequest } from './page.ts';
import { severityMark } from './severity.ts';
import { WORDS } from './words/alerts.ts';
import { instant, percent, said } from './words/figures.ts';
import { TERMS } from './words/terms.ts';

type Asking = Pick<PageRequest, 'person' | 'address' | 'language'>;

/** `sentence` gives the words of a finding in the page's language. */
export function alertBody(
  view: AlertView,
  request: Asking,
  sentence: (finding: Finding) => string,
): Markup {
  const { alert, indicator, events, passages } = view;
  const { language } = request;
  const words = WORDS[language];
  const evidence = { language, sentence, passages };
  return html`<article class="one-alert"><p class="crumb"><a href="/alerts">← ${words.back}</a></p><h1>${indicator === undefined ? alert.indicator : said(indicator.title, language)}</h1><p class="topic">${theirs(alert.subject)}</p>
${figures(view, language)}
${indicator === undefined ? html`<p class="dim">${words.unknownIndicator}</p>` : html`<section><h2>${words.why}</h2><p>${said(indicator.why, language)}</p></section>`}
<section class="halves" id="evidence"><div><h2>${words.speaksFor}</h2>${findingList(alert.findings, evidence)}</div><div><h2>${words.speaksAgainst}</h2>${alert.counter.length === 0 ? html`<p class="dim">${words.nothingAgainst}</p>` : findingList(alert.counter, evidence)}</div></section>
${indicator && doubts(indicator, language)}
<section><h2>${words.act}</h2>${stepForms(alert, request)}</section>
<section><h2>${words.log}</h2><p class="dim">${words.logNote}</p>${auditLog(alert, events, language)}</section>
<p class="receipt"><a href="/api/receipt?id=${alert.id}" download>${words.receipt}</a> <span class="dim">${words.receiptNote}</span></p><p class="dim">${words.disclaimer}</p></article>`;
}

function figures({ alert }: AlertView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { low, high } = estimateRange(alert.confidence);
  const range = words.confidenceRange(percent(low, language), percent(high, language));
  const state = stateWords(alert.state, language);
  const reason = alert.closed && reasonWords(alert.closed, language);
  return html`<dl class="figures"><div><dt>${words.severity}</dt><dd>${severityMark(alert.severity, language)}</dd></div><div><dt>${words.value}</dt><dd>${measureWords(alert.measure, alert.value, language)} <small>${words.threshold(measureWords(alert.measure, alert.threshold, language))}${alert.stands ? undefined : html`; ${words.gone}`}</small></dd></div><div><dt>${words.confidence}</dt><dd>${TERMS[language].estimate[alert.confidence]} <small>${range}</small></dd></div><div><dt>${words.state}</dt><dd>${state}${alert.assignee === undefined ? undefined : html` <small>→ <bdi>${alert.assignee}</bdi></small>`}${reason === undefined ? undefined : html` <small>${reason}</small>`}</dd></div><div><dt>${words.newest}</dt><dd>${instant(alert.at, language)}</dd></div><div><dt>${words.raised}</dt><dd>${instant(alert.raisedAt, language)}</dd></div><div><dt>${words.measured}</dt><dd>${instant(alert.measuredAt, language)}</dd></div></dl>`;
}

/** Rival explanations and what would clear it, side by side. */
function doubts({ rivals, clears }: Indicator, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const list = (items: Indicator['rivals']): Markup =>
    html`<ul>${items.map((item) => html`<li>${said(item, language)}</li>`)}</ul>`;
  return html`<section class="halves"><div><h2>${words.rivals}</h2>${list(rivals)}</div><div><h2>${words.clears}</h2>${list(clears)}</div></section>`;
}
