/** What is asked of every store about readings: re-reading, what is left to read, who is quoted. */
import { expect, it } from 'vitest';
import type { Moment } from '../domain/moment.ts';
import type { Attribution, PresenceCount, Reading } from '../domain/reading.ts';
import { articleOn, batchOf } from './rows.fixture.ts';
import type { Store } from './store.ts';

function statementBy(name: string | undefined): Attribution {
  const span = { begin: 0, end: 3 };
  return {
    source: {
      span,
      text: 'She',
      form: 'pronoun',
      entity: name === undefined ? undefined : `person:${name.toLowerCase()}`,
      name,
      namedAt: undefined,
    },
    cue: undefined,
    content: [span],
    mode: 'direct',
    role: undefined,
    venue: undefined,
    uttered: undefined,
    via: [],
    within: undefined,
  };
}

function readingOf(
  text: string,
  reader: string,
  speakers: readonly (string | undefined)[],
): Reading {
  return {
    article: articleOn(text).id,
    reader,
    mentions: [],
    dates: [],
    attributions: speakers.map(statementBy),
    events: [],
    counts: [],
    positions: [],
    staleness: [],
    refused: {},
  };
}

/** JSON leaves out what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export function describeReadings(store: () => Store): void {
  const unread = async (reader: string, from = 0, limit = 10, to?: number): Promise<unknown[]> => {
    const rows = await store().unread({ reader, languages: ['en', 'es'], from, to, limit });
    return rows.map(({ row, article }) => [row, article.text]);
  };

  it('tells which articles state counts of presence', async () => {
    await store().saveBatch(batchOf(['one', 'two']));
    const count: PresenceCount = {
      span: { begin: 0, end: 1 },
      text: 'o',
      measure: 'level',
      number: { min: 1, max: 1 },
      unit: 'diplomats',
      scope: 'embassy',
      sender: undefined,
      host: undefined,
      asOf: undefined,
      status: 'happened',
      told: undefined,
    };
    await store().saveReadings([
      { ...readingOf('one', 'a@1', []), counts: [count] },
      { ...readingOf('one', 'b@1', []), counts: [count] },
      readingOf('two', 'a@1', []),
    ]);
    expect(await store().articlesWithCounts()).toEqual([articleOn('one').id]);
  });

  it('says what is left to read: by reader, version and language, in the order of keeping', async () => {
    const texts = [articleOn('one'), articleOn('two', { language: 'fr' }), articleOn('three')];
    await store().saveBatch(batchOf(texts));
    expect(await unread('a@1')).toEqual([
      [0, 'one'],
      [2, 'three'],
    ]);
    expect(await unread('a@1', 1)).toEqual([[2, 'three']]);
    expect(await unread('a@1', 0, 1)).toEqual([[0, 'one']]);
    expect(await unread('a@1', 0, 10, 2)).toEqual([[0, 'one']]);
    expect(await unread('a@1', 1, 10, 3)).toEqual([[2, 'three']]);
    await store().saveReadings([readingOf('one', 'a@1', [])]);
    expect(await unread('a@1')).toEqual([[2, 'three']]);
    expect(await unread('a@2')).toHaveLength(2);
    expect(await unread('b@1')).toHaveLength(2);
    expect(await store().languages()).toEqual([
      { language: 'en', articles: 2 },
      { language: 'fr', articles: 1 },
    ]);
  });

  it('replaces a reader’s own earlier reading and no other', async () => {
    await store().saveBatch(batchOf(['one', 'two']));
    const other = readingOf('one', 'model@7', ['Vera']);
    const renewed = readingOf('one', 'a@2', ['Ana', undefined]);
    await store().saveReadings([readingOf('one', 'a@1', ['Ana', 'Ana', 'Ben']), other]);
    await store().saveReadings([renewed]);
    const id = articleOn('one').id;
    const found = await store().readingsOf([id, articleOn('two').id]);
    expect([...found]).toEqual([[id, plain([renewed, other])]]);
    expect(await store().readingCounts('a@2')).toEqual({ articles: 1, statements: 1 });
    expect(await store().readingCounts('a@1')).toMatchObject({ articles: 0 });
    expect(await store().statementsOf('person:ben', 10, 0)).toEqual([]);
  });

  it('saves readings whole or not at all', async () => {
    await store().saveBatch(batchOf(['one']));
    const lost = readingOf('never kept', 'a@1', ['Ana']);
    await expect(store().saveReadings([readingOf('one', 'a@1', ['Ana']), lost])).rejects.toThrow();
    expect(await store().readingsOf([articleOn('one').id])).toEqual(new Map());
    expect(await store().speakers('', 10)).toEqual([]);
  });

  it('knows who is quoted, under the name used most, and where', async () => {
    await store().saveBatch(
      batchOf([articleOn('a'), articleOn('b'), articleOn('c', { published: undefined })]),
    );
    const named = (entity: string, name: string): Attribution => {
      const one = statementBy(name);
      return { ...one, source: { ...one.source!, entity } };
    };
    const of = (text: string, attributions: readonly Attribution[]): Reading => ({
      ...readingOf(text, 'a@1', []),
      attributions,
    });
    await store().saveReadings([
      of('a', [named('person:shoigu', 'Shoigu'), named('person:ana', 'Ana')]),
      of('b', [named('person:shoigu', 'Shoigu'), statementBy(undefined)]),
      of('c', [named('person:shoigu', 'Шойгу')]),
    ]);
    const shoigu = { entity: 'person:shoigu', name: 'Shoigu', statements: 3, articles: 3 };
    expect(await store().speakers('', 10)).toEqual([
      shoigu,
      { entity: 'person:ana', name: 'Ana', statements: 1, articles: 1 },
    ]);
    expect(await store().speakers('HOIG', 10)).toEqual([shoigu]);
    expect(await store().speakers('шоИГ', 10)).toEqual([shoigu]);
    expect(await store().speakers('shóigu', 10)).toEqual([shoigu]);
    expect(await store().speakers('%', 10)).toEqual([]);
    expect(await store().speakers('', 1)).toHaveLength(1);
    const place = (text: string, at: number) => ({
      article: articleOn(text).id,
      reader: 'a@1',
      place: at,
    });
    const all = [place('b', 0), place('a', 0), place('c', 0)];
    expect(await store().statementsOf('person:shoigu', 10, 0)).toEqual(all);
    expect(await store().statementsOf('person:shoigu', 1, 1)).toEqual(all.slice(1, 2));
  });

  it('knows which articles of a time quote somebody', async () => {
    const at = (day: number): Moment => ({
      ...{ earliest: day * 10, latest: day * 10 + 5 },
      ...{ precision: 'second', zone: 'stated' },
    });
    await store().saveBatch(
      batchOf([
        articleOn('a', { published: at(1) }),
        articleOn('b', { published: at(2) }),
        articleOn('c', { published: at(3) }),
        articleOn('d', { published: undefined }),
      ]),
    );
    await store().saveReadings([
      readingOf('a', 'a@1', ['Ana', 'Ana']),
      readingOf('b', 'a@1', ['Ben']),
      readingOf('c', 'a@1', ['Ana']),
      readingOf('d', 'a@1', ['Ana']),
    ]);
    const asked = { entity: 'person:ana', from: 15, to: 30, limit: 9 };
    const [a, c] = [articleOn('a').id, articleOn('c').id];
    expect(await store().articlesQuoting(asked)).toEqual([a, c]);
    const [one, ...others] = await store().articlesQuoting({ ...asked, limit: 1 });
    expect([[a, c].includes(one!), others]).toEqual([true, []]);
    expect(await store().articlesQuoting({ ...asked, among: [c, articleOn('b').id] })).toEqual([c]);
    expect(await store().articlesQuoting({ ...asked, among: [] })).toEqual([]);
    expect(await store().articlesQuoting({ ...asked, from: 16 })).toEqual([c]);
    expect(await store().articlesQuoting({ ...asked, to: 29 })).toEqual([a]);
    expect(await store().articlesQuoting({ ...asked, entity: 'person:eve' })).toEqual([]);
  });

  it('is asked for nothing without harm, and refuses a reader without a version', async () => {
    expect(await store().readingsOf([])).toEqual(new Map());
    await store().saveReadings([]);
    expect(await store().statementsOf('person:x', 10, 0)).toEqual([]);
    await expect(store().readingCounts('nameless')).rejects.toThrow(/"nameless" names no reader/);
  });
}
