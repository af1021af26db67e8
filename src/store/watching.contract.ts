/** What is asked of every store about a watch: what is due, what is known, what came of it. */
import { expect, it } from 'vitest';
import type { CaptureId } from '../domain/ids.ts';
import { articleOn, batchOf, captureOf } from './rows.fixture.ts';
import type { Store } from './store.ts';
import type { EntryRow, FetchRow, PageRow, SourceRow, WatchStep } from './watching.ts';

const sourceRow = (id: string, more: Partial<SourceRow> = {}): SourceRow => ({
  id,
  kind: 'feed',
  url: `https://${id}.example/feed`,
  every: 1000,
  active: true,
  nextAt: 10,
  polls: 0,
  failures: 0,
  entries: 0,
  ...more,
});

const pageRow = (host: string, n: number, more: Partial<PageRow> = {}): PageRow => ({
  url: `https://${host}.example/${n}`,
  host: `${host}.example`,
  source: 'a',
  state: 'waiting',
  nextAt: n,
  foundAt: 0,
  failures: 0,
  fetches: 0,
  ...more,
});

const entryRow = (source: string, name: string, content: string, at = 0): EntryRow => ({
  source,
  name,
  content,
  url: `https://${source}.example/${name}/${content}`,
  at,
});

const fetchRow = (source: string, more: Partial<FetchRow> = {}): FetchRow => ({
  at: 1,
  source,
  url: `https://${source}.example/feed`,
  purpose: 'feed',
  outcome: 'new',
  ms: 5,
  bytes: 9,
  ...more,
});

const stepOf = (rows: Partial<WatchStep>): WatchStep => ({
  captures: [],
  articles: [],
  items: [],
  sources: [],
  entries: [],
  pages: [],
  fetches: [],
  ...rows,
});

const urlsOf = (pages: readonly PageRow[]): string[] =>
  pages.map(({ url }) => url.replace(/^https:\/\/(\w+)\.example/, '$1'));

export function describeWatching(store: () => Store): void {
  const save = (rows: Partial<WatchStep>): Promise<void> => store().saveWatch(stepOf(rows));
  describeDue(store, save);
  describeKnown(store, save);
  describeTold(store, save);
  describeWhole(store, save);
}

type Save = (rows: Partial<WatchStep>) => Promise<void>;

function describeDue(store: () => Store, save: Save): void {
  const due = async (now: number, limit = 10, perHost = 10, source?: string): Promise<string[]> =>
    urlsOf(
      await store().duePages({ now, limit, perHost, ...(source !== undefined && { source }) }),
    );

  it('gives sources back as they were, by id, and those that are due, the longest due first', async () => {
    const whole = sourceRow('b', {
      outlet: 'b.example',
      language: 'es',
      etag: '"é"',
      lastModified: 'Wed',
      digest: 'd',
      polledAt: 4,
      answeredAt: 3,
      newAt: 2,
      ms: 0,
      passed: 7,
      refusal: { reason: 'not-found', detail: 'why', status: 404 },
      movedTo: 'https://c.example/',
      nextAt: 5,
    });
    const rows = [sourceRow('a'), whole, sourceRow('c'), sourceRow('off', { active: false })];
    await save({ sources: [...rows].reverse() });
    expect(await store().sources()).toEqual(rows);
    const dueAt = async (now: number, limit = 10): Promise<string[]> =>
      (await store().dueSources(now, limit)).map(({ id }) => id);
    expect(await dueAt(4)).toEqual([]);
    expect(await dueAt(5)).toEqual(['b']);
    expect(await dueAt(10)).toEqual(['b', 'a', 'c']);
    expect(await dueAt(10, 2)).toEqual(['b', 'a']);
    await save({ sources: [sourceRow('b', { nextAt: 99 })] });
    expect(await store().sources()).toContainEqual(sourceRow('b', { nextAt: 99 }));
    expect(await dueAt(10)).toEqual(['a', 'c']);
  });

  it('hands out due pages host by host, of each the longest due first', async () => {
    await save({
      sources: [sourceRow('a')],
      pages: [
        ...[1, 2, 3, 4].map((n) => pageRow('big', n)),
        pageRow('small', 3),
        pageRow('late', 50),
      ],
    });
    expect(await due(10)).toEqual(['big/1', 'small/3', 'big/2', 'big/3', 'big/4']);
    expect(await due(10, 3)).toEqual(['big/1', 'small/3', 'big/2']);
    expect(await due(10, 10, 2)).toEqual(['big/1', 'small/3', 'big/2']);
    expect(await due(3)).toEqual(['big/1', 'small/3', 'big/2', 'big/3']);
    expect(await due(50, 10, 1)).toEqual(['big/1', 'small/3', 'late/50']);
    expect(await due(0)).toEqual([]);
  });

  it('leaves alone what is of another source, of one that is off, of none, or not planned', async () => {
    const { nextAt: _never, ...done } = pageRow('done', 1, { state: 'kept' });
    await save({
      sources: [sourceRow('a'), sourceRow('b'), sourceRow('off', { active: false, nextAt: 1 })],
      pages: [
        pageRow('one', 4),
        pageRow('two', 3, { source: 'b' }),
        pageRow('three', 2, { source: 'off' }),
        pageRow('four', 2, { source: 'nobody' }),
        done,
      ],
    });
    expect(await due(10)).toEqual(['two/3', 'one/4']);
    expect(await due(10, 10, 10, 'a')).toEqual(['one/4']);
    expect(await due(10, 10, 10, 'off')).toEqual([]);
    expect(await store().nextDue()).toBe(3);
    // Of one source only its pages count: it is not polled.
    expect(await store().nextDue('a')).toBe(4);
    expect(await store().nextDue('off')).toBeUndefined();
    await save({ sources: [sourceRow('b', { nextAt: 2 })] });
    expect(await store().nextDue()).toBe(2);
    expect(await store().nextDue('b')).toBe(3);
  });

  it('knows nothing to be due where there is nothing', async () => {
    expect(await store().nextDue()).toBeUndefined();
    await save({ sources: [sourceRow('off', { active: false })] });
    expect(await store().nextDue()).toBeUndefined();
    expect(await store().dueSources(99, 9)).toEqual([]);
    expect(await due(99)).toEqual([]);
  });
}

