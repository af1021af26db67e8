/**
 * Feeds as lists, item by item: the daily dumps of Media Cloud (RSS with `<domain>` and `<source url>`
 * in each item, 100 MB and more), the feed of GDELT's article list, and any RSS, RDF or Atom.
 */
import { itemOf } from '../feeds/items.ts';
import { childText, type Element } from '../xml/element.ts';
import { readElements } from '../xml/elements.ts';
import { type Found, fault, listed, notAnAddress } from './listed.ts';
import { utf8Text } from './records.ts';
import { statedAddress } from './stated-address.ts';

const NONE: ReadonlySet<string> = new Set();
const FIELDS: ReadonlySet<string> = new Set([
  ...['title', 'link', 'description', 'guid', 'pubdate', 'domain', 'source', 'category'],
  ...['atom:title', 'atom:id', 'atom:updated', 'atom:published', 'dc:date', 'dc:creator'],
]);

/** What one item (its opening tag and what follows, without its end tag) names. */
export function foundInItem(
  bytes: Uint8Array,
  line: number,
  at: { readonly base: string; readonly seen: string | undefined },
): Found {
  const text = utf8Text(bytes);
  const { root } = readElements(text, {
    base: at.base,
    records: NONE,
    fields: FIELDS,
    onRecord: () => {},
  });
  if (root === undefined) return fault('broken-line', line, text, 'the item cannot be read.');
  const item = itemOf(root);
  const stated = item.url ?? childText(root, 'link') ?? '';
  const url = statedAddress(stated, at.base);
  if (url === undefined) {
    if (stated !== '') return notAnAddress(line, stated);
    return fault('not-an-address', line, text, 'the item has no link; add one or remove the item.');
  }
  return listed(url, line, {
    title: item.title,
    published: item.published ?? item.updated,
    language: item.language,
    outlet: outletOf(root, item.source),
    seen: at.seen,
  });
}

/** Media Cloud's domain; else the name of the work that it is taken from, else where that stands. */
function outletOf(
  item: Element,
  source: { readonly url?: string; readonly title?: string } | undefined,
): string | undefined {
  return childText(item, 'domain') ?? source?.title ?? hostOf(source?.url);
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./, '');
}
