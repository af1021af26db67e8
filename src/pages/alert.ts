/** `/alerts/:id`: one alert. */
import { findingWords } from '../export/alert-wording.ts';
import { alertOperation } from '../operations/alerts.ts';
import { NotFound } from '../operations/operation.ts';
import { alertBody } from './alert-body.ts';
import type { Page, PageAnswer } from './page.ts';
import { problemAnswer } from './problem-page.ts';
import { WORDS } from './words/alerts.ts';
import { said } from './words/figures.ts';

export const alertPage: Page = {
  path: '/alerts/:id',
  section: 'alerts',
  role: 'reader',
  answer: async (request) => {
    const { context, language, params } = request;
    const input = alertOperation.input.safeParse({ id: params['id'] });
    if (!input.success) return lost(language);
    try {
      const view = await alertOperation.run(input.data, context);
      const name = view.indicator ? said(view.indicator.title, language) : view.alert.indicator;
      return {
        kind: 'page',
        status: 200,
        title: `${name}: ${view.alert.subject}`,
        body: alertBody(view, request, (finding) => findingWords(finding, language)),
        data: view,
      };
    } catch (error) {
      if (error instanceof NotFound) return lost(language);
      throw error;
    }
  },
};

function lost(language: 'en' | 'es'): PageAnswer {
  const { notFound } = WORDS[language];
  const { body } = problemAnswer(404, language);
  return { kind: 'page', status: 404, title: notFound, body, data: { problem: notFound } };
}
