/**
 * Text fields of a feed, in all the ways in which feeds write them: plain, escaped HTML, inline markup,
 * base64; declared (Atom 1.0 `type`, Atom 0.3 `type` and `mode`) or, in RSS, left to guess.
 */
import { plainText } from '../fragment.ts';
import { attributeOf, childOf, type Element, textOf } from '../xml/element.ts';
import { escaped, markupIn, withAbsoluteLinks } from './markup.ts';

type Kind = 'text' | 'html' | 'markup' | 'base64' | 'guess';

/** Titles beyond this are cut: no headline is so long. UTF-16 units. */
const MAX_TITLE = 10_000;
const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** The field as one line of text: tags gone, references resolved. */
export function lineOf(field: Element): string {
  const kind = kindOf(field);
  const text = (kind === 'base64' ? unpacked(field) : textOf(field)).slice(0, MAX_TITLE);
  const plain = kind === 'text' || kind === 'markup' ? text : plainText(text);
  return plain.replace(/\s+/g, ' ').trim();
}

/** The line of the first of the keys that has one. */
export function childLine(element: Element, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    for (const child of element.children) {
      if (typeof child === 'string' || child.key !== key) continue;
      const line = lineOf(child);
      if (line !== '') return line;
    }
  }
  return undefined;
}

/** The field as HTML of strangers, not cleaned, its links absolute; absent where it is empty. */
export function htmlOf(field: Element | undefined): string | undefined {
  if (field === undefined) return undefined;
  const html = rawHtml(field).trim();
  return html === '' ? undefined : withAbsoluteLinks(html, baseOf(field));
}

function rawHtml(field: Element): string {
  const kind = kindOf(field);
  switch (kind) {
    case 'text':
      return escaped(textOf(field));
    case 'html':
      return textOf(field);
    case 'base64':
      return unpacked(field);
    case 'markup':
      return markupIn(bodyOf(field));
    case 'guess': {
      const text = textOf(field);
      return LOOKS_LIKE_HTML.test(text) ? text : escaped(text);
    }
  }
}

function kindOf(field: Element): Kind {
  const type = (attributeOf(field, 'type') ?? '').trim().toLowerCase();
  const mode = (attributeOf(field, 'mode') ?? '').trim().toLowerCase();
  if (mode === 'base64') return 'base64';
  if (field.children.some((child) => typeof child !== 'string')) return 'markup';
  if (field.key.startsWith('atom:') && isBinary(type)) return 'base64';
  if (type === 'xhtml' || type === 'application/xhtml+xml') {
    return mode === 'escaped' || LOOKS_LIKE_HTML.test(textOf(field)) ? 'html' : 'text';
  }
  if (type === 'text' || type === 'text/plain') return 'text';
  if (type === 'html' || type === 'text/html') return 'html';
  return 'guess';
}

/** Media types that Atom 1.0 writes in base64 (RFC 4287, 4.1.3.3). */
function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|[/+]xml$/.test(type);
}

/** Base64 of text; anything else is no text. */
function unpacked(field: Element): string {
  const text = Buffer.from(textOf(field), 'base64').toString();
  return text.includes('\ufffd') || text.includes('\0') ? '' : text;
}

/** Atom 1.0 wraps XHTML in a `div` that is not part of it (RFC 4287, 3.1.1.3). */
function bodyOf(field: Element): Element {
  if (attributeOf(field, 'type') !== 'xhtml') return field;
  return childOf(field, 'xhtml:div', 'atom:div', 'div') ?? field;
}

/** The base in the field, or in the `div` that wraps it. */
function baseOf(field: Element): string {
  return bodyOf(field).base;
}
