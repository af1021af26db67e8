/** `/`: the first page. */
import { indicatorsOperation } from '../operations/alerts.ts';
import { todayOperation } from '../operations/today.ts';
import type { Page } from './page.ts';
import { todayBody } from './today-body.ts';
import { WORDS } from './words/today.ts';

export const todayPage: Page = {
  path: '/',
  section: 'today',
  role: 'reader',
  answer: async ({ language, context }) => {
    const view = await todayOperation.run({}, context);
    const indicators = await indicatorsOperation.run({}, context);
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: todayBody(view, indicators, language),
      data: view,
    };
  },
};
