/** Articles that their outlets changed after they were published. */
import type { Article } from '../domain/article.ts';
import type { Store } from '../store/store.ts';

/** All versions of an article, the first one first. */
export async function versionsBy(store: Store, key: string): Promise<Article[]> {
  const ids = await store.versionsOf(key);
  const found = await store.articlesByIds(ids);
  return ids.map((id) => found.get(id)!);
}

/** When the outlet says that it made this version; a date from before the last one says nothing of it. */
export function statedChange(from: Article, { modified }: Article): number | undefined {
  if (modified === undefined || modified.latest < from.capturedAt) return undefined;
  return modified.earliest;
}
