/** An address of every page of the console, with what stands on this desk. */
import { PAGES } from '../../src/pages/list.ts';
import type { Desk } from '../../src/pipeline/desk.ts';

/** A path of every page, by the page's own path, `/alerts/:id` for one. Throws for a page that it does not know. */
export async function addressesOf({ store }: Desk): Promise<ReadonlyMap<string, string>> {
  const [alert] = await store.alerts({ stands: true, limit: 1, offset: 0 });
  const [cascade] = await store.cascades({ limit: 1, offset: 0, minReach: 2 });
  const member = cascade?.echoes[0]?.article;
  const [article] = [...(await store.articlesByIds(member === undefined ? [] : [member])).values()];
  const [ledger] = await store.presencePairs();
  const values: Readonly<Record<string, string | undefined>> = {
    '/alerts/:id': alert?.id,
    '/articles/:id': article?.id,
    '/cascades/:id': cascade?.id,
    '/claims/:id': cascade?.id,
    '/outlets/:domain': article?.domain,
    '/presence/:sender/:host': ledger && `${ledger.sender}/${ledger.host}`,
  };
  return new Map(
    PAGES.map(({ path }) => {
      if (!path.includes(':')) return [path, path];
      const value = values[path];
      if (value === undefined) throw new Error(`no address is known for ${path}`);
      return [path, path.replace(/:.*$/, '') + value];
    }),
  );
}
