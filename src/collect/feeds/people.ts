/** Who wrote an item, as names. Addresses of mail are passed over where a name is stated. */
import { childText, type Element, textOf } from '../xml/element.ts';

const KEYS: ReadonlySet<string> = new Set(['author', 'atom:author', 'dc:creator', 'dc:author']);
/** Authors beyond this number, and longer than this in UTF-16 units, are no authors. */
const MAX_AUTHORS = 50;
const MAX_LENGTH = 300;
const MAIL = /[^\s<>()[\]:;,"@]{1,64}@[^\s<>()[\]:;,"@]{1,253}/;

/** Names of the authors that an element states, each once, in reading order. */
export function authorsOf(element: Element): string[] {
  const stated: string[] = [];
  for (const child of element.children) {
    if (typeof child === 'string' || !KEYS.has(child.key)) continue;
    const text = childText(child, 'atom:name', 'name', 'atom:email', 'email') ?? textOf(child);
    if (text !== '') stated.push(text);
  }
  const other = childText(element, 'itunes:author');
  if (stated.length === 0 && other !== undefined) stated.push(other);
  return distinctNames(stated);
}

/** Names without addresses; where nobody is named, the addresses. */
export function distinctNames(stated: readonly string[]): string[] {
  const short = stated.filter((one) => one.length <= MAX_LENGTH);
  const names = short.map(nameIn).filter((name) => name !== '');
  return [...new Set(names.length > 0 ? names : short)].slice(0, MAX_AUTHORS);
}

/** `me@a.example (Jane Roe)`, `Jane Roe <me@a.example>`, `Jane Roe`: the name, if there is one. */
function nameIn(stated: string): string {
  const text = stated.replace(/\s+/g, ' ').trim();
  const mail = MAIL.exec(text);
  if (mail === null) return text;
  const rest = text.slice(0, mail.index) + text.slice(mail.index + mail[0].length);
  return rest
    .replace(/\bmailto:|[<>"[\]()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:-]+|(?<![\s,;:-])[\s,;:-]+$/g, '');
}
