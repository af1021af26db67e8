/**
 * The DOCTYPE of a document, cut out before it is read: nothing in it is expanded or fetched. Only
 * entities that are short plain text are kept; what refers to other entities, to files or holds
 * markup is none of them, so a bomb of nested entities stays the text that it is. Linear.
 */

export interface WithoutDoctype {
  /** The document without it. */
  readonly text: string;
  /** Short plain entities that it declares, by name. */
  readonly entities: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();
/** A DOCTYPE stands before the root: nobody writes so much ahead of it. UTF-16 units. */
const HEAD = 100_000;
const MAX_ENTITIES = 100;
/** Plain: no reference, no parameter, no markup. */
const PLAIN_ENTITY =
  /<!ENTITY\s{1,20}([A-Za-z][\w.-]{0,30})\s{1,20}(?:"([^"&%<]{0,100})"|'([^'&%<]{0,100})')\s{0,20}>/g;

/** Cuts out the DOCTYPE that stands before the first element, if there is one. */
export function withoutDoctype(text: string): WithoutDoctype {
  const begin = doctypeBefore(text.slice(0, HEAD));
  if (begin === undefined) return { text, entities: NONE };
  const end = doctypeEnd(text, begin);
  const declared = new Map<string, string>();
  for (const [, name, one, other] of text.slice(begin, end).matchAll(PLAIN_ENTITY)) {
    if (declared.size < MAX_ENTITIES && !declared.has(name!)) declared.set(name!, one ?? other!);
  }
  return { text: text.slice(0, begin) + text.slice(end), entities: declared };
}

/** Where a DOCTYPE begins, with only comments and instructions before it. */
function doctypeBefore(head: string): number | undefined {
  let at = 0;
  for (;;) {
    at = head.indexOf('<', at);
    if (at < 0) return undefined;
    if (head.startsWith('<!--', at)) at = head.indexOf('-->', at + 4);
    else if (head.startsWith('<?', at)) at = head.indexOf('>', at);
    else return /^<!doctype/i.test(head.slice(at, at + 9)) ? at : undefined;
    if (at < 0) return undefined;
  }
}

/** Past its `>`: quoted text and comments do not end it, nor does what `[…]` holds. */
function doctypeEnd(text: string, begin: number): number {
  const token = /"[^"]*"|'[^']*'|<!--|[[\]>]/g;
  token.lastIndex = begin;
  let inside = false;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark] = found;
    if (mark === '<!--') {
      const end = text.indexOf('-->', token.lastIndex);
      if (end < 0) return text.length;
      token.lastIndex = end + 3;
    } else if (mark === '[') inside = true;
    else if (mark === ']') inside = false;
    else if (mark === '>' && !inside) return token.lastIndex;
  }
  return text.length;
}
