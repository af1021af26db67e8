/**
 * What the pipeline and the operations rely on, asked of every adapter of the `Store` port. A test
 * file of an adapter calls `describeStore` once for each way in which it can be opened.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, CaptureId, CascadeId, ItemId } from '../domain/ids.ts';
import type { Refusal } from '../domain/outcome.ts';
import { describeAlerts } from './alerts.contract.ts';
import type { Batch } from './batch.ts';
import { describeJudging } from './judging.contract.ts';
import { describeLedger } from './ledger.contract.ts';
import { describeNotices } from './notices.contract.ts';
import { describePeople } from './people.contract.ts';
import { describeReadings } from './readings.contract.ts';
import { describeRelations } from './relations.contract.ts';
import { describeReprints } from './reprints.contract.ts';
import { articleOn, batchOf, captureOf, cascadeOver, hexId, itemOf } from './rows.fixture.ts';
import { describeSearch } from './search.contract.ts';
import type { Store } from './store.ts';
import { describeTrace, traceOf } from './trace.contract.ts';
import { describeTraceIndex } from './trace-index.contract.ts';
import { describeWarning } from './warning.contract.ts';
import { describeWatching } from './watching.contract.ts';

/** A fresh, empty store, and what is left to do after it is closed. */
export interface Opened {
  readonly store: Store;
  readonly cleanUp: () => void | Promise<void>;
}

/** Asks everything of a store that `open` gives anew for each question. */
export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    const store = (): Store => opened.store;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.store.close();
      await opened.cleanUp();
    });
    describe('empty', () => describeEmpty(store));
    describe('batches', () => describeBatches(store));
    describe('reading', () => describeReading(store));
    describe('tally', () => describeTally(store));
    describe('trace', () => describeTrace(store));
    describe('trace index', () => describeTraceIndex(store));
    describe('readings', () => describeReadings(store));
    describe('search', () => describeSearch(store));
    describe('relations', () => describeRelations(store));
    describe('reprints', () => describeReprints(store));
    describe('watch', () => describeWatching(store));
    describe('judging', () => describeJudging(store));
    describe('ledger', () => describeLedger(store));
    describe('alerts', () => describeAlerts(store));
    describe('warning', () => describeWarning(store));
    describe('notices', () => describeNotices(store));
    describe('people', () => describePeople(store));
  });
}

async function allArticles(store: Store): Promise<ArticleId[]> {
  const ids: ArticleId[] = [];
  for await (const article of store.articles()) ids.push(article.id);
  return ids;
}

function describeEmpty(store: () => Store): void {
  it('is empty at first and says so', async () => {
    expect(await allArticles(store())).toEqual([]);
    expect(await store().counts()).toEqual({
      articles: 0,
      outlets: 0,
      undated: 0,
      period: undefined,
    });
    const tally = { items: 0, articles: 0, sameBytes: 0, sameArticle: 0, refused: {}, doubts: {} };
    expect(await store().tally()).toEqual(tally);
    expect(await store().archiveEnd()).toBeUndefined();
    expect(await store().refusals(10)).toEqual([]);
    expect(await store().tracedArticles()).toBe(0);
    expect(await store().cascades({ limit: 10, offset: 0, minReach: 0 })).toEqual([]);
    expect(await store().countCascades(0)).toBe(0);
    expect(await store().cascadeById(hexId('x') as CascadeId)).toBeUndefined();
    expect(await store().cascadesOfArticle(hexId('x') as ArticleId)).toEqual([]);
    expect(await store().boilerplate()).toEqual([]);
  });

  it('knows nothing that it was never given, and is asked for nothing without harm', async () => {
    expect(await store().knownItems([hexId('x') as ItemId])).toEqual(new Map());
    expect(await store().knownArticles([hexId('x') as ArticleId])).toEqual(new Map());
    expect(await store().articlesByIds([hexId('x') as ArticleId])).toEqual(new Map());
    expect(await store().capturesByIds([hexId('x') as CaptureId])).toEqual(new Map());
    expect(await store().knownItems([])).toEqual(new Map());
    expect(await store().articlesByIds([])).toEqual(new Map());
    await store().saveBatch({ captures: [], articles: [], items: [] });
    expect(await allArticles(store())).toEqual([]);
  });
}

