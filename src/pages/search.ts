/** `/search`: full text with facets; the address is the question. */
import { SEARCH_SORTS } from '../domain/search.ts';
import { searchOperation } from '../operations/search.ts';
import { wholeNumber } from './forms.ts';
import type { Page } from './page.ts';
import { SHOWN, searchBody } from './search-body.ts';
import { WORDS } from './words/search.ts';

/** Farther back nobody looks; the words are to be narrowed down instead. */
const MOST_OFFSET = 20_000;

export const searchPage: Page = {
  path: '/search',
  section: 'search',
  role: 'reader',
  answer: async (request) => {
    const { query, language, context } = request;
    const given = (name: string): Record<string, string> => {
      const value = query.get(name) ?? '';
      return value === '' ? {} : { [name]: value };
    };
    const sort = SEARCH_SORTS.find((one) => one === query.get('sort')) ?? 'newest';
    const parsed = searchOperation.input.safeParse({
      q: [query.get('q') ?? ''],
      ...given('language'),
      ...given('outlet'),
      ...given('from'),
      ...given('to'),
      sort,
      limit: SHOWN,
      offset: Math.min(MOST_OFFSET, wholeNumber(query, 'offset', 0)),
    });
    // A filter that is none is told, and the rest answered.
    const input = parsed.success
      ? parsed.data
      : searchOperation.input.parse({ q: [query.get('q') ?? ''], sort });
    const problem = parsed.success ? undefined : parsed.error.issues[0]?.message;
    const view = await searchOperation.run(input, context);
    return {
      kind: 'page',
      status: parsed.success ? 200 : 400,
      title: view.q === '' ? WORDS[language].title : `${view.q} · ${WORDS[language].title}`,
      body: searchBody(view, request, problem),
      data: view,
      scripts: ['search.js'],
    };
  },
};
