/** What is asked of every store about search: words, versions, filters, order, facets, and any query at all. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchTerm, SearchWords } from '../domain/search.ts';
import { articleOn, batchOf } from './rows.fixture.ts';
import type { ArticleSearch } from './search.ts';
import type { Store } from './store.ts';

const term = (words: string, more: Partial<SearchTerm> = {}): SearchTerm => ({
  words: words.split(' '),
  beginning: false,
  inside: false,
  ...more,
});
const all = (...terms: readonly SearchTerm[]): SearchWords => ({
  all: terms.map((one) => [one]),
  without: [],
});

export function describeSearch(store: () => Store): void {
  const search = (words: SearchWords, more: Partial<ArticleSearch> = {}) =>
    store().searchArticles({ words, sort: 'newest', limit: 10, offset: 0, ...more });
  const texts = async (
    words: SearchWords,
    more: Partial<ArticleSearch> = {},
  ): Promise<string[]> => {
    const { hits } = await search(words, more);
    const known = await store().articlesByIds(hits.map(({ article }) => article));
    return hits.map(({ article }) => known.get(article)!.text);
  };

  it('finds all words, phrases, beginnings and alternatives, without case and accents', async () => {
    await store().saveBatch(batchOf(['a El Muelle viejo', 'b viejo muelle', 'c посол Шойгу']));
    expect(await texts(all(term('muelle'), term('viejo')))).toEqual([
      'b viejo muelle',
      'a El Muelle viejo',
    ]);
    expect(await texts(all(term('muelle viejo')))).toEqual(['a El Muelle viejo']);
    expect(await texts(all(term('muéll', { beginning: true })))).toHaveLength(2);
    expect(await texts(all(term('muell')))).toEqual([]);
    expect(await texts(all(term('шойгу')))).toEqual(['c посол Шойгу']);
    const either = { all: [[term('посол'), term('el')]], without: [] };
    expect(await texts(either)).toEqual(['c посол Шойгу', 'a El Muelle viejo']);
    expect(await texts(all(term('Title of')))).toHaveLength(3);
  });

  it('leaves out what must not stand, and that alone is a question too', async () => {
    await store().saveBatch(batchOf(['a pier', 'b pier crane', 'c crane']));
    const words = { all: [[term('pier')]], without: [term('crane')] };
    expect(await texts(words)).toEqual(['a pier']);
    expect(await texts({ all: [], without: [term('crane')] })).toEqual(['a pier']);
  });

  it('finds words inside runs without spaces', async () => {
    const zh = { language: 'zh' };
    await store().saveBatch(
      batchOf([articleOn('中国大使馆发言人', zh), articleOn('港口出售', zh), 'pier']),
    );
    const embassy = term('大使馆', { inside: true });
    expect(await texts(all(embassy))).toEqual(['中国大使馆发言人']);
    expect(await texts({ all: [], without: [embassy] })).toEqual(['港口出售', 'pier']);
  });

  it('shows the newest version only, and counts the others', async () => {
    const page = { key: 'https://a.example/page' };
    const other = articleOn('c the old pier');
    await store().saveBatch(batchOf([articleOn('a old pier', page), other]));
    await store().saveBatch(batchOf([articleOn('b new pier', page)]));
    const { hits, total } = await search(all(term('pier')));
    expect(total).toBe(2);
    expect(hits).toEqual([
      { article: other.id, versions: 1 },
      { article: articleOn('b new pier').id, versions: 2 },
    ]);
    expect(await texts(all(term('old')))).toEqual(['c the old pier']);
  });

  it('filters, counts and orders: undated articles last, and only where no time is asked', async () => {
    const undated = articleOn('z pier', {
      published: undefined,
      language: 'es',
      domain: 'b.example',
    });
    await store().saveBatch(batchOf(['a pier', 'b pier pier pier', undated]));
    const { total, more, facets } = await search(all(term('pier')));
    expect([total, more]).toEqual([3, false]);
    expect(facets).toEqual({
      languages: [
        { value: 'en', count: 2 },
        { value: 'es', count: 1 },
      ],
      outlets: [
        { value: 'a.example', count: 2 },
        { value: 'b.example', count: 1 },
      ],
      months: [{ value: '2024-09', count: 2 }],
    });
    const pier = all(term('pier'));
    expect(await texts(pier)).toEqual(['b pier pier pier', 'a pier', 'z pier']);
    expect(await texts(pier, { limit: 1, offset: 1 })).toEqual(['a pier']);
    expect(await texts(pier, { language: 'es' })).toEqual(['z pier']);
    expect(await texts(pier, { domain: 'b.example' })).toEqual(['z pier']);
    expect(await texts(pier, { from: 0 })).toEqual(['b pier pier pier', 'a pier']);
    const at = articleOn('a pier').published!.earliest;
    expect(await texts(pier, { from: at, to: at })).toEqual(['a pier']);
    expect((await texts(pier, { sort: 'relevance' }))[0]).toBe('b pier pier pier');
    expect(await texts(all())).toEqual(['b pier pier pier', 'a pier', 'z pier']);
  });

  it('counts what was published in a time, each article once', async () => {
    const older = articleOn('a older', { key: 'same' });
    const newer = articleOn('c newer', { key: 'same' });
    const spanish = articleOn('b es', { language: 'es', domain: 'b.example' });
    const undated = articleOn('u', { published: undefined });
    await store().saveBatch(batchOf([older, newer, spanish, undated]));
    const [b, c] = [spanish, newer].map(({ published }) => published!.earliest);
    expect(await store().periodCounts(0, c!)).toEqual({
      articles: 2,
      outlets: 2,
      languages: [
        { language: 'en', articles: 1 },
        { language: 'es', articles: 1 },
      ],
      undated: 1,
      newest: c,
    });
    expect(await store().periodCounts(b!, b!)).toMatchObject({ articles: 1, newest: b });
    expect(await store().periodCounts(0, 1)).toEqual({
      ...{ articles: 0, outlets: 0, languages: [], undated: 1, newest: undefined },
    });
  });

  it('takes any words of letters, marks and digits for words', async () => {
    await store().saveBatch(batchOf(['a pier']));
    const word = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
      .filter((text) => text !== '');
    const any = fc.oneof(word, fc.constantFrom('NOT', 'AND', 'OR', 'NEAR', 'title', '\u0301', '१'));
    const terms = fc.record({
      words: fc.array(any, { minLength: 1, maxLength: 3 }),
      beginning: fc.boolean(),
      inside: fc.boolean(),
    });
    const asked = fc.record({
      all: fc.array(fc.array(terms, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      without: fc.array(terms, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom('newest', 'relevance'), async (words, sort) => {
        expect((await search(words, { sort })).total).toBeLessThanOrEqual(1);
      }),
    );
  });
}
