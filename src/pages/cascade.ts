/** `/cascades/:id`: one passage's journey, drawn, listed and side by side. */
import type { Finding } from '../domain/alerts.ts';
import type { CascadeView } from '../domain/views.ts';
import { indicatorsOperation } from '../operations/alerts.ts';
import { showOperation } from '../operations/cascades.ts';
import { type Context, NotFound } from '../operations/operation.ts';
import { cascadeBody, type TitledAlert } from './cascade-body.ts';
import type { ConsoleLanguage, Page, PageAnswer } from './page.ts';
import { articleHref } from './passage-link.ts';
import { problemAnswer } from './problem-page.ts';
import { WORDS } from './words/cascades.ts';

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
