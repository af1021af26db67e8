/** What a desk has come to, without what may differ between two runs: clocks of capturing, and orders. */
import { verifyDesk } from '../src/pipeline/archive-care.ts';
import type { Desk } from '../src/pipeline/desk.ts';

export interface State {
  readonly articles: readonly unknown[];
  readonly items: unknown;
  readonly readings: readonly unknown[];
  readonly cascades: readonly unknown[];
  readonly alignments: number;
  readonly covered: number;
  readonly faults: readonly string[];
  readonly archive: boolean;
}

/** Reads all of it. */
export async function stateOf(desk: Desk): Promise<State> {
  const { store } = desk;
  const articles = [];
  const ids = [];
  for await (const { capturedAt, ...article } of store.articles()) {
    articles.push(article);
    ids.push(article.id);
  }
  const readings = [...(await store.readingsOf(ids)).values()].flat();
  const cascades = await store.cascades({ limit: 10_000, offset: 0, minReach: 0 });
  let alignments = 0;
  for await (const _ of store.alignments()) alignments++;
  const { articles: kept, sameArticle, refused, doubts, items } = await store.tally();
  return {
    articles: sorted(articles),
    items: { kept, sameArticle, refused, doubts, items },
    readings: sorted(readings),
    cascades: sorted(cascades),
    alignments,
    covered: await store.tracedArticles(),
    faults: await store.faults(),
    archive: (await verifyDesk(desk, () => undefined)).ok,
  };
}

const sorted = (list: readonly unknown[]): string[] =>
  list.map((one) => JSON.stringify(one)).sort();

/** The parts in which two states differ, each with how. */
export function differences(is: State, was: State): string[] {
  return (Object.keys(was) as (keyof State)[]).flatMap((part) => {
    const [a, b] = [is[part], was[part]];
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    if (!Array.isArray(a) || !Array.isArray(b)) {
      return [`${part}: ${JSON.stringify(a)} and not ${JSON.stringify(b)}`];
    }
    const lost = b.filter((one) => !a.includes(one)).length;
    const more = a.filter((one) => !b.includes(one)).length;
    const doubled = a.length - new Set(a).size;
    return [`${part}: ${lost} lost, ${more} others, ${doubled} doubled, of ${b.length}`];
  });
}
