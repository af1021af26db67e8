/** A sitemap as read: the addresses that a site lists, or the sitemaps that an index lists. */

export interface SitemapEntry {
  /** Absolute address of a page. */
  readonly url: string;
  /** As stated; `momentOf` reads it. */
  readonly lastmod?: string;
  /** What the news extension says of an article. */
  readonly news?: NewsEntry;
}

export interface NewsEntry {
  /** Name of the publication. */
  readonly publication?: string;
  /** As stated: `es`, `zh-cn`. */
  readonly language?: string;
  /** As stated; `momentOf` reads it. */
  readonly published?: string;
  readonly title?: string;
}

/** A sitemap that an index lists. */
export interface ListedSitemap {
  readonly url: string;
  readonly lastmod?: string;
}

/** How completely it was read. */
interface Completeness {
  /** Entries beyond the limit, which were counted and not taken. */
  readonly more: number;
  /** Entries without an address of the web. */
  readonly unusable: number;
  /** Whether it was read only in part: cut off, or too long. */
  readonly damaged: boolean;
  /** What had to be mended or assumed; sentences for people. */
  readonly doubts: readonly string[];
}

export type SitemapReading =
  | ({ readonly kind: 'urls'; readonly entries: readonly SitemapEntry[] } & Completeness)
  | ({ readonly kind: 'index'; readonly sitemaps: readonly ListedSitemap[] } & Completeness)
  | { readonly kind: 'not-a-sitemap' /** Half a sentence. */; readonly reason: string };
