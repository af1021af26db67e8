/** HTML of feeds: inline elements written out, links made absolute. Nothing is cleaned here. Linear. */
import { resolvedAddress } from '../xml/addresses.ts';
import type { Element } from '../xml/element.ts';
import { References } from '../xml/entities.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** One tag; a `>` inside of a value ends it, which at worst leaves one link as it was. */
const TAG = /<[a-z][^<>]*>/gi;
const ADDRESS =
  /(\s(?:href|src|cite|poster|longdesc|background|action|data)\s{0,9}=\s{0,9})("[^"]*"|'[^']*'|[^\s"'<>]+)/gi;

/** `text` so that HTML reads it as it stands. */
export function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

/** What stands in an element, as HTML: prefixes and the namespace of XHTML gone. */
export function markupIn(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escaped(child) : markupOf(child)))
    .join('');
}

function markupOf(element: Element): string {
  const name = element.name.slice(element.name.indexOf(':') + 1);
  let tag = `<${name}`;
  for (const [key, value] of element.attributes) {
    if (key.startsWith('xmlns') && /xhtml/i.test(value)) continue;
    tag += ` ${key}="${attributeValue(value)}"`;
  }
  if (element.children.length === 0 && VOID.has(name.toLowerCase())) return `${tag} />`;
  return `${tag}>${markupIn(element)}</${name}>`;
}

/** `html` with the relative links in its tags taken from `base`, which may be empty. */
export function withAbsoluteLinks(html: string, base: string): string {
  if (base === '' || !html.includes('=')) return html;
  return html.replace(TAG, (tag) =>
    tag.includes('=')
      ? tag.replace(ADDRESS, (_, before: string, value: string) => before + absolute(value, base))
      : tag,
  );
}

/** A link as written, its quotes included. Those within the text and with a scheme stay. */
function absolute(value: string, base: string): string {
  const bare = /^["']/.test(value) ? value.slice(1, -1) : value;
  const address = bare.trim();
  if (address.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(address)) return value;
  return `"${attributeValue(resolvedAddress(new References().resolve(address), base))}"`;
}

function attributeValue(value: string): string {
  return escaped(value).replaceAll('"', '&quot;');
}
