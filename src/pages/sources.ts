/** `/sources`: what the desk listens to, and what it could not have. */
import { HEALTHS } from '../domain/watch-views.ts';
import { refusalsOperation, statusOperation } from '../operations/status.ts';
import { sourcesOperation } from '../operations/watch.ts';
import type { Page } from './page.ts';
import { sourcesBody } from './sources-body.ts';
import { WORDS } from './words/sources.ts';

const FILE_EXAMPLES = 200;
const PAGE_EXAMPLES = 20;
const LONGEST_NAME = 200;

export const sourcesPage: Page = {
  path: '/sources',
  section: 'sources',
  role: 'reader',
  answer: async ({ context, language, query }) => {
    const view = await sourcesOperation.run({}, context);
    const { tally } = await statusOperation.run({}, context);
    const { pages } = await refusalsOperation.run({ limit: PAGE_EXAMPLES, web: true }, context);
    const { refusals } = await refusalsOperation.run({ limit: FILE_EXAMPLES, web: false }, context);
    const health = HEALTHS.find((one) => one === query.get('health')) ?? '';
    const named = (query.get('named') ?? '').slice(0, LONGEST_NAME);
    const all = { ...view, tally, pages, refusals };
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: sourcesBody(all, { health, named }, language),
      data: all,
    };
  },
};
