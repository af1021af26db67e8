/**
 * Bytes of a feed as a `Feed`: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, well-formed or not.
 * One lenient reader for all of them; see `docs/feeds.md` for how it compares. Never throws. Linear.
 */
import type { Element } from '../xml/element.ts';
import { type ElementReading, readElements } from '../xml/elements.ts';
import { markupDoubts } from '../xml/fault-doubts.ts';
import { sourceText } from '../xml/source-text.ts';
import { formatOf, headOf } from './channel.ts';
import type { Feed, FeedItem } from './feed.ts';
import { itemOf } from './items.ts';
import { jsonFeedOf } from './json-feed.ts';
import { type NotAFeed, notAFeed } from './not-a-feed.ts';
import { authorsOf } from './people.ts';

/** Where a feed came from. */
export interface FeedPlace {
  /** The address that answered in the end; relative links are taken from it. */
  readonly url: string;
  /** The server's `Content-Type`, which may name a character set. */
  readonly contentType?: string;
}

export type FeedReading = { readonly kind: 'feed'; readonly feed: Feed } | NotAFeed;

/** Items of one feed; more are counted and not read. */
const MAX_ITEMS = 50_000;
const RECORDS: ReadonlySet<string> = new Set(['item', 'atom:entry']);
const FIELDS: ReadonlySet<string> = new Set([
  ...['title', 'link', 'description', 'guid', 'pubdate', 'category', 'comments', 'author'],
  ...['language', 'copyright', 'generator', 'ttl', 'lastbuilddate', 'enclosure'],
  ...['atom:title', 'atom:id', 'atom:updated', 'atom:published', 'atom:summary'],
  ...['dc:date', 'dc:creator', 'dc:subject', 'dc:title', 'content:encoded'],
]);
/** Where a feed begins after what a server wrote before it by mistake. */
const BEGINNING = /<(?:rss|feed|rdf:rdf|channel)[\s>]/i;
const STRAY_HEAD = 64 * 1024;

/** Reads a feed; whatever else stands there is named. */
export function readFeed(bytes: Uint8Array, at: FeedPlace): FeedReading {
  const source = sourceText(bytes, at.contentType);
  const start = /[^\s]/.exec(source.text)?.[0];
  if (start === '{' || start === '[') return jsonReading(source.text, at.url, source.doubts);
  const whole = readXml(source.text, at.url);
  if (whole !== undefined) return withDoubts(whole, source.doubts);
  const begin = BEGINNING.exec(source.text.slice(0, STRAY_HEAD))?.index ?? 0;
  const rest = begin > 0 ? readXml(source.text.slice(begin), at.url) : undefined;
  if (rest === undefined) return notAFeed(source.text, at.url, source.controls);
  return withDoubts(rest, [...source.doubts, 'something else stands before the feed']);
}

function withDoubts(feed: Feed, doubts: readonly string[]): FeedReading {
  return { kind: 'feed', feed: { ...feed, doubts: [...doubts, ...feed.doubts] } };
}

function jsonReading(text: string, url: string, doubts: readonly string[]): FeedReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 100) : '';
    return { ...notAFeed(text, url), reason: `it is JSON that cannot be read (${why})` };
  }
  const feed = jsonFeedOf(value, url, MAX_ITEMS);
  return feed === undefined ? notAFeed(text, url) : withDoubts(feed, doubts);
}

function readXml(text: string, url: string): Feed | undefined {
  const items: FeedItem[] = [];
  let more = 0;
  const reading = readElements(text, {
    ...{ base: url, records: RECORDS, fields: FIELDS },
    onRecord: (record) => {
      if (items.length < MAX_ITEMS) items.push(itemOf(record));
      else more++;
    },
  });
  const { root } = reading;
  const format = formatOf(root);
  if (root === undefined || format === undefined) return undefined;
  if (root.key === 'atom:entry') items.push(itemOf(root));
  return feedOf(root, format, reading, items, more);
}

function feedOf(
  root: Element,
  format: Feed['format'],
  { faults }: ElementReading,
  items: readonly FeedItem[],
  more: number,
): Feed {
  const head = headOf(root, format);
  const authors = authorsOf(root);
  const doubts = markupDoubts(faults);
  if (more > 0) doubts.push(`${more} items beyond the first ${MAX_ITEMS} were not read`);
  return {
    ...head,
    items: items.map((item) => completed(item, head.language, authors)),
    damaged: faults.cutOff || more > 0,
    doubts,
  };
}

/** What an item leaves to its feed: the language, and in Atom the authors (RFC 4287, 4.2.1). */
function completed(
  item: FeedItem,
  ofFeed: string | undefined,
  authorsOfFeed: readonly string[],
): FeedItem {
  const authors = item.authors.length > 0 ? item.authors : authorsOfFeed;
  const language = item.language ?? ofFeed;
  return language === undefined ? { ...item, authors } : { ...item, language, authors };
}
