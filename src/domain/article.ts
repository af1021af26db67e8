/** From bytes to an article: the types of the first stages of the journey. */
import type { ArticleId, CaptureId, Digest } from './ids.ts';
import type { Moment } from './moment.ts';
import type { Doubt, Place } from './outcome.ts';

/** The bytes of one item as they came in, not yet kept: a JSON line, a CSV row, a page. */
export interface RawItem {
  readonly place: Place;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Bytes of the input consumed once this item is done, for progress; compressed if it is. */
  readonly progress: number;
  /** What led to it, where it came from the web. */
  readonly found?: Found;
}

/**
 * What led the desk to a page, and what was said of it there (a feed's entry, a sitemap, a list of
 * addresses). It is kept beside the capture, apart from what the page says of itself.
 */
export interface Found {
  /** Where the bytes came from, after redirects. */
  readonly url: string;
  /** The feed, sitemap or list that named it; absent where a person did. */
  readonly via?: string;
  /** When its address, or it itself, was first seen, milliseconds since the epoch; absent: not known. */
  readonly at?: number;
  readonly title?: string;
  /** As stated. */
  readonly published?: string;
  /** The outlet as the watch list names it. */
  readonly outlet?: string;
  readonly language?: string;
  /** The address under which the desk has an earlier version of it. */
  readonly knownAs?: string;
  /** The work that it is said to be taken from (`<source url>`). */
  readonly source?: string;
}

/** Evidence: bytes kept in the archive under their digest. */
export interface Capture {
  readonly id: CaptureId;
  readonly digest: Digest;
  readonly mediaType: string;
  /** Length of the captured bytes. */
  readonly length: number;
  /** When the desk kept them, milliseconds since the epoch. */
  readonly capturedAt: number;
  /** Where the desk got them: `file:<path>#<line>`. */
  readonly origin: string;
  /** Where in the archive the record stands. */
  readonly record: ArchiveRecord;
}

/** A record's place in the archive: file name, first byte, length in bytes as stored. */
export interface ArchiveRecord {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** What an item says of itself after parsing and extraction, before it has an identity. */
export interface Draft {
  /** The publisher's own address, canonical; absent where none is stated. */
  readonly url?: string;
  /** The id that the input gives, if any. */
  readonly sourceId?: string;
  /** Who published it, as a key: registrable host, full host or platform account (`t.me/channel`). */
  readonly domain: string;
  /** The outlet's name as stated; the domain where none is. */
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  /** Who wrote it, as the page states them: people, houses, agencies. Not checked. */
  readonly authors?: readonly string[];
  /** Addresses of the works that the page says it is taken from. */
  readonly basedOn?: readonly string[];
  /** Language as stated by the input: a lower-case primary tag (`es`), or absent. */
  readonly language?: string;
  /** When the publisher says it was published. Absent: unknown, and it stays unknown. */
  readonly published?: Moment;
  /** When the publisher says it was last changed, where that is stated beside the first date. */
  readonly modified?: Moment;
  /** When a collector first saw it, if the input says so. */
  readonly firstSeen?: Moment;
  readonly doubts: readonly Doubt[];
}

/** One version of an article. The clocks are kept apart and never stand in for each other. */
export interface Article {
  readonly id: ArticleId;
  /** What makes it the same article again: its URL, else domain and input id, else its text. */
  readonly key: string;
  readonly captureId: CaptureId;
  readonly url: string | undefined;
  readonly domain: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  /** ISO 639-1 or 639-3 code; `und` where it cannot be told. */
  readonly language: string;
  readonly published: Moment | undefined;
  readonly firstSeen: Moment | undefined;
  /** When the publisher says that this version was made, if it says so. */
  readonly modified?: Moment;
  /** Who wrote it, as the page states them. */
  readonly authors?: readonly string[];
  /** Addresses of the works that it says it is taken from. */
  readonly basedOn?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly capturedAt: number;
}
