/** A feed as read: what it says of itself and of its items, in one form for all formats. */

export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  /** Text: references resolved, tags gone. */
  readonly title?: string;
  /** The page that the feed is of, absolute. */
  readonly link?: string;
  /** As stated: `es`, `en-US`. */
  readonly language?: string;
  /** Where the feed says that it stands. */
  readonly selfUrl?: string;
  /** The next, older page of a paged feed. */
  readonly nextUrl?: string;
  /** How long the feed asks to be left alone. */
  readonly ttlMinutes?: number;
  /** A WebSub hub that tells of news. */
  readonly hub?: string;
  readonly items: readonly FeedItem[];
  /** Whether it was read only in part: cut off, or too long. */
  readonly damaged: boolean;
  /** What had to be mended or assumed; sentences for people. */
  readonly doubts: readonly string[];
}

export interface FeedItem {
  /** The item's own id as stated; any text. */
  readonly guid?: string;
  /** The item's page, absolute. */
  readonly url?: string;
  /** Text: references resolved, tags gone. */
  readonly title?: string;
  /** Dates as stated; `momentOf` reads them. */
  readonly published?: string;
  readonly updated?: string;
  /** Names as stated; an address of mail only where nothing else is. */
  readonly authors: readonly string[];
  /** HTML of strangers, not cleaned; its links are absolute. */
  readonly summaryHtml?: string;
  readonly contentHtml?: string;
  /** Where the item was taken from, by its own word. */
  readonly source?: ItemSource;
  /** As stated for the item, or for all of the feed. */
  readonly language?: string;
  readonly categories: readonly string[];
  readonly enclosures: readonly Enclosure[];
}

export interface ItemSource {
  readonly url?: string;
  readonly title?: string;
}

/** A file that goes with an item. */
export interface Enclosure {
  readonly url: string;
  readonly type?: string;
  /** Bytes, as stated. */
  readonly length?: number;
}
