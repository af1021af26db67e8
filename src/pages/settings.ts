/** `/settings`: the watch list for those who may change it, and ways to the other settings. */
import { mayAs } from '../domain/people.ts';
import { settingsOperation } from '../operations/settings.ts';
import type { Page } from './page.ts';
import { settingsBody } from './settings-body.ts';
import { WORDS } from './words/settings.ts';

export const settingsPage: Page = {
  path: '/settings',
  section: 'settings',
  role: 'reader',
  answer: async (request) => {
    const { context, language, person, watchFile } = request;
    const view = mayAs(person.role, 'editor')
      ? await settingsOperation.run({ file: watchFile }, { ...context, watchFile })
      : undefined;
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: settingsBody(view, request),
      data: view ?? {},
      scripts: ['editor.js'],
    };
  },
};
