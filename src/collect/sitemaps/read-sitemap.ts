/**
 * Bytes of a sitemap (sitemaps.org 0.9, the news extension, an index, or plain lines of addresses).
 * The same lenient reader of markup as for feeds: see `docs/feeds.md`. Never throws. Linear.
 */
import { plainText } from '../fragment.ts';
import { webAddress } from '../xml/addresses.ts';
import { childOf, childText, type Element } from '../xml/element.ts';
import { type MarkupFaults, readElements } from '../xml/elements.ts';
import { markupDoubts } from '../xml/fault-doubts.ts';
import { sourceText } from '../xml/source-text.ts';
import { stated } from '../xml/stated.ts';
import type { ListedSitemap, NewsEntry, SitemapEntry, SitemapReading } from './sitemap.ts';

/** Where a sitemap came from. */
export interface SitemapPlace {
  /** The address that answered in the end. */
  readonly url: string;
  /** The server's `Content-Type`, which may name a character set. */
  readonly contentType?: string;
}

/** Limits of the protocol (sitemaps.org): entries of one file, and bytes. */
const MAX_ENTRIES = 50_000;
const MAX_BYTES = 50 * 1024 * 1024;
/** Titles beyond this are cut: no headline is so long. UTF-16 units. */
const MAX_TITLE = 10_000;
const RECORDS: ReadonlySet<string> = new Set(['sitemap:url', 'sitemap:sitemap']);
const FIELDS: ReadonlySet<string> = new Set([
  ...['sitemap:loc', 'sitemap:lastmod', 'sitemap:changefreq', 'sitemap:priority'],
  ...['news:name', 'news:language', 'news:publication_date', 'news:title'],
]);

/** Reads a sitemap; whatever else stands there is refused with a reason. */
export function readSitemap(bytes: Uint8Array, at: SitemapPlace): SitemapReading {
  const taken = bytes.subarray(0, MAX_BYTES);
  const source = sourceText(taken, at.contentType);
  const doubts = [...source.doubts];
  if (taken.length < bytes.length) doubts.push(`only the first ${MAX_BYTES} bytes were read`);
  const start = /[^\s]/.exec(source.text)?.[0];
  if (start === undefined) return refused('the answer is empty');
  const reading = start === '<' ? readXml(source.text, at.url) : readLines(source.text);
  if (reading.kind === 'not-a-sitemap') return reading;
  const damaged = reading.damaged || reading.more > 0 || taken.length < bytes.length;
  return { ...reading, damaged, doubts: [...doubts, ...reading.doubts] };
}

function refused(reason: string): SitemapReading {
  return { kind: 'not-a-sitemap', reason };
}

/** Collects what an entry makes, up to the limit. */
class Entries<T> {
  readonly taken: T[] = [];
  more = 0;
  unusable = 0;

  add(make: () => T | undefined): void {
    if (this.taken.length >= MAX_ENTRIES) this.more++;
    else {
      const entry = make();
      if (entry === undefined) this.unusable++;
      else this.taken.push(entry);
    }
  }

  completeness(faults: MarkupFaults | undefined) {
    const { more, unusable } = this;
    const doubts = faults === undefined ? [] : markupDoubts(faults);
    if (more > 0) doubts.push(`${more} entries beyond the first ${MAX_ENTRIES} were not taken`);
    return { more, unusable, damaged: faults?.cutOff ?? false, doubts };
  }
}

function readXml(text: string, base: string): SitemapReading {
  const pages = new Entries<SitemapEntry>();
  const indexed = new Entries<ListedSitemap>();
  const { root, faults } = readElements(text, {
    ...{ base, records: RECORDS, fields: FIELDS },
    onRecord: (record) => {
      if (record.key === 'sitemap:url') pages.add(() => entryOf(record));
      else indexed.add(() => listedOf(record));
    },
  });
  switch (root?.key) {
    case 'sitemap:urlset':
      return { kind: 'urls', entries: pages.taken, ...pages.completeness(faults) };
    case 'sitemap:sitemapindex':
      return { kind: 'index', sitemaps: indexed.taken, ...indexed.completeness(faults) };
    default:
      return refused(reasonOf(root?.key));
  }
}

function reasonOf(key: string | undefined): string {
  switch (key) {
    case undefined:
      return 'it holds no element';
    case 'html':
    case 'xhtml:html':
      return 'it is a web page; the robots.txt of a site often names its sitemaps';
    case 'rss':
    case 'rdf:rdf':
    case 'atom:feed':
      return 'it is a feed; list it with kind: feed';
    default:
      return `its root is <${key.slice(0, 60)}>, expected <urlset> or <sitemapindex>; check the address`;
  }
}

function listedOf(record: Element): ListedSitemap | undefined {
  const url = webAddress(childText(record, 'sitemap:loc'), record.base);
  const lastmod = childText(record, 'sitemap:lastmod');
  return url === undefined ? undefined : stated<ListedSitemap>({ url, lastmod });
}

function entryOf(record: Element): SitemapEntry | undefined {
  const listed = listedOf(record);
  const news = childOf(record, 'news:news');
  if (listed === undefined || news === undefined) return listed;
  return { ...listed, news: newsOf(news) };
}

function newsOf(news: Element): NewsEntry {
  const publication = childOf(news, 'news:publication') ?? news;
  const title = childText(news, 'news:title');
  return stated<NewsEntry>({
    publication: childText(publication, 'news:name'),
    language: childText(publication, 'news:language'),
    published: childText(news, 'news:publication_date'),
    title:
      title === undefined
        ? undefined
        : plainText(title.slice(0, MAX_TITLE)).replace(/\s+/g, ' ').trim(),
  });
}

/** One address a line; at least half of the lines must be some, or it is another text. */
function readLines(text: string): SitemapReading {
  const entries = new Entries<SitemapEntry>();
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    entries.add(() => {
      const url = /^\s*https?:\/\//i.test(line) ? webAddress(line, '') : undefined;
      return url === undefined ? undefined : { url };
    });
  }
  if (entries.taken.length <= entries.unusable) {
    return refused('it is plain text, but not one address of the web a line; check the address');
  }
  return { kind: 'urls', entries: entries.taken, ...entries.completeness(undefined) };
}
