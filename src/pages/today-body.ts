/** The first page: alerts first, then what is new, and how far the quiet indicators are from firing. */
import type { IndicatorsView } from '../domain/alert-views.ts';
import type { CascadeLine, TodayView } from '../domain/today-views.ts';
import type { ArticleView } from '../domain/views.ts';
import { html, type Markup } from '../export/markup.ts';
import { isPlaced } from '../export/moments.ts';
import { alertLines } from './alert-line.ts';
import { coverageWords } from './coverage.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { quietIndicators } from './quiet.ts';
import { counted, day, figure, fromNow } from './words/figures.ts';
import { WORDS } from './words/today.ts';

export function todayBody(
  view: TodayView,
  { indicators, readings }: IndicatorsView,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  if (view.articles === 0) return emptyDesk(language);
  const { alerts, total } = view.alerts;
  return html`<div class="masthead"><h1>${words.title}</h1><p class="dim">${day(view.now, language)} · ${holdings(view, language)}</p><p class="coverage">${coverageWords(view.coverage, language)}</p></div>
<div class="front"><section class="first"><h2>${words.alerts}</h2>${
    alerts.length === 0
      ? html`<p>${words.noAlerts}</p>`
      : html`${alertLines(alerts, view.now, language)}${total > alerts.length ? html`<p><a href="/alerts">${words.allAlerts(figure(total, language))}</a></p>` : undefined}`
  }</section>
<section class="beside"><h2>${words.quiet}</h2><p class="dim">${words.quietLead}</p>${quietIndicators(indicators, readings, language)}<p><a href="/settings/indicators">${words.indicators}</a></p></section></div>
<div class="halves"><section><h2>${words.lately}</h2><p class="dim">${words.latelyLead}</p>${cascadeLines(view, language)}<p><a href="/cascades">${words.allCascades(figure(view.cascadesTotal, language))}</a></p></section>
<section><h2>${words.newest}</h2><ul class="items">${view.newest.map((article) => articleLine(article, view.now, language))}</ul></section></div>`;
}

function holdings({ articles, outlets }: TodayView, language: ConsoleLanguage): string {
  const { article, desk } = WORDS[language];
  const outlet = language === 'en' ? ['outlet', 'outlets'] : ['medio', 'medios'];
  return desk(
    counted(articles, article[0], article[1], language),
    counted(outlets, outlet[0]!, outlet[1]!, language),
  );
}

function cascadeLines({ cascades, now }: TodayView, language: ConsoleLanguage): Markup {
  if (cascades.length === 0) return html`<p class="dim">${WORDS[language].noneLately}</p>`;
  return html`<ul class="items">${cascades.map((line) => cascadeLine(line, now, language))}</ul>`;
}

function cascadeLine(line: CascadeLine, now: number, language: ConsoleLanguage): Markup {
  const { publisher, article, carriers, last } = WORDS[language];
  const size = carriers(
    counted(line.reach, publisher[0], publisher[1], language),
    counted(line.articles, article[0], article[1], language),
  );
  return html`<li><a class="head" href="/cascades/${line.id}">${theirs(line.title, line.language)}</a><p class="facts"><span>${size}</span>${line.latest === undefined ? undefined : html`<span>${last} ${fromNow(line.latest, now, language)}</span>`}</p></li>`;
}

function articleLine(article: ArticleView, now: number, language: ConsoleLanguage): Markup {
  const { published } = article;
  const when = isPlaced(published)
    ? published.precision === 'minute' || published.precision === 'second'
      ? fromNow(published.latest, now, language)
      : day(published.earliest, language)
    : WORDS[language].undated;
  return html`<li><a class="head" href="/articles/${article.id}">${theirs(article.title, article.language)}</a><p class="facts"><span>${theirs(article.outlet)}</span><span>${when}</span></p></li>`;
}

/** What a desk without articles shows: how to begin. */
function emptyDesk(language: ConsoleLanguage): Markup {
  const { title, lead, steps } = WORDS[language].empty;
  return html`<div class="empty"><h1>${title}</h1><p>${lead}</p><ol>${steps.map(
    ({ command, does }) => html`<li><code>${command}</code> <span>${does}</span></li>`,
  )}</ol></div>`;
}
