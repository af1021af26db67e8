/** `/people`: accounts and roles, for administrators. */
import { accountsOperation } from '../operations/accounts.ts';
import type { Page } from './page.ts';
import { peopleBody } from './people-body.ts';
import { WORDS } from './words/people.ts';

const LOG_LINES = 50;

export const peoplePage: Page = {
  path: '/people',
  section: 'settings',
  role: 'admin',
  answer: async (request) => {
    const { context, language } = request;
    const view = await accountsOperation.run({ log: true, limit: LOG_LINES }, context);
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: peopleBody(view, context.desk.now(), request),
      data: view,
    };
  },
};