function describeBatches(store: () => Store): void {
  it('knows items with their fate, and articles with their capture', async () => {
    const batch = batchOf(['one', 'two']);
    await store().saveBatch(batch);
    const [first] = batch.articles;
    const refused = { ...itemOf('three'), fate: refusedAs({ kind: 'no-text', line: 3 }) };
    await store().saveBatch({ captures: [], articles: [], items: [refused] });
    const ids = [...batch.items.map(({ id }) => id), refused.id, hexId('unknown') as ItemId];
    expect(await store().knownItems(ids)).toEqual(
      new Map([
        [batch.items[0]!.id, 'article'],
        [batch.items[1]!.id, 'article'],
        [refused.id, 'refused'],
      ]),
    );
    const known = await store().knownArticles([first!.article.id, hexId('unknown') as ArticleId]);
    expect(known).toEqual(new Map([[first!.article.id, first!.article.captureId]]));
  });

  it('saves a batch whole or not at all', async () => {
    await store().saveBatch(batchOf(['one']));
    const before = await store().tally();
    const broken: Batch = {
      ...batchOf(['two', 'three']),
      captures: [...batchOf(['two', 'three']).captures, captureOf('one')],
    };
    await expect(store().saveBatch(broken)).rejects.toThrow();
    expect(await store().tally()).toEqual(before);
    expect(await allArticles(store())).toEqual([articleOn('one').id]);
    expect(await store().capturesByIds([captureOf('two').id])).toEqual(new Map());
  });

  it('refuses an article whose capture it does not have', async () => {
    const { articles, items } = batchOf(['one']);
    await expect(store().saveBatch({ captures: [], articles, items })).rejects.toThrow();
    expect(await store().counts()).toMatchObject({ articles: 0 });
  });

  it('gives an item that is met again its new fate, and counts it once', async () => {
    const { captures, articles, items } = batchOf(['one']);
    const refused = { ...items[0]!, fate: refusedAs({ kind: 'no-text', line: 1 }) };
    await store().saveBatch({ captures, articles: [], items: [refused] });
    await store().saveBatch({ captures: [], articles, items });
    expect(await store().tally()).toMatchObject({ items: 1, articles: 1, refused: {} });
    expect(await store().refusals(10)).toEqual([]);
  });

  it('says where the archive ends: the last record of the last file', async () => {
    const at = (text: string, file: string, offset: number, length: number): Batch => ({
      captures: [{ ...captureOf(text), record: { file, offset, length } }],
      articles: [],
      items: [],
    });
    await store().saveBatch(at('a', 'captures-00001.warc.gz', 900, 100));
    await store().saveBatch(at('b', 'captures-00001.warc.gz', 0, 900));
    expect(await store().archiveEnd()).toEqual({ file: 'captures-00001.warc.gz', length: 1000 });
    await store().saveBatch(at('c', 'captures-00002.warc.gz', 0, 30));
    expect(await store().archiveEnd()).toEqual({ file: 'captures-00002.warc.gz', length: 30 });
  });
}

function describeReading(store: () => Store): void {
  it('gives articles and captures back as they were, clocks apart', async () => {
    const dated = articleOn('dated', {
      url: undefined,
      title: '',
      published: { earliest: -5, latest: 86_399_994, precision: 'day', zone: 'set' },
      firstSeen: { earliest: 7, latest: 8, precision: 'second', zone: 'stated' },
    });
    const odd = articleOn('odd', {
      text: 'Один\n\n\u0000 «два» \u{1f5de}\u202e 日本 \' " ; DROP TABLE article; --',
      published: undefined,
      language: 'und',
    });
    for (const article of [dated, odd]) {
      const capture = { ...captureOf(article.title + article.text), id: article.captureId };
      await store().saveBatch({
        captures: [capture],
        articles: [{ article, doubts: [] }],
        items: [],
      });
      expect((await store().capturesByIds([capture.id])).get(capture.id)).toEqual(capture);
    }
    const found = await store().articlesByIds([odd.id, dated.id, odd.id]);
    expect(found.size).toBe(2);
    expect(found.get(dated.id)).toStrictEqual(dated);
    expect(found.get(odd.id)).toStrictEqual(odd);
  });

  it('lists articles in the order in which they came, page after page', async () => {
    const texts = Array.from({ length: 2500 }, (_, i) => `article ${i}`);
    const ids = texts.map((text) => articleOn(text).id);
    await store().saveBatch(batchOf(texts.slice(0, 1500)));
    await store().saveBatch(batchOf(texts.slice(1500)));
    expect(await allArticles(store())).toEqual(ids);
    expect((await store().articlesByIds(ids)).size).toBe(ids.length);
  });

  it('can be written to while it is being read', async () => {
    await store().saveBatch(batchOf(['one', 'two']));
    const seen: ArticleId[] = [];
    for await (const { id } of store().articles()) {
      if (seen.length === 0) await store().saveBatch(batchOf(['three']));
      seen.push(id);
    }
    expect(seen.slice(0, 2)).toEqual(['one', 'two'].map((text) => articleOn(text).id));
    expect(await allArticles(store())).toHaveLength(3);
  });

  it('finds ids by their beginning', async () => {
    const texts = Array.from({ length: 64 }, (_, i) => `article ${i}`);
    await store().saveBatch(batchOf(texts));
    const ids: string[] = texts.map((text) => articleOn(text).id);
    const cascade = cascadeOver(['article 1', 'article 2'], 2);
    await store().saveTrace(traceOf([cascade]));
    for (const prefix of [
      '',
      '0',
      'f',
      ids[5]!.slice(0, 4),
      ids[6]!,
      `${ids[6]!}0`,
      'zz',
      '%',
      '_',
    ]) {
      const expected = [...ids, cascade.id].filter((id) => id.startsWith(prefix));
      expect([...(await store().idsLike(prefix, 1000))].sort()).toEqual(expected.sort());
    }
    expect(await store().idsLike('', 7)).toHaveLength(7);
    expect(await store().idsLike(cascade.id.slice(0, 9), 6)).toEqual([cascade.id]);
  });

  it('counts articles, outlets, undated ones, and the time that they span', async () => {
    const at = (earliest: number, latest: number) =>
      ({ published: { earliest, latest, precision: 'day', zone: 'stated' } }) as const;
    const articles = [
      articleOn('a', { domain: 'one.example', ...at(5, 9) }),
      articleOn('b', { domain: 'one.example', ...at(3, 4) }),
      articleOn('c', { domain: 'two.example', published: undefined }),
    ];
    await store().saveBatch(batchOf(articles));
    expect(await store().counts()).toEqual({
      articles: 3,
      outlets: 2,
      undated: 1,
      period: { from: 3, to: 9 },
    });
  });
}

