/** What stands where a feed was expected, and the feeds that a page there points to. */
import { Parser } from 'htmlparser2';
import { webAddress } from '../xml/addresses.ts';
import { stated } from '../xml/stated.ts';

/** What a document looks like that is no feed. */
export type Lookalike = 'empty' | 'html' | 'sitemap' | 'opml' | 'xml' | 'json' | 'text' | 'binary';

/** A feed that a page names in its head. */
export interface AlternateFeed {
  readonly url: string;
  readonly title?: string;
}

export interface NotAFeed {
  readonly kind: 'not-a-feed';
  /** Half a sentence for a person: what it is instead, and what to do. */
  readonly reason: string;
  readonly looksLike: Lookalike;
  /** Feeds that the page itself names: most often what was meant. */
  readonly alternates: readonly AlternateFeed[];
}

/** Of a page only this much is looked at for feeds: they are named in its head. UTF-16 units. */
const HEAD = 512 * 1024;
const MAX_ALTERNATES = 20;
const FEED_TYPE = /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x?-?rss|atom)/i;

const REASONS: Readonly<Record<Lookalike, string>> = {
  empty: 'the answer is empty',
  html: 'it is a web page that names no feed; check the address',
  sitemap: 'it is a sitemap; list it with kind: sitemap',
  opml: 'it is a list of feeds (OPML); import it instead',
  xml: 'it is XML, but neither RSS, RDF nor Atom; check the address',
  json: 'it is JSON without a list of items; check the address',
  text: 'it is plain text; check the address',
  binary: 'it is no text at all; check the address',
};

/** Control characters above this share of a text show that it is none. */
const MAX_CONTROLS = 0.01;

/** Says what `text` at `base` looks like; `controls` were left out of it. Never throws. */
export function notAFeed(text: string, base: string, controls = 0): NotAFeed {
  const looksLike = controls > text.length * MAX_CONTROLS ? 'binary' : lookOf(text);
  const alternates = looksLike === 'html' ? alternatesIn(text.slice(0, HEAD), base) : [];
  return { kind: 'not-a-feed', reason: reasonOf(looksLike, alternates), looksLike, alternates };
}

function reasonOf(look: Lookalike, alternates: readonly AlternateFeed[]): string {
  const [first] = alternates;
  if (first === undefined) return REASONS[look];
  const feeds = alternates.length === 1 ? 'a feed' : `${alternates.length} feeds, the first`;
  return `it is a web page that names ${feeds} at ${first.url}`;
}

function lookOf(text: string): Lookalike {
  const head = text.slice(0, 4096).trimStart();
  if (head === '') return 'empty';
  if (/^[[{]/.test(head)) return 'json';
  const name = /<(?![!?])(?:[\w-]{1,30}:)?([a-z][\w-]{0,30})/i.exec(head)?.[1]?.toLowerCase();
  if (/<!doctype html|<html[\s>]/i.test(head)) return 'html';
  if (name === undefined) return head.startsWith('<') ? 'xml' : 'text';
  if (name === 'urlset' || name === 'sitemapindex') return 'sitemap';
  if (name === 'opml') return 'opml';
  if (/^(?:head|body|meta|title|div|script|p|br|b|h1|center|font|table|style)$/.test(name)) {
    return 'html';
  }
  return head.startsWith('<') ? 'xml' : 'text';
}

/** `<link rel="alternate" type="application/rss+xml">` of a page. */
function alternatesIn(html: string, pageBase: string): AlternateFeed[] {
  const found = new Map<string, AlternateFeed>();
  let base = pageBase;
  const parser = new Parser({
    onopentag: (name, { rel = '', type = '', href, title }) => {
      if (name === 'base') base = webAddress(href, base) ?? base;
      if (name !== 'link' || !/\balternate\b/i.test(rel) || !FEED_TYPE.test(type)) return;
      const url = webAddress(href, base);
      if (url === undefined || found.has(url) || found.size >= MAX_ALTERNATES) return;
      found.set(url, stated<AlternateFeed>({ url, title: title?.trim() }));
    },
  });
  // Only tags of the head are of use; a page of open tags alone would cost the square of its length.
  for (const [tag] of html.matchAll(/<(?:link|base)\s[^<>]*>/gi)) parser.write(tag);
  parser.end();
  return [...found.values()];
}