function describeKnown(store: () => Store, save: Save): void {
  it('knows entries again by what is said, and where their name led first, each source for itself', async () => {
    await save({
      entries: [
        entryRow('a', 'n', 'late', 9),
        entryRow('a', 'n', 'early', 3),
        entryRow('b', 'm', 'early', 1),
      ],
    });
    // What was said before is kept as it was then.
    await save({ entries: [{ ...entryRow('a', 'n', 'early', 1), url: 'https://other.example/' }] });
    const url = entryRow('a', 'n', 'early').url;
    expect(
      await store().earlierEntries([
        entryRow('a', 'n', 'early'),
        entryRow('a', 'n', 'never'),
        entryRow('a', 'never', 'late'),
        entryRow('b', 'n', 'late'),
        entryRow('c', 'n', 'early'),
      ]),
    ).toEqual([
      { said: true, url },
      { said: false, url },
      { said: true, url: undefined },
      { said: false, url: undefined },
      { said: false, url: undefined },
    ]);
    expect(await store().earlierEntries([])).toEqual([]);
  });

  it('gives pages back as they were, by their addresses', async () => {
    const whole = pageRow('a', 1, {
      title: 'Título\u202e \u0000',
      published: 'yesterday',
      language: 'es',
      origin: 'https://o.example/',
      fetchedAt: 5,
      etag: '"e"',
      lastModified: 'Wed',
      capture: captureOf('one').id,
      article: articleOn('one').id,
      key: 'k',
      refusal: { reason: 'gone', detail: 'why', status: 410 },
    });
    const other = pageRow('a', 2);
    await save({ pages: [whole, other] });
    const asked = [other.url, 'https://never.example/', whole.url, other.url];
    expect(await store().pagesByUrls(asked)).toEqual(
      new Map([
        [whole.url, whole],
        [other.url, other],
      ]),
    );
    expect(await store().pagesByUrls([])).toEqual(new Map());
    const { nextAt: _never, ...kept } = { ...other, state: 'kept' } as const;
    await save({ pages: [kept] });
    expect((await store().pagesByUrls([other.url])).get(other.url)).toEqual(kept);
  });
}

