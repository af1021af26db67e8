/** Asking one source: what it answers, and what that names. */
import type { FeedItem } from '../../collect/feeds/feed.ts';
import { readFeed } from '../../collect/feeds/read-feed.ts';
import { readSitemap } from '../../collect/sitemaps/read-sitemap.ts';
import type { SitemapEntry } from '../../collect/sitemaps/sitemap.ts';
import { type Answer, headerOf } from '../../collect/web/fetched.ts';
import type { Web } from '../../collect/web/web.ts';
import type { RefusedFetch, SourceRow } from '../../store/watching.ts';
import { listedIn } from './listed.ts';
import type { Named } from './named.ts';
import type { DonePoll } from './polls.ts';

export interface Asking {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Sitemaps of an index that are read at one poll, the newest first; the others wait. */
const MOST_SITEMAPS = 20;

/** Asks a source that is due. A source that is itself the page is not asked: its page is due. */
export async function pollSource(web: Web, source: SourceRow, asking: Asking): Promise<DonePoll> {
  const { now, signal } = asking;
  const done = { source, at: now, damaged: false };
  if (source.kind === 'page') return { ...done, exchanges: [], named: [] };
  const { url, etag, lastModified } = source;
  const fetched = await web.get({
    url,
    purpose: source.kind === 'list' ? 'page' : source.kind,
    signal,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  });
  if (fetched.kind !== 'answer') return { ...done, exchanges: [fetched], named: [] };
  switch (source.kind) {
    case 'feed':
      return { ...done, exchanges: [fetched], ...namedInFeed(fetched, now) };
    case 'list':
      return { ...done, exchanges: [fetched], ...(await listedIn(fetched)) };
    case 'sitemap':
      return { ...done, ...(await namedInSitemaps(web, fetched, signal)) };
  }
}

type Read = Pick<DonePoll, 'named' | 'damaged'> & { readonly refusal?: RefusedFetch };

const useless = (reason: string, detail: string): Read => ({
  named: [],
  damaged: false,
  refusal: { reason, detail },
});

function namedInFeed(answer: Answer, now: number): Read {
  const contentType = headerOf(answer.headers, 'content-type');
  const place = { url: answer.finalUrl, now, ...(contentType !== undefined && { contentType }) };
  const reading = readFeed(answer.body, place);
  if (reading.kind === 'not-a-feed') {
    return useless('not-a-feed', `${answer.finalUrl} is no feed: ${reading.reason}.`);
  }
  return { named: reading.feed.items.flatMap(namedItem), damaged: reading.feed.damaged };
}

/** An item without an address names nothing that can be fetched. */
function namedItem(item: FeedItem): Named[] {
  const { url, guid, title, published, updated, language, source, summaryHtml } = item;
  if (url === undefined) return [];
  const rest = summaryHtml ?? item.contentHtml;
  return [
    { url, guid, title, published: published ?? updated, language, origin: source?.url, rest },
  ];
}

async function namedInSitemaps(
  web: Web,
  first: Answer,
  signal: AbortSignal,
): Promise<Read & Pick<DonePoll, 'exchanges' | 'unread'>> {
  const reading = sitemapOf(first);
  if (reading.kind === 'not-a-sitemap') {
    const detail = `${first.finalUrl} is no sitemap: ${reading.reason}.`;
    return { exchanges: [first], ...useless('not-a-sitemap', detail) };
  }
  if (reading.kind === 'urls') {
    const { entries, damaged } = reading;
    return { exchanges: [first], named: entries.map(namedEntry), damaged };
  }
  const newest = [...reading.sitemaps].sort((a, b) =>
    (b.lastmod ?? '').localeCompare(a.lastmod ?? ''),
  );
  const parts = await Promise.all(
    newest.slice(0, MOST_SITEMAPS).map(({ url }) => web.get({ url, purpose: 'sitemap', signal })),
  );
  const named: Named[] = [];
  const unread: Answer[] = [];
  // A part that did not come is asked for again, though the index itself may not change; and an index
  // that does not date its parts may stay the same for years.
  let damaged = reading.damaged || newest.some(({ lastmod }) => lastmod === undefined);
  for (const part of parts) {
    const inner = part.kind === 'answer' ? sitemapOf(part) : undefined;
    if (part.kind === 'answer' && inner?.kind !== 'urls') unread.push(part);
    if (inner?.kind !== 'urls' || inner.damaged) damaged = true;
    // One by one: a call takes no fifty thousand arguments.
    if (inner?.kind === 'urls') for (const entry of inner.entries) named.push(namedEntry(entry));
  }
  return { exchanges: [first, ...parts], named, damaged, unread };
}

function sitemapOf({ body, finalUrl, headers }: Answer): ReturnType<typeof readSitemap> {
  const contentType = headerOf(headers, 'content-type');
  return readSitemap(body, { url: finalUrl, ...(contentType !== undefined && { contentType }) });
}

function namedEntry({ url, lastmod, news }: SitemapEntry): Named {
  return {
    url,
    title: news?.title,
    published: news?.published ?? lastmod,
    language: news?.language,
  };
}
