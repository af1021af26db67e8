/** What a page says of itself outside its text: JSON-LD, meta elements, `<time>`, links, its URL. */

/** What is read of a DOM element and document; linkedom's have it. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Statements as they stand in the page; none is checked yet. */
export interface PageFacts {
  readonly title?: string;
  readonly url?: string;
  readonly site?: string;
  readonly language?: string;
  /** Dates in order of trust: JSON-LD, meta, `<time>`, the address. */
  readonly dates: readonly string[];
}

const DATE_METAS = [
  'meta[property="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="pubdate"]',
  'meta[name="publishdate"]',
  'meta[name="publish-date"]',
  'meta[name="publication_date"]',
  'meta[name="sailthru.date"]',
  'meta[name="dc.date.issued" i]',
  'meta[name="dc.date" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="citation_publication_date"]',
  'meta[name="cXenseParse:recs:publishtime"]',
  'meta[name="date"]',
];
const SITE_METAS = ['meta[property="og:site_name"]', 'meta[name="application-name"]'];
const TITLE_METAS = ['meta[property="og:title"]', 'meta[name="twitter:title"]'];
/** Nested objects that are searched for an article; a page can nest without end. */
const MAX_NODES = 2000;

/** Reads the facts of a parsed page; a part that cannot be read is absent. */
export function pageFacts(document: PageDocument): PageFacts {
  const article = jsonLdArticle(document);
  const url =
    attribute(document, 'link[rel="canonical"]', 'href') ??
    attribute(document, 'meta[property="og:url"]', 'content');
  const title =
    first(document, TITLE_METAS) ?? article.title ?? textOf(document.querySelector('title'));
  const site = first(document, SITE_METAS) ?? article.site;
  const language =
    attribute(document, 'html', 'lang') ??
    attribute(document, 'meta[property="og:locale"]', 'content') ??
    attribute(document, 'meta[http-equiv="content-language" i]', 'content');
  const dates = [article.published, ...allDates(document), dateInAddress(url)];
  return defined({ title, url, site, language }, dates);
}

function defined(
  facts: Record<'title' | 'url' | 'site' | 'language', string | undefined>,
  dates: readonly (string | undefined)[],
): PageFacts {
  const present = Object.entries(facts).filter(([, value]) => value !== undefined);
  const stated = dates.filter((date) => date !== undefined);
  return { ...Object.fromEntries(present), dates: stated };
}

function* allDates(document: PageDocument): Generator<string | undefined> {
  for (const selector of DATE_METAS) yield attribute(document, selector, 'content');
  yield attribute(document, 'time[pubdate][datetime]', 'datetime');
  yield attribute(document, '[itemprop="datePublished"][datetime]', 'datetime');
  yield textOf(document.querySelector('[itemprop="datePublished"]'));
  yield attribute(document, 'article time[datetime]', 'datetime');
  yield attribute(document, 'time[datetime]', 'datetime');
}

/** `/2024/09/23/` or `/2024-09-23-` in the path, as an ISO day. */
export function dateInAddress(url: string | undefined): string | undefined {
  const match = /[/_-]((?:19|20)\d{2})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/.exec(url ?? '');
  if (match === null) return undefined;
  return `${match[1]}-${match[3]!.padStart(2, '0')}-${match[4]!.padStart(2, '0')}`;
}

function attribute(document: PageDocument, selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;
}

function first(document: PageDocument, selectors: readonly string[]): string | undefined {
  for (const selector of selectors) {
    const value = attribute(document, selector, 'content');
    if (value !== undefined) return value;
  }
  return undefined;
}

function textOf(element: PageElement | null): string | undefined {
  return element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;
}

interface LinkedArticle {
  readonly title?: string | undefined;
  readonly site?: string | undefined;
  readonly published?: string | undefined;
}

/** The first article that a page describes in JSON-LD (schema.org). */
function jsonLdArticle(document: PageDocument): LinkedArticle {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parsed(script.textContent ?? ''));
    if (found !== undefined) return found;
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function articleIn(root: unknown): LinkedArticle | undefined {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const node = queue[i];
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node) && 'datePublished' in node && isArticle(node)) {
      const record = node as Record<string, unknown>;
      const publisher = record['publisher'] as Record<string, unknown> | undefined;
      return {
        title: stringOf(record['headline']) ?? stringOf(record['name']),
        site: stringOf(publisher?.['name']),
        published: stringOf(record['datePublished']),
      };
    }
    queue.push(...Object.values(node).slice(0, 200));
  }
  return undefined;
}

/** Comments and reviewed items carry dates of their own. */
function isArticle(node: object): boolean {
  const type = '@type' in node ? String(node['@type']) : '';
  return /article|posting|report|webpage|creativework|video/i.test(type);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
