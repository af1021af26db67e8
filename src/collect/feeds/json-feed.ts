/** JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/). Total: a bad field is absent. */
import { webAddress } from '../xml/addresses.ts';
import { stated } from '../xml/stated.ts';
import type { Enclosure, Feed, FeedItem, ItemSource } from './feed.ts';
import { escaped, withAbsoluteLinks } from './markup.ts';
import { distinctNames } from './people.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The feed in a parsed JSON document at `base`; absent where it is none. */
export function jsonFeedOf(value: unknown, base: string, maxItems: number): Feed | undefined {
  if (!isFields(value) || !Array.isArray(value['items'])) return undefined;
  if (!text(value['version'])?.includes('jsonfeed') && text(value['title']) === undefined) {
    return undefined;
  }
  const rows: unknown[] = value['items'];
  const items = rows.slice(0, maxItems).filter(isFields);
  const language = text(value['language']);
  const lost = rows.length - items.length;
  return stated<Feed>({
    format: 'json',
    title: text(value['title']),
    link: webAddress(text(value['home_page_url']), base),
    language,
    selfUrl: webAddress(text(value['feed_url']), base),
    nextUrl: webAddress(text(value['next_url']), base),
    ttlMinutes: undefined,
    hub: list(value['hubs']).flatMap((hub) => webAddress(text(hub['url']), base) ?? [])[0],
    items: items.map((item) => itemOf(item, value, base)),
    damaged: lost > 0,
    doubts: lost > 0 ? [`${lost} items are no objects or too many and were not read`] : [],
  });
}

function itemOf(item: Fields, feed: Fields, base: string): FeedItem {
  const html = text(item['content_html']);
  const plain = text(item['content_text']);
  const summary = text(item['summary']);
  const own = namesOf(item);
  return stated<FeedItem>({
    guid: typeof item['id'] === 'number' ? String(item['id']) : text(item['id']),
    url: webAddress(text(item['url']), base),
    title: text(item['title'])?.replace(/\s+/g, ' '),
    published: text(item['date_published']),
    updated: text(item['date_modified']),
    authors: own.length > 0 ? own : namesOf(feed),
    summaryHtml: summary && escaped(summary),
    contentHtml: html ? withAbsoluteLinks(html, base) : plain && escaped(plain),
    source: sourceOf(item, base),
    language: text(item['language']) ?? text(feed['language']),
    categories: [...new Set(texts(item['tags']))],
    enclosures: list(item['attachments']).flatMap((one) => enclosureOf(one, base)),
  });
}

function namesOf(fields: Fields): string[] {
  const people = [...list(fields['authors']), ...list([fields['author']])];
  return distinctNames(people.flatMap((person) => text(person['name']) ?? []));
}

function sourceOf(item: Fields, base: string): ItemSource | undefined {
  const url = webAddress(text(item['external_url']), base);
  return url === undefined ? undefined : { url };
}

function enclosureOf(fields: Fields, base: string): Enclosure[] {
  const url = webAddress(text(fields['url']), base);
  const size = fields['size_in_bytes'];
  const length =
    typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined;
  return url ? [stated<Enclosure>({ url, type: text(fields['mime_type']), length })] : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list. */
function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((one) => text(one) ?? []) : [];
}

/** A text that is not empty, trimmed. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
