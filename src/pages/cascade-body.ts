/** One passage's journey: in a paragraph, drawn, listed and side by side. */
import type { Alert } from '../domain/alerts.ts';
import type { CascadeView } from '../domain/views.ts';
import { measureWords } from '../export/alert-wording.ts';
import { comparisons } from '../export/cascade-section.ts';
import { cascadeFigure } from '../export/drawing.ts';
import { echoTable } from '../export/echo-table.ts';
import { ladderMarkup } from '../export/ladder.ts';
import { markShapes } from '../export/marks.ts';
import { html, type Markup } from '../export/markup.ts';
import type { Shown } from '../export/place.ts';
import { cascadeSummary } from '../export/summary.ts';
import { wiresMarkup } from '../export/wires.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { articleHref, passageHref } from './passage-link.ts';
import { severityMark } from './severity.ts';
import { WORDS } from './words/cascades.ts';
import { figure } from './words/figures.ts';

/** Members drawn up in the page; the data holds all of them. */
const MOST_MEMBERS = 150;
/** Members compared side by side in the page. */
const MOST_COMPARED = 40;
const ANCHOR = 'cascade';

/** An alert with the title of what raised it. */
export interface TitledAlert {
  readonly alert: Alert;
  readonly title: string;
}

/** The page of one cascade, with the alerts that rest on it, worded in the language. */
export function cascadeBody(
  cascade: CascadeView,
  alerts: readonly TitledAlert[],
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const echoes = cascade.echoes.slice(0, MOST_MEMBERS);
  const members: CascadeView = { ...cascade, echoes };
  const compared: CascadeView = { ...cascade, echoes: echoes.slice(0, MOST_COMPARED) };
  const rest = cascade.echoes.length - MOST_COMPARED;
  const titled = cascade.echoes.find(({ article }) => article.title === cascade.title);
  const more =
    rest > 0 ? html`<p class="dim">${words.more(figure(rest, language))}</p>` : undefined;
  const tongues = new Map(cascade.echoes.map(({ article: { id, language } }) => [id, language]));
  const shown: Shown = {
    language,
    linkOf: passageHref,
    articleLinkOf: articleHref,
    languageOf: (article) => tongues.get(article),
  };
  return html`${markShapes()}<h1>${theirs(cascade.title, titled?.article.language)}</h1><p class="notice small">${words.notSource}</p>${cascadeSummary(cascade, language)}<p><a href="/claims/${cascade.id}">${words.judge}</a></p>${alertList(alerts, language)}<section><h2>${words.drawing}</h2>${cascadeFigure(members, ANCHOR, language)}</section><section><h2>${words.sources}</h2>${wiresMarkup(members, ANCHOR, shown)}${ladderMarkup(cascade.ladder, shown)}</section><section><h2>${words.members}</h2>${echoTable(members, ANCHOR, shown)}</section><section class="passages"><h2>${words.passages}</h2>${comparisons(compared, shown)}${more}</section>`;
}

function alertList(alerts: readonly TitledAlert[], language: ConsoleLanguage): Markup | undefined {
  if (alerts.length === 0) return undefined;
  return html`<section><h2>${WORDS[language].alerts}</h2><ul class="lines">${alerts.map(
    ({ alert, title }) =>
      html`<li>${severityMark(alert.severity, language)} <a href="/alerts/${alert.id}">${title}</a> <span class="dim">${measureWords(alert.measure, alert.value, language)}</span></li>`,
  )}</ul></section>`;
}
