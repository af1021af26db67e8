import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleOn, batchOf, cascadeOver } from '../store/rows.fixture.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import type { Store } from '../store/store.ts';
import { traceOf } from '../store/trace.contract.ts';
import { networkOperation } from './network.ts';
import type { Context } from './operation.ts';

const on = (text: string, domain: string) =>
  articleOn(text, { domain, key: `https://${domain}/${text}`, url: `https://${domain}/${text}` });

let store: Store;
const network = (input: Record<string, unknown> = {}) =>
  networkOperation.run(networkOperation.input.parse(input), {
    desk: { store, now: () => 0 },
    watchFile: '/nowhere/watch.yaml',
  } as unknown as Context);

beforeEach(async () => {
  store = openSqlite(':memory:');
  const articles = [on('a', 'one.example'), on('b', 'es.two.example'), on('c', 'two.example')];
  await store.saveBatch(batchOf([...articles, on('d', 'one.example'), on('e', 'three.example')]));
  await store.saveTrace(
    traceOf([cascadeOver(['a', 'b', 'c', 'd'], 2), cascadeOver(['c', 'e', 'b'], 2)]),
  );
});
afterEach(async () => {
  await store.close();
});

describe('network', () => {
  it('counts editions of one house as one publisher, and nothing that a house carries of itself', async () => {
    const { edges, nodes, total } = await network();
    expect(edges.map(({ earlier, later, reprints }) => `${later} ${reprints} ${earlier}`)).toEqual([
      'two.example 2 one.example',
      'three.example 1 two.example',
    ]);
    expect(nodes.map(({ publisher, articles }) => `${publisher} ${articles}`)).toEqual([
      'two.example 2',
      'one.example 2',
      'three.example 1',
    ]);
    expect(total).toEqual({ publishers: 3, edges: 2, reprints: 3 });
    expect(edges[0]).toMatchObject({ dropped: 2, credited: 0, lag: { min: -5, max: 7_200_000 } });
  });

  it('says how much there is where it shows less, and narrows down', async () => {
    const first = await network({ limit: 1 });
    expect(first).toMatchObject({ shown: 2, total: { edges: 2, reprints: 3, publishers: 3 } });
    expect(first.edges).toHaveLength(1);
    const pairs = async (input: Record<string, unknown>): Promise<string[]> =>
      (await network(input)).edges.map(({ earlier, later }) => `${earlier} ${later}`);
    expect(await pairs({ min: 2 })).toEqual(['one.example two.example']);
    expect(await pairs({ outlet: 'WWW.Three.example' })).toEqual(['two.example three.example']);
    expect(await pairs({ state: 'ru' })).toEqual([]);
    expect(await pairs({ to: '2000-01-01' })).toEqual([]);
    expect(await pairs({ from: '2000-01-01' })).toHaveLength(2);
  });

  it('refuses what is no day and no state, and names it', () => {
    const problem = (input: unknown): string | undefined =>
      networkOperation.input.safeParse(input).error?.issues[0]?.message;
    expect(problem({ from: 'May' })).toMatch(/^"May" is no.*YYYY-MM-DD/);
    expect(problem({ state: 'Russia' })).toMatch(/^"Russia" is no code/);
  });
});
