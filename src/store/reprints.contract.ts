/** What is asked of every store about who repeats whom. */
import { expect, it } from 'vitest';
import type { Article } from '../domain/article.ts';
import type { Cascade } from '../domain/trace.ts';
import { articleOn, batchOf, cascadeOver } from './rows.fixture.ts';
import type { Store } from './store.ts';
import { traceOf } from './trace.contract.ts';

const on = (text: string, domain: string): Article =>
  articleOn(text, { domain, key: `https://${domain}/${text}`, url: `https://${domain}/${text}` });

/** `a` of the first domain, which b and c of the second carry, and d of the first itself. */
const ARTICLES = [on('a', 'one.example'), on('b', 'two.example'), on('c', 'two.example')].concat(
  on('d', 'one.example'),
);

export function describeReprints(store: () => Store): void {
  const traced = async (cascades: readonly Cascade[]): Promise<void> => {
    await store().saveTrace(traceOf(cascades));
  };

  it('counts echoes by the domains of parent and child, never within one domain', async () => {
    await store().saveBatch(batchOf(ARTICLES));
    const wide = cascadeOver(['a', 'b', 'c', 'd'], 2);
    const other = cascadeOver(['b', 'd'], 2);
    const [first, ...rest] = other.echoes;
    const kept = {
      ...other,
      echoes: [first!, ...rest.map((echo) => ({ ...echo, credit: 'kept' as const }))],
    };
    await traced([wide, kept]);
    expect(await store().reprintPairs({})).toEqual([
      ...[
        {
          earlier: 'one.example',
          later: 'two.example',
          reprints: 2,
          credited: 0,
          dropped: 2,
          example: wide.id,
        },
      ],
      ...[
        {
          earlier: 'two.example',
          later: 'one.example',
          reprints: 1,
          credited: 1,
          dropped: 0,
          example: kept.id,
        },
      ],
    ]);
    const lags = await store().reprintLags([['one.example', 'two.example']], {}, 9);
    expect(lags).toEqual([1, 2].map(() => ({ min: -5, max: 7_200_000 })));
    expect(await store().reprintLags([['one.example', 'two.example']], {}, 1)).toHaveLength(1);
  });

  it('counts within a period by the later article, and forgets what a new trace drops', async () => {
    await store().saveBatch(batchOf(ARTICLES));
    await traced([cascadeOver(['a', 'b', 'c'], 2)]);
    const at = ARTICLES[1]!.published!.earliest;
    expect(await store().reprintPairs({ from: at, to: at })).toMatchObject([{ reprints: 1 }]);
    expect(await store().reprintPairs({ to: at - 1 })).toEqual([]);
    expect(await store().domainArticles({ from: at })).toEqual([
      { domain: 'one.example', articles: 1 },
      { domain: 'two.example', articles: 2 },
    ]);
    await traced([]);
    expect(await store().reprintPairs({})).toEqual([]);
  });

  it('finds the cascades of a domain, the newest first', async () => {
    await store().saveBatch(batchOf([...ARTICLES, on('e', 'three.example')]));
    const [old, late] = [cascadeOver(['a', 'b'], 2), cascadeOver(['a', 'e'], 2)];
    const first = { limit: 1, offset: 0, minReach: 2 };
    await traced([old, late]);
    expect(await store().cascadesOfDomains(['one.example', 'two.example'], first)).toEqual({
      total: 2,
      ids: [late.id],
    });
    const second = await store().cascadesOfDomains(['one.example'], { ...first, offset: 1 });
    expect(second).toEqual({ total: 2, ids: [old.id] });
    expect(await store().cascadesOfDomains(['nobody.example'], first)).toEqual({
      total: 0,
      ids: [],
    });
  });
}
