/** `/articles/:id`: one article, its text marked with what was read in it. The data never holds the text. */
import type { Span } from '../domain/span.ts';
import { articleOperation } from '../operations/article.ts';
import { NotFound } from '../operations/operation.ts';
import { articleBody } from './article-body.ts';
import type { ConsoleLanguage, Page, PageAnswer } from './page.ts';
import { problemAnswer } from './problem-page.ts';
import { WORDS } from './words/article.ts';

export const articlePage: Page = {
  path: '/articles/:id',
  section: 'search',
  role: 'reader',
  answer: async ({ params, query, language, context }) => {
    const input = articleOperation.input.safeParse({ id: params['id'] });
    if (!input.success) return lost(language);
    try {
      const view = await articleOperation.run(input.data, context);
      const { id, title } = view.article;
      // The body is for people at this desk alone, so that no operation hands it out.
      const text = (await context.desk.store.articlesByIds([id])).get(id)!.text;
      const at = spanOf(query.get('at'));
      return {
        kind: 'page',
        status: 200,
        title,
        body: articleBody(view, text, at, language),
        data: view,
        scripts: ['article.js'],
      };
    } catch (error) {
      if (error instanceof NotFound) return lost(language);
      throw error;
    }
  },
};

/** `120-180`; undefined where none is asked for in this form. */
function spanOf(asked: string | null): Span | undefined {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(asked ?? '');
  return found === null ? undefined : { begin: Number(found[1]), end: Number(found[2]) };
}

function lost(language: ConsoleLanguage): PageAnswer {
  const { notFound } = WORDS[language];
  const { body } = problemAnswer(404, language);
  return { kind: 'page', status: 404, title: notFound, body, data: { problem: notFound } };
}
