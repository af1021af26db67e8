/** Tags that need no judgement: of closed classes, of numbers in digits, of marks. */
import type { Spelled } from '../document.ts';
import type { Tag } from './tagged.ts';

const SYMBOL = /^[\p{Sc}%‰№+=<>°§]/u;

/** The only tag that a token can have, if so; `closed` are words in lower case. */
export function fixedTag(token: Spelled, closed: ReadonlyMap<string, Tag>): Tag | undefined {
  if (token.kind === 'mark') return SYMBOL.test(token.text) ? 'SYM' : 'PUNCT';
  if (token.kind === 'number' && /^[\p{N}.,:]+$/u.test(token.text)) return 'NUM';
  // НАС the association is not нас the pronoun.
  const isAbbreviation = token.text.length > 1 && token.text === token.text.toUpperCase();
  return isAbbreviation ? undefined : closed.get(token.lower);
}
