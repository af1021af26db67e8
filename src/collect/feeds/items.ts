/** One item of a feed in RSS, RDF or Atom, from whichever of their fields it uses. */
import { webAddress } from '../xml/addresses.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  type Element,
  textOf,
} from '../xml/element.ts';
import { stated } from '../xml/stated.ts';
import type { Enclosure, FeedItem, ItemSource } from './feed.ts';
import { childLine, htmlOf, lineOf } from './field-text.ts';
import { hrefOf, linkWithRel, pageLink, relOf } from './links.ts';
import { authorsOf } from './people.ts';

const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'] as const;
/** In the order in which they are believed. */
const PUBLISHED = [
  ...['atom:published', 'pubdate', 'atom:issued', 'dcterms:issued', 'dc:date', 'published'],
  ...['atom:created', 'dcterms:created', 'date'],
] as const;
const UPDATED = [
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'updated',
  'modified',
] as const;
/** Other places for a summary, where the usual ones are empty. */
const LESSER_SUMMARIES = ['dc:description', 'media:description', 'itunes:summary'] as const;
const CONTENTS = ['content:encoded', 'atom:content', 'fullitem', 'xhtml:body', 'body'] as const;
const TERMS: ReadonlySet<string> = new Set(['category', 'dc:subject', 'media:category']);
const MAX_LISTED = 200;

/** Reads an item; whatever it does not state is absent. */
export function itemOf(element: Element): FeedItem {
  const { summary, content } = textsOf(element);
  return stated<FeedItem>({
    guid: guidOf(element),
    url: urlOf(element),
    title: childLine(element, ...TITLES),
    published: childText(element, ...PUBLISHED),
    updated: childText(element, ...UPDATED),
    authors: authorsOf(element),
    summaryHtml: summary,
    contentHtml: content,
    source: sourceOf(element),
    language: childText(element, 'dc:language') ?? element.language,
    categories: categoriesOf(element),
    enclosures: enclosuresOf(element),
  });
}

/** Its own id as stated: never made absolute, so that it stays the same when the feed moves. */
function guidOf(element: Element): string | undefined {
  const own = childText(element, 'guid', 'atom:id', 'id', 'dc:identifier');
  return own ?? attributeOf(element, 'rdf:about')?.trim();
}

/** The item's page: what a feed service replaced, its link, an id that is an address. */
function urlOf(element: Element): string | undefined {
  const replaced = childOf(element, 'feedburner:origlink');
  const original = replaced && webAddress(textOf(replaced), replaced.base);
  return original ?? pageLink(element) ?? permanentUrl(element) ?? outsideUrl(element);
}

/** A guid is an address unless it says that it is none (RSS 2.0). */
function permanentUrl(element: Element): string | undefined {
  const guid = childOf(element, 'guid');
  if (guid === undefined) return webAddress(attributeOf(element, 'rdf:about'), '');
  const permanent = attributeOf(guid, 'ispermalink')?.trim().toLowerCase();
  if (permanent === 'false') return undefined;
  return webAddress(textOf(guid), permanent === 'true' ? guid.base : '');
}

/** Where Atom keeps the content elsewhere. */
function outsideUrl(element: Element): string | undefined {
  const content = childOf(element, 'atom:content');
  return content && webAddress(attributeOf(content, 'src'), content.base);
}

/**
 * Summary and content. An item with both `description` and `summary` means the second of them as its
 * content.
 */
function textsOf(element: Element): { summary: string | undefined; content: string | undefined } {
  const short = element.children
    .filter((child): child is Element => typeof child !== 'string')
    .filter(({ key }) => /^(?:atom:summary|description|summary|atom:description)$/.test(key))
    .flatMap((child) => htmlOf(child) ?? []);
  const lesser = LESSER_SUMMARIES.map((key) => childOf(element, key));
  const contents = CONTENTS.map((key) => childOf(element, key)).map(htmlOf);
  return {
    summary: short[0] ?? lesser.map(htmlOf).find((html) => html !== undefined),
    content: contents.find((html) => html !== undefined) ?? short[1],
  };
}

/** RSS `<source url>`, Atom `<source>`, Dublin Core's source. */
function sourceOf(element: Element): ItemSource | undefined {
  const rss = childOf(element, 'source');
  if (rss !== undefined) {
    return some({ url: webAddress(attributeOf(rss, 'url'), rss.base), title: lineOf(rss) });
  }
  const atom = childOf(element, 'atom:source');
  if (atom !== undefined) {
    const url =
      pageLink(atom) ?? linkWithRel(atom, 'self') ?? webAddress(childText(atom, 'atom:id'), '');
    return some({ url, title: childLine(atom, 'atom:title') });
  }
  const named = childText(element, 'dc:source');
  if (named === undefined) return undefined;
  const url = webAddress(named, '');
  return some(url === undefined ? { url, title: named } : { url, title: undefined });
}

function some(source: {
  url: string | undefined;
  title: string | undefined;
}): ItemSource | undefined {
  return source.url || source.title ? stated<ItemSource>(source) : undefined;
}

function categoriesOf(element: Element): string[] {
  const found = new Set<string>();
  for (const child of element.children) {
    if (typeof child === 'string' || found.size >= MAX_LISTED) continue;
    if (TERMS.has(child.key)) found.add(lineOf(child));
    else if (child.key === 'itunes:category') addNested(found, child);
    else if (child.key === 'atom:category') {
      found.add(
        attributeOf(child, 'term')?.trim() || attributeOf(child, 'label')?.trim() || lineOf(child),
      );
    }
  }
  found.delete('');
  return [...found];
}

/** `<itunes:category text="Technology"><itunes:category text="Gadgets"/></itunes:category>`. */
function addNested(found: Set<string>, category: Element): void {
  found.add(attributeOf(category, 'text')?.trim() ?? '');
  for (const inner of childrenOf(category, 'itunes:category')) addNested(found, inner);
}

function enclosuresOf(element: Element): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const media = [element, ...childrenOf(element, 'media:group')];
  const candidates = [
    ...childrenOf(element, 'enclosure'),
    ...childrenOf(element, 'atom:link').filter((link) => relOf(link) === 'enclosure'),
    ...media.flatMap((one) => childrenOf(one, 'media:content')),
  ];
  for (const candidate of candidates.slice(0, MAX_LISTED)) {
    const stands = attributeOf(candidate, 'url');
    const url = stands === undefined ? hrefOf(candidate) : webAddress(stands, candidate.base);
    if (url === undefined || found.has(url)) continue;
    const size = attributeOf(candidate, 'length') ?? attributeOf(candidate, 'filesize');
    const type = attributeOf(candidate, 'type')?.trim();
    found.set(url, stated<Enclosure>({ url, type, length: wholeNumber(size) }));
  }
  return [...found.values()];
}

function wholeNumber(text: string | undefined): number | undefined {
  const digits = text?.trim();
  return digits !== undefined && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
