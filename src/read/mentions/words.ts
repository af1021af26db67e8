/** A document's tokens as the finders of names see them: folded, and by the shape of their letters. */
import { fold } from '../../text/transliterate.ts';
import type { Document } from '../document.ts';

export interface Words {
  readonly document: Document;
  /** Tokens in lower case without marks. */
  readonly folded: readonly string[];
}

/** Prepares a document. Linear; a word that comes again is folded once. */
export function wordsOf(document: Document): Words {
  const known = new Map<string, string>();
  const folded = document.tokens.map(({ lower }) => {
    let form = known.get(lower);
    if (form === undefined) {
      form = fold(lower);
      known.set(lower, form);
    }
    return form;
  });
  return { document, folded };
}
