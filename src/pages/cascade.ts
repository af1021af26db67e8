/** `/cascades/:id`: one passage's journey, drawn, listed and side by side. */
import type { Alert, Finding } from '../domain/alerts.ts';
import type { CascadeView } from '../domain/views.ts';
import { measureWords } from '../export/alert-wording.ts';
import { comparisons } from '../export/cascade-section.ts';
import { cascadeFigure } from '../export/drawing.ts';
import { echoTable } from '../export/echo-table.ts';
import { ladderMarkup } from '../export/ladder.ts';
import { markShapes } from '../export/marks.ts';
import { html, type Markup } from '../export/markup.ts';
import { cascadeSummary } from '../export/summary.ts';
import { wiresMarkup } from '../export/wires.ts';
import { indicatorsOperation } from '../operations/alerts.ts';
import { showOperation } from '../operations/cascades.ts';
import { type Context, NotFound } from '../operations/operation.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage, Page, PageAnswer } from './page.ts';
import { articleHref, passageHref } from './passage-link.ts';
import { problemAnswer } from './problem-page.ts';
import { severityMark } from './severity.ts';
import { WORDS } from './words/cascades.ts';
import { figure } from './words/figures.ts';

/** Members drawn up in the page; the data holds all of them. */
const MOST_MEMBERS = 150;
/** Members compared side by side in the page. */
const MOST_COMPARED = 40;
const ANCHOR = 'cascade';

export const cascadePage: Page = {
  path: '/cascades/:id',
  section: 'cascades',
  role: 'reader',
  answer: async ({ params, language, context }) => {
    const input = showOperation.input.safeParse({ id: params['id'] });
    if (!input.success) return lost(language);
    try {
      const view = await showOperation.run(input.data, context);
      if (view.kind === 'article') {
        return { kind: 'elsewhere', to: articleHref(view.article.id) };
      }
      const alerts = await alertsOn(view.cascade, context, language);
      return {
        kind: 'page',
        status: 200,
        // Its first article has the same headline.
        title: `${view.cascade.title} · ${WORDS[language].title}`,
        body: cascadeBody(view.cascade, alerts, language),
        data: view,
        scripts: ['cascade.js'],
      };
    } catch (error) {
      if (error instanceof NotFound) return lost(language);
      throw error;
    }
  },
};

function lost(language: ConsoleLanguage): PageAnswer {
  const { notFound } = WORDS[language];
  const { body } = problemAnswer(404, language);
  return { kind: 'page', status: 404, title: notFound, body, data: { problem: notFound } };
}

/** Alerts looked through for those that rest on a cascade. */
const MOST_ALERTS = 200;

/** An alert with the title of what raised it. */
interface TitledAlert {
  readonly alert: Alert;
  readonly title: string;
}

async function alertsOn(
  { id }: CascadeView,
  context: Context,
  language: ConsoleLanguage,
): Promise<TitledAlert[]> {
  const alerts = await context.desk.store.alerts({ limit: MOST_ALERTS, offset: 0 });
  const rests = (findings: readonly Finding[]): boolean =>
    findings.some(({ refs }) => refs.some((ref) => ref.kind === 'cascade' && ref.cascade === id));
  const on = alerts.filter(({ unit, findings }) => unit === `cascade:${id}` || rests(findings));
  if (on.length === 0) return [];
  const { indicators } = await indicatorsOperation.run({}, context);
  const titles = new Map(indicators.map((one) => [one.id, one.title[language]]));
  return on.map((alert) => ({ alert, title: titles.get(alert.indicator) ?? alert.indicator }));
}

function cascadeBody(
  cascade: CascadeView,
  alerts: readonly TitledAlert[],
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const echoes = cascade.echoes.slice(0, MOST_MEMBERS);
  const shown: CascadeView = { ...cascade, echoes };
  const compared: CascadeView = { ...cascade, echoes: echoes.slice(0, MOST_COMPARED) };
  const rest = cascade.echoes.length - MOST_COMPARED;
  const titled = cascade.echoes.find(({ article }) => article.title === cascade.title);
  const more =
    rest > 0 ? html`<p class="dim">${words.more(figure(rest, language))}</p>` : undefined;
  // What the report draws is worded in English; the Spanish console says so once.
  const note = words.english === '' ? undefined : html`<p class="dim">${words.english}</p>`;
  return html`${markShapes()}<h1>${theirs(cascade.title, titled?.article.language)}</h1><p class="notice small">${words.notSource}</p><p><a href="/claims/${cascade.id}">${words.judge}</a></p>${alertList(alerts, language)}${note}<div lang="en">${cascadeSummary(cascade)}</div><section><h2>${words.drawing}</h2><div lang="en">${cascadeFigure(shown, ANCHOR)}</div></section><section><h2>${words.sources}</h2><div lang="en">${wiresMarkup(shown, ANCHOR, passageHref)}${ladderMarkup(cascade.ladder, passageHref)}</div></section><section><h2>${words.members}</h2><div lang="en">${echoTable(shown, ANCHOR, articleHref)}</div></section><section class="passages"><h2>${words.passages}</h2><div lang="en">${comparisons(compared, passageHref)}</div>${more}</section>`;
}

function alertList(alerts: readonly TitledAlert[], language: ConsoleLanguage): Markup | undefined {
  if (alerts.length === 0) return undefined;
  return html`<section><h2>${WORDS[language].alerts}</h2><ul class="lines">${alerts.map(
    ({ alert, title }) =>
      html`<li>${severityMark(alert.severity, language)} <a href="/alerts/${alert.id}">${title}</a> <span class="dim">${measureWords(alert.measure, alert.value, language)}</span></li>`,
  )}</ul></section>`;
}
