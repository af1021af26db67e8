/** `/outlets`: who carried what others had first, as a network to explore and as tables. */
import { networkOperation } from '../operations/network.ts';
import { outletsBody } from './outlets-body.ts';
import type { Page } from './page.ts';
import { WORDS } from './words/outlets.ts';

const FIELDS = ['from', 'to', 'min', 'state'] as const;

export const outletsPage: Page = {
  path: '/outlets',
  section: 'outlets',
  role: 'reader',
  answer: async (request) => {
    const { query, language, context } = request;
    const outlet = (query.get('outlet') ?? '').trim();
    if (outlet !== '') return { kind: 'elsewhere', to: `/outlets/${encodeURIComponent(outlet)}` };
    const given = FIELDS.flatMap((name) => {
      const value = query.get(name) ?? '';
      return value === '' ? [] : [[name, value] as const];
    });
    const parsed = networkOperation.input.safeParse({
      ...Object.fromEntries(given),
      dropped: query.get('dropped') === 'yes',
    });
    // A filter that is none is told, and the rest answered.
    const input = parsed.success ? parsed.data : networkOperation.input.parse({});
    const problem = parsed.success ? undefined : parsed.error.issues[0]?.message;
    const view = await networkOperation.run(input, context);
    return {
      kind: 'page',
      status: parsed.success ? 200 : 400,
      title: WORDS[language].title,
      body: outletsBody(view, request, problem),
      data: view,
      scripts: ['network.js'],
    };
  },
};
