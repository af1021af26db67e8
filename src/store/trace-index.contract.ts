/** The part of the store's contract on which a trace goes on from an earlier one. */
import { beforeEach, expect, it } from 'vitest';
import type { Alignment, Cascade, Passage } from '../domain/trace.ts';
import { articleOn, batchOf, cascadeOver } from './rows.fixture.ts';
import type { Store } from './store.ts';
import { traceOf } from './trace.contract.ts';

const TEXTS = ['a', 'b', 'c', 'd', 'e'];
const passage = (a: number, b: number): Passage => ({
  a: { begin: a, end: a + 9 },
  b: { begin: b, end: b + 5 },
  words: 8,
  aWords: 9,
  bWords: 10,
});

/** An alignment as it is stored: the smaller id first, the passages' sides with it. */
function alignmentOf(left: string, right: string, passages: readonly Passage[]): Alignment {
  const [a, b] = [articleOn(left).id, articleOn(right).id];
  if (a < b) return { a, b, passages };
  return { a: b, b: a, passages: passages.map(turned) };
}

const turned = (p: Passage): Passage => ({
  ...p,
  a: p.b,
  b: p.a,
  aWords: p.bWords,
  bWords: p.aWords,
});

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

const segment = (base: number, rows: number, text: string) => ({
  base,
  rows,
  data: Buffer.from(text),
});

async function segmentsOf(store: Store): Promise<[number, number, string][]> {
  const found = await all(store.segments());
  return found.map(({ base, rows, data }) => [base, rows, Buffer.from(data).toString()]);
}

async function idsOf(store: Store): Promise<string[]> {
  const cascades = await store.cascades({ limit: 100, offset: 0, minReach: 0 });
  return cascades.map(({ id }: Cascade) => id).sort();
}

/** Asks what concerns rows, segments, cluster keys and steps. */
export function describeTraceIndex(store: () => Store): void {
  beforeEach(() => store().saveBatch(batchOf(TEXTS)));

  it('gives articles by their rows, in the order asked for', async () => {
    expect(await store().countArticles()).toBe(5);
    const articles = await store().articlesAt([3, 0, 3]);
    expect(articles).toEqual(['d', 'a', 'd'].map((text) => articleOn(text)));
    const texts = await store().textsAt([4, 1]);
    expect(texts).toEqual(['e', 'b'].map((text) => ({ domain: 'a.example', text })));
    await expect(store().articlesAt([5])).rejects.toThrow('no article in row 5');
    await expect(store().textsAt([-1])).rejects.toThrow('no article in row -1');
  });

  it('has nothing to go on from before the first trace', async () => {
    expect(await store().traceState()).toBeUndefined();
    expect(await all(store().segments())).toEqual([]);
    expect(await all(store().alignments())).toEqual([]);
    expect(await store().clusterKeys()).toEqual(new Set());
  });

  it('gives alignments by rows, the smaller row first, passages in the order of the second', async () => {
    const pairs = TEXTS.flatMap((a, i) => TEXTS.slice(i + 1).map((b) => [a, b] as const));
    const passages = [passage(0, 90), passage(50, 10)];
    const alignments = pairs.map(([a, b]) => alignmentOf(a, b, passages));
    await store().saveTrace(traceOf([], { alignments }));
    const found = await all(store().alignments());
    const rows = pairs.map(([a, b]) => [TEXTS.indexOf(a), TEXTS.indexOf(b)]);
    expect(found.map(({ a, b }) => [a, b]).sort()).toEqual(rows.sort());
    for (const one of found) expect(one.passages).toEqual([passages[1], passages[0]]);
  });

  it('gives state and segments back byte for byte, segments by their rows', async () => {
    const state = Buffer.from([0, 255, 10, 0]);
    const segments = [segment(2, 3, 'later'), segment(0, 2, 'first')];
    await store().saveTrace(traceOf([], { state, segments }));
    expect(Buffer.from((await store().traceState())!).equals(state)).toBe(true);
    expect(await segmentsOf(store())).toEqual([
      [0, 2, 'first'],
      [2, 3, 'later'],
    ]);
    await store().saveTrace(traceOf([]));
    expect(await segmentsOf(store())).toEqual([]);
  });

  it('adds a step: keeps the named clusters, adds alignments, replaces later segments', async () => {
    const [kept, dropped, added] = [
      cascadeOver(['a', 'b'], 2),
      cascadeOver(['c', 'd'], 2),
      cascadeOver(['c', 'd', 'e'], 3),
    ];
    await store().saveTrace(
      traceOf([kept, dropped], {
        alignments: [alignmentOf('a', 'b', [])],
        boilerplate: [{ domain: 'x.example', articles: 3, sample: 'Subscribe' }],
        segments: [segment(0, 2, 'first'), segment(2, 1, 'small')],
      }),
    );
    await store().extendTrace({
      ...traceOf([added], {
        articles: 5,
        alignments: [alignmentOf('d', 'e', [])],
        boilerplate: [{ domain: 'y.example', articles: 4, sample: 'Share' }],
        segments: [segment(2, 3, 'merged')],
        state: Buffer.from('newer'),
      }),
      keptClusters: new Set([`cluster ${kept.id}`]),
    });
    expect(await idsOf(store())).toEqual([kept.id, added.id].sort());
    expect(await store().clusterKeys()).toEqual(
      new Set([`cluster ${kept.id}`, `cluster ${added.id}`]),
    );
    const ofC = await store().cascadesOfArticle(articleOn('c').id);
    expect(ofC.map(({ id }) => id)).toEqual([added.id]);
    expect(await all(store().alignments())).toHaveLength(2);
    expect(await store().boilerplate()).toMatchObject([{ domain: 'y.example' }]);
    expect(await segmentsOf(store())).toEqual([
      [0, 2, 'first'],
      [2, 3, 'merged'],
    ]);
    expect(Buffer.from((await store().traceState())!).toString()).toBe('newer');
    expect(await store().tracedArticles()).toBe(5);
  });

  it('adds a step whole or not at all', async () => {
    const [old, twice] = [cascadeOver(['a', 'b'], 2), cascadeOver(['c', 'd'], 2)];
    await store().saveTrace(traceOf([old], { segments: [segment(0, 3, 'first')] }));
    const step = traceOf([twice, twice], { articles: 5, segments: [segment(0, 5, 'whole')] });
    await expect(store().extendTrace({ ...step, keptClusters: new Set() })).rejects.toThrow();
    expect(await idsOf(store())).toEqual([old.id]);
    expect(await segmentsOf(store())).toEqual([[0, 3, 'first']]);
    expect(await store().tracedArticles()).toBe(3);
  });

  it('keeps keys by row, and replaces those of a row that has some', async () => {
    const row = (n: number, ...keys: number[]) => ({
      row: n,
      language: 'es',
      domain: 'a.example',
      keys: Uint32Array.from(keys),
    });
    expect(await store().retellKeys(0)).toEqual([]);
    await store().saveRetellKeys([row(0, 1, 2), row(1), row(2, 4_294_967_295)]);
    await store().saveRetellKeys([row(1, 7)]);
    expect(await store().retellKeys(1)).toEqual([row(1, 7), row(2, 4_294_967_295)]);
  });
}
