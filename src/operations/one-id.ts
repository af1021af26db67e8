/** What a user means by an id or the beginning of one. */
import type { ArticleId, CascadeId } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import { NotFound } from './operation.ts';

/** Words that are meant as an id rather than as a text: 4 to 16 hexadecimal digits. */
export const ID_BEGINNING = /^[0-9a-f]{4,16}$/;

/** The one id that begins so; throws where there is none or more than one. */
export async function oneId(store: Store, prefix: string): Promise<ArticleId | CascadeId> {
  const [first, second, ...rest] = await store.idsLike(prefix, 6);
  if (first === undefined) {
    throw new NotFound(`no article or cascade of this desk has an id that begins with ${prefix}`);
  }
  if (second !== undefined) {
    const some = [first, second, ...rest].join(', ');
    throw new NotFound(`${prefix} begins more than one id (${some}): give more digits`);
  }
  return first;
}