function describeTold(store: () => Store, save: Save): void {
  it('counts exchanges by source and how they ended, pages by source and state', async () => {
    const lost = { outcome: 'refused', reason: 'time-out' } as const;
    await save({
      fetches: [fetchRow('b'), fetchRow('a', lost), fetchRow('a'), fetchRow('a', lost)],
      pages: [pageRow('x', 1), pageRow('x', 2), pageRow('x', 3, { state: 'kept', source: 'b' })],
    });
    await save({
      fetches: [fetchRow('a', { ...lost, reason: 'dns', status: 7, capture: captureOf('x').id })],
    });
    expect(await store().fetchTally()).toEqual([
      { source: 'a', outcome: 'refused', reason: 'time-out', count: 2 },
      { source: 'a', outcome: 'new', reason: undefined, count: 1 },
      { source: 'a', outcome: 'refused', reason: 'dns', count: 1 },
      { source: 'b', outcome: 'new', reason: undefined, count: 1 },
    ]);
    expect(await store().pageTally()).toEqual([
      { source: 'a', state: 'waiting', count: 2 },
      { source: 'b', state: 'kept', count: 1 },
    ]);
  });

  it('lists pages that were not had the last time, given up or not, the last tried first', async () => {
    const refusal = { reason: 'not-found', detail: 'why' };
    const rows = [
      pageRow('x', 1, { state: 'refused', fetchedAt: 5, refusal }),
      pageRow('x', 2, { state: 'waiting', fetchedAt: 9, refusal }),
      pageRow('x', 3, { state: 'kept', fetchedAt: 7, refusal }),
      pageRow('x', 4, { state: 'kept', fetchedAt: 8 }),
      pageRow('x', 5),
    ];
    await save({ pages: rows });
    expect(urlsOf(await store().refusedPages(10))).toEqual(['x/2', 'x/3', 'x/1']);
    expect(await store().refusedPages(1)).toEqual([rows[1]]);
  });

  it('tells articles with several versions, the newest change first, and each one’s first', async () => {
    const version = (text: string, key: string, capturedAt: number) =>
      articleOn(text, { key, capturedAt });
    await store().saveBatch(
      batchOf([
        version('a1', 'a', 1),
        version('b1', 'b', 2),
        version('only', 'c', 99),
        version('a2', 'a', 3),
        version('b2', 'b', 9),
        version('a3', 'a', 4),
      ]),
    );
    const b = { key: 'b', versions: 2, latest: 9 };
    const a = { key: 'a', versions: 3, latest: 4 };
    expect(await store().versioned(10, 0)).toEqual([b, a]);
    expect(await store().versioned(1, 0)).toEqual([b]);
    expect(await store().versioned(10, 1)).toEqual([a]);
    const ids = ['a1', 'a2', 'a3'].map((text) => articleOn(text).id);
    expect(await store().versionsOf('a')).toEqual(ids);
    expect(await store().versionsOf('never')).toEqual([]);
    expect(await store().firstVersions()).toEqual(
      new Map([
        [3, 0],
        [5, 0],
        [4, 1],
      ]),
    );
  });

  it('finds no fault in a sound database, and no versions, tallies or pages in an empty one', async () => {
    expect(await store().faults()).toEqual([]);
    expect(await store().versioned(10, 0)).toEqual([]);
    expect(await store().firstVersions()).toEqual(new Map());
    expect(await store().sources()).toEqual([]);
    expect(await store().refusedPages(10)).toEqual([]);
    expect([...(await store().fetchTally()), ...(await store().pageTally())]).toEqual([]);
  });
}

function describeWhole(store: () => Store, save: Save): void {
  it('saves a step whole: evidence, articles, items and what the watch keeps', async () => {
    await save({ ...batchOf(['one']), sources: [sourceRow('a')], pages: [pageRow('a', 1)] });
    expect(await store().countArticles()).toBe(1);
    expect((await store().tally()).items).toBe(1);
    expect((await store().capturesByIds([captureOf('one').id])).size).toBe(1);
    expect(await store().sources()).toHaveLength(1);
  });

  it('saves nothing of a step that cannot be saved whole', async () => {
    await save({ ...batchOf(['one']), sources: [sourceRow('a')] });
    const bad = { ...fetchRow('a'), purpose: undefined } as unknown as FetchRow;
    const step = {
      ...batchOf(['two']),
      archiveEnd: { file: 'captures-00007.warc.gz', length: 7 },
      sources: [sourceRow('a', { nextAt: 99 }), sourceRow('b')],
      entries: [entryRow('a', 'n', 'c')],
      pages: [pageRow('a', 1)],
      fetches: [fetchRow('a'), bad],
    };
    const before = await store().archiveEnd();
    await expect(save(step)).rejects.toThrow();
    expect(await store().countArticles()).toBe(1);
    expect((await store().tally()).items).toBe(1);
    expect(await store().archiveEnd()).toEqual(before);
    expect(await store().sources()).toEqual([sourceRow('a')]);
    expect(await store().earlierEntries(step.entries)).toEqual([{ said: false, url: undefined }]);
    expect(await store().pagesByUrls([step.pages[0]!.url])).toEqual(new Map());
    expect(await store().fetchTally()).toEqual([]);
    await save({ ...step, fetches: [fetchRow('a')] });
    expect(await store().countArticles()).toBe(2);
    expect(await store().archiveEnd()).toEqual(step.archiveEnd);
  });

  it('knows how far the archive is committed, also behind the last capture', async () => {
    const placed = (text: string, file: string, offset: number) => ({
      ...captureOf(text),
      id: text as CaptureId,
      record: { file, offset, length: 10 },
    });
    const [first, second] = ['captures-00001.warc.gz', 'captures-00002.warc.gz'] as const;
    await save({ captures: [placed('one', first, 0), placed('two', first, 90)] });
    expect(await store().archiveEnd()).toEqual({ file: first, length: 100 });
    // The step's last record says that a page was the same again: it stands for no capture.
    await save({ archiveEnd: { file: second, length: 50 } });
    expect(await store().archiveEnd()).toEqual({ file: second, length: 50 });
    await save({
      captures: [placed('three', second, 50)],
      archiveEnd: { file: second, length: 75 },
    });
    expect(await store().archiveEnd()).toEqual({ file: second, length: 75 });
  });
}
