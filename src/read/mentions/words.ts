/** A document's tokens as the finders of names see them: folded, and by the shape of their letters. */
import { fold } from '../../text/transliterate.ts';
import type { Document } from '../document.ts';
import { tokenMemo } from '../token-memo.ts';

export interface Words {
  readonly document: Document;
  /** Tokens in lower case without marks. */
  readonly folded: readonly string[];
}

const foldedOf = tokenMemo(({ lower }) => fold(lower));

/** Prepares a document. Linear. */
export function wordsOf(document: Document): Words {
  return { document, folded: document.tokens.map(foldedOf) };
}
