/** The part of the store's contract that is about the trace; see `store.contract.ts`. */
import { beforeEach, expect, it } from 'vitest';
import type { CascadeId } from '../domain/ids.ts';
import type { Alignment, Cascade } from '../domain/trace.ts';
import { articleOn, batchOf, cascadeOver } from './rows.fixture.ts';
import type { Store, StoredTrace } from './store.ts';

/** A trace of three articles; a cascade's cluster is named by its id. */
export function traceOf(
  cascades: readonly Cascade[],
  more: Partial<Omit<StoredTrace, 'cascades'>> = {},
): StoredTrace {
  const nothing = { alignments: [], boilerplate: [], segments: [], state: Buffer.from('state') };
  const clustered = cascades.map((cascade) => ({ cluster: `cluster ${cascade.id}`, cascade }));
  return { articles: 3, cascades: clustered, ...nothing, ...more };
}

/** Asks what concerns the trace. */
export function describeTrace(store: () => Store): void {
  const texts = ['a', 'b', 'c', 'd', 'e'];
  beforeEach(() => store().saveBatch(batchOf(texts)));

  it('gives a cascade back field for field, what is undefined as absent', async () => {
    const cascade = cascadeOver(['a', 'b', 'c'], 3);
    await store().saveTrace(traceOf([cascade]));
    const found = await store().cascadeById(cascade.id);
    expect(found).toEqual(cascade);
    expect(found!.echoes[0]!.parent).toBeUndefined();
    expect(found!.echoes[1]!.parent!.lag).toEqual({ min: -5, max: 7_200_000 });
    expect(await store().tracedArticles()).toBe(3);
  });

  it('lists the widest first, then the longest, then the newest, then by id', async () => {
    const wide = cascadeOver(['d', 'e'], 4);
    const long = cascadeOver(['a', 'b', 'c'], 3);
    // Articles are dated in the order of their texts: 'e' is the newest.
    const newer = cascadeOver(['b', 'e'], 3);
    const older = [cascadeOver(['a', 'c'], 3), cascadeOver(['b', 'c'], 3)];
    const own = cascadeOver(['c', 'd'], 1);
    const ranked = [wide, long, newer, ...older.sort((x, y) => (x.id < y.id ? -1 : 1)), own];
    await store().saveTrace(traceOf([...ranked].reverse()));
    const list = async (limit: number, offset: number, minReach: number): Promise<CascadeId[]> =>
      (await store().cascades({ limit, offset, minReach })).map(({ id }) => id);
    const ids = ranked.map(({ id }) => id);
    expect(await list(100, 0, 1)).toEqual(ids);
    expect(await list(100, 0, 3)).toEqual(ids.slice(0, 5));
    expect(await list(2, 0, 1)).toEqual(ids.slice(0, 2));
    expect(await list(2, 2, 1)).toEqual(ids.slice(2, 4));
    expect(await list(2, 6, 1)).toEqual([]);
    expect(await store().countCascades(1)).toBe(6);
    expect(await store().countCascades(4)).toBe(1);
    expect(await store().countCascades(5)).toBe(0);
  });

  it('gives the alignments of an article, on whichever side it stands', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => articleOn(text).id).sort();
    const passages = [
      { a: { begin: 0, end: 1 }, b: { begin: 0, end: 1 }, words: 1, aWords: 1, bWords: 1 },
    ];
    const [ab, bc] = [
      { a: a!, b: b!, passages },
      { a: b!, b: c!, passages },
    ];
    await store().saveTrace(traceOf([], { alignments: [ab, bc] }));
    expect(await store().alignmentsOf(b!)).toEqual([ab, bc]);
    expect(await store().alignmentsOf(c!)).toEqual([bc]);
    expect(await store().alignmentsOf(articleOn('d').id)).toEqual([]);
  });

  it('finds the cascades of an article, the widest first', async () => {
    const narrow = cascadeOver(['a', 'b'], 2);
    const wide = cascadeOver(['b', 'c', 'd'], 3);
    await store().saveTrace(traceOf([narrow, wide]));
    const of = async (text: string): Promise<CascadeId[]> =>
      (await store().cascadesOfArticle(articleOn(text).id)).map(({ id }) => id);
    expect(await of('b')).toEqual([wide.id, narrow.id]);
    expect(await of('a')).toEqual([narrow.id]);
    expect(await of('e')).toEqual([]);
  });

  it('replaces the whole trace, and keeps the old one where the new one fails', async () => {
    const alignment: Alignment = { a: articleOn('a').id, b: articleOn('b').id, passages: [] };
    const first = cascadeOver(['a', 'b'], 2);
    const old = traceOf([first], {
      alignments: [alignment],
      boilerplate: [
        { domain: 'x.example', articles: 3, sample: 'Subscribe' },
        { domain: 'y.example', articles: 9, sample: 'Share' },
      ],
    });
    await store().saveTrace(old);
    expect(await store().boilerplate()).toEqual([...old.boilerplate].reverse());
    const twice = cascadeOver(['c', 'd'], 2);
    await expect(store().saveTrace(traceOf([twice, twice], { articles: 5 }))).rejects.toThrow();
    expect(await store().cascades({ limit: 9, offset: 0, minReach: 0 })).toEqual([first]);
    expect(await store().tracedArticles()).toBe(3);
    await store().saveTrace(traceOf([twice], { articles: 5, alignments: [alignment] }));
    expect(await store().cascades({ limit: 9, offset: 0, minReach: 0 })).toEqual([twice]);
    expect(await store().cascadesOfArticle(articleOn('a').id)).toEqual([]);
    expect(await store().boilerplate()).toEqual([]);
    expect(await store().tracedArticles()).toBe(5);
  });
}
