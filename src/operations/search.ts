/** Full text over the articles of the desk, with filters and facets. */
import { z } from 'zod';
import type { SearchHitView, SearchView } from '../domain/search.ts';
import { SEARCH_SORTS, type SearchTerm } from '../domain/search.ts';
import { momentWords } from '../export/moments.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import type { FoundArticle } from '../store/search.ts';
import type { Store } from '../store/store.ts';
import { foundPiece } from '../text/found-words.ts';
import { searchWordsOf } from '../text/search-words.ts';
import { articleViews } from './cascade-views.ts';
import { operation } from './operation.ts';

/** Of each facet, values told at a terminal. */
const FACETS_TOLD = 5;

const DAY_OR_MONTH = /^\d{4}-\d{2}(-\d{2})?$/;
const day = (what: string) =>
  z
    .string()
    .refine((text) => DAY_OR_MONTH.test(text) && !Number.isNaN(beginningOf(text)), {
      error: ({ input }) => `"${input}" is no day: 2024-09-23 or 2024-09 is expected`,
    })
    .optional()
    .describe(what);

export const searchOperation = operation({
  input: z.object({
    q: z.array(z.string()).default([]).describe('words; none: the newest articles'),
    language: z
      .string()
      .min(1)
      .optional()
      .describe('only articles in this language (es, en, ru …)'),
    outlet: z.string().min(1).optional().describe('only of this publisher, by domain'),
    from: day('published on this day or later: 2024-09-23, or a month 2024-09'),
    to: day('published on this day or earlier'),
    sort: z.enum(SEARCH_SORTS).default('newest').describe('which come first'),
    limit: z.coerce.number().int().min(1).max(100).default(20).describe('how many to show'),
    offset: z.coerce.number().int().min(0).default(0).describe('how many to skip'),
  }),
  positional: 'q',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (asked, { desk: { store } }): Promise<SearchView> => {
    const { language, outlet, from, to, sort, limit, offset } = asked;
    const q = asked.q.join(' ').trim();
    const words = searchWordsOf(q);
    const found = await store.searchArticles({
      words,
      ...(language !== undefined && { language }),
      ...(outlet !== undefined && { domain: outlet }),
      ...(from !== undefined && { from: beginningOf(from) }),
      ...(to !== undefined && { to: endOf(to) }),
      sort,
      limit,
      offset,
    });
    const { total, more, facets } = found;
    const hits = await hitViews(store, found.hits, words.all.flat());
    return { q, words, sort, offset, hits, total, more, facets };
  },
  text: (view, { color }) => searchText(view, inkOf(color)),
});

async function hitViews(
  store: Store,
  hits: readonly FoundArticle[],
  terms: readonly SearchTerm[],
): Promise<SearchHitView[]> {
  const ids = hits.map(({ article }) => article);
  const articles = await store.articlesByIds(ids);
  const views = await articleViews(store, ids);
  return hits.map(({ article, versions }, i) => {
    const { span, text, marks } = foundPiece(articles.get(article)!.text, terms);
    return { article: views[i]!, versions, snippet: { span, text, hiddenWords: 0, marks } };
  });
}

/** The first millisecond of a day or month, in UTC; NaN where there is none of that name. */
function beginningOf(text: string): number {
  const whole = text.length === 7 ? `${text}-01` : text;
  const at = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(whole) ? at : Number.NaN;
}

function endOf(text: string): number {
  const begin = new Date(beginningOf(text));
  if (text.length === 7) begin.setUTCMonth(begin.getUTCMonth() + 1);
  else begin.setUTCDate(begin.getUTCDate() + 1);
  return begin.getTime() - 1;
}

function searchText({ q, hits, offset, total, more, facets }: SearchView, ink: Ink): string {
  if (hits.length === 0) {
    return total === 0
      ? `No article was found${q === '' ? '' : ` for ${foreign(q)}`}. Fewer words find more; beginnings take a star (embaj*).`
      : `There are ${figure(total)} hits, fewer than ${figure(offset + 1)}.`;
  }
  const spread = [facets.languages, facets.outlets]
    .filter((counts) => counts.length > 1)
    .map((counts) =>
      counts
        .slice(0, FACETS_TOLD)
        .map(({ value, count }) => `${foreign(value)} ${figure(count)}`)
        .join(', '),
    );
  return [
    ...hits.map((hit) => hitText(hit, ink)),
    ...spread.map((line) => ink.dim(line)),
    ink.dim(
      `${figure(offset + 1)}–${figure(offset + hits.length)} of ${more ? 'more than ' : ''}${counted(total, 'article')}`,
    ),
  ].join('\n\n');
}

function hitText({ article, versions, snippet }: SearchHitView, ink: Ink): string {
  const changed = versions > 1 ? `, ${counted(versions, 'version')}` : '';
  return [
    ink.bold(foreign(article.title)),
    `  ${foreign(article.outlet)}, ${momentWords(article.published).main}, ${article.language}${changed}  ${ink.dim(article.id)}`,
    `  ${foreign(snippet.text)}`,
  ].join('\n');
}