function refusedAs({ kind, line }: { readonly kind: Refusal['kind']; readonly line: number }) {
  const refusal: Refusal = {
    kind,
    place: { file: 'a.jsonl', line },
    detail: `why ${kind}`,
    value: 'v',
  };
  return { kind: 'refused', refusal } as const;
}

function describeTally(store: () => Store): void {
  it('puts every item into exactly one of articles, same bytes, same article, refused', async () => {
    const batch = batchOf(['one', 'two']);
    const { id } = articleOn('one');
    const doubts = [
      { kind: 'no-date' },
      { kind: 'no-outlet', value: 'x' },
      { kind: 'no-date' },
    ] as const;
    await store().saveBatch({
      captures: batch.captures,
      articles: batch.articles.map((one, i) => (i === 0 ? { ...one, doubts } : one)),
      items: [
        ...batch.items,
        { ...itemOf('again'), fate: { kind: 'same-article', article: id } },
        { ...itemOf('again 2'), fate: { kind: 'same-article', article: id } },
        { ...itemOf('bytes'), fate: { kind: 'same-bytes' } },
        { ...itemOf('r1'), fate: refusedAs({ kind: 'broken-json', line: 4 }) },
        { ...itemOf('r2'), fate: refusedAs({ kind: 'broken-json', line: 2 }) },
        { ...itemOf('r3'), line: undefined, fate: refusedAs({ kind: 'empty-file', line: 1 }) },
      ],
    });
    const tally = await store().tally();
    expect(tally).toEqual({
      items: 8,
      articles: 2,
      sameBytes: 1,
      sameArticle: 2,
      refused: { 'broken-json': 2, 'empty-file': 1 },
      doubts: { 'no-date': 1, 'no-outlet': 1 },
    });
    const refused = Object.values(tally.refused).reduce((sum, n) => sum + n, 0);
    expect(tally.articles + tally.sameBytes + tally.sameArticle + refused).toBe(tally.items);
  });

  it('lists refusals by kind, file and line, whole, up to the limit', async () => {
    await store().saveBatch({ ...batchOf(['kept']), articles: [], items: [] });
    const rows = [
      {
        ...itemOf('x', 'b.jsonl', 2),
        capture: captureOf('kept').id,
        fate: refusedAs({ kind: 'no-text', line: 2 }),
      },
      { ...itemOf('y', 'a.jsonl', 9), fate: refusedAs({ kind: 'no-text', line: 9 }) },
      {
        ...itemOf('z', 'c.gz', undefined),
        fate: {
          kind: 'refused',
          refusal: { kind: 'broken-gzip', place: { file: 'c.gz' }, detail: 'why' },
        },
      },
    ] as const;
    await store().saveBatch({ captures: [], articles: [], items: rows });
    const listed = await store().refusals(10);
    expect(listed).toEqual([
      { kind: 'broken-gzip', place: { file: 'c.gz' }, detail: 'why', capture: undefined },
      {
        kind: 'no-text',
        place: { file: 'a.jsonl', line: 9 },
        detail: 'why no-text',
        value: 'v',
        capture: undefined,
      },
      {
        kind: 'no-text',
        place: { file: 'b.jsonl', line: 2 },
        detail: 'why no-text',
        value: 'v',
        capture: captureOf('kept').id,
      },
    ]);
    expect(await store().refusals(2)).toEqual(listed.slice(0, 2));
  });
}
