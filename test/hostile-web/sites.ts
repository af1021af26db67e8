/**
 * Sites that behave: any number of feeds and pages, the same on every run, with ETags. At every host:
 * `/feed.xml?pages=<n>` lists `/page/1` to `/page/n`; `/sitemap.xml?pages=<n>` likewise.
 */
import type { Exchange } from './misbehaviour.ts';

/** Invented words; the pages are made of them by a counter. */
const WORDS =
  'harbour council ferry budget market bridge river school engineer minister letter winter autumn village station library garden mountain forest island teacher doctor painter museum theatre railway village coast valley border meeting report question answer morning evening project village member office paper table window summer'.split(
    ' ',
  );
const PARAGRAPHS = 6;
const SENTENCES = 5;

export function sitePage({ request, response, url }: Exchange): void {
  const made = madeAt(url);
  if (made === undefined) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not here</title>');
    return;
  }
  const etag = `"${url.hostname}${url.pathname}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': made.type, etag }).end(made.body);
}

function madeAt(url: URL): { readonly type: string; readonly body: string } | undefined {
  const site = url.hostname.replace(/\.example$/, '');
  const page = /^\/p(?:age|%C3%A1gina)\/(\d{1,9})$/.exec(url.pathname)?.[1];
  if (page !== undefined) {
    return { type: 'text/html; charset=utf-8', body: articlePage(site, Number(page)) };
  }
  const pages = Math.min(50_000, Number(url.searchParams.get('pages') ?? 10));
  if (url.pathname === '/feed.xml') return { type: 'application/rss+xml', body: feed(url, pages) };
  if (url.pathname === '/sitemap.xml')
    return { type: 'application/xml', body: sitemap(url, pages) };
  return undefined;
}

/** An invented article of about 500 words in HTML; no two pages share a sentence. */
export function articlePage(site: string, page: number): string {
  let state = [...site].reduce(
    (sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0,
    page * 2_654_435_761,
  );
  const word = (): string => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return WORDS[(state >>> 8) % WORDS.length]!;
  };
  const sentence = (): string => {
    const words = Array.from({ length: 16 }, word).join(' ');
    return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = (): string => `<p>${Array.from({ length: SENTENCES }, sentence).join(' ')}</p>`;
  const title = `${sentence().slice(0, 60)} ${site} ${page}`;
  const day = String((page % 28) + 1).padStart(2, '0');
  const head = `<title>${title}</title><meta property="article:published_time" content="2024-05-${day}T10:00:00Z">`;
  const body = Array.from({ length: PARAGRAPHS }, paragraph).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>\n${body}\n</article></body></html>`;
}

function feed(url: URL, pages: number): string {
  const items = Array.from({ length: pages }, (_, i) => {
    const link = `${url.origin}/page/${i + 1}`;
    const day = String(((i + 1) % 28) + 1).padStart(2, '0');
    return `<item><title>Page ${i + 1}</title><link>${link}</link><guid>${link}</guid><pubDate>${day} May 2024 10:00:00 GMT</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${url.hostname}</title><link>${url.origin}/</link>${items.join('')}</channel></rss>`;
}

function sitemap(url: URL, pages: number): string {
  const urls = Array.from({ length: pages }, (_, i) => {
    return `<url><loc>${url.origin}/page/${i + 1}</loc><lastmod>2024-05-02</lastmod></url>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}
