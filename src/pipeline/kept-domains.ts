/**
 * How many articles each domain has, kept between questions of one desk: that costs a look at every article, and
 * pages ask several times a view. Counted again when an article came in; articles never go.
 */
import type { DomainCount } from '../store/reprints.ts';
import type { Store } from '../store/store.ts';

interface Kept {
  readonly articles: number;
  readonly value: Promise<readonly DomainCount[]>;
}

const kept = new WeakMap<Store, Kept>();

/** As `store.domainArticles({})`. */
export async function keptDomains(store: Store): Promise<readonly DomainCount[]> {
  const articles = await store.countArticles();
  const known = kept.get(store);
  if (known?.articles === articles) return known.value;
  const value = store.domainArticles({});
  kept.set(store, { articles, value });
  value.catch(() => kept.delete(store));
  return value;
}
