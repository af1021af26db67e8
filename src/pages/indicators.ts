/** `/settings/indicators`: what raises an alert. */
import { indicatorsOperation } from '../operations/alerts.ts';
import { indicatorsBody } from './indicators-body.ts';
import type { Page } from './page.ts';
import { WORDS } from './words/settings.ts';

export const indicatorsPage: Page = {
  path: '/settings/indicators',
  section: 'settings',
  role: 'reader',
  answer: async ({ context, language }) => {
    const view = await indicatorsOperation.run({}, context);
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].indicators,
      body: indicatorsBody(view, language),
      data: view,
    };
  },
};
