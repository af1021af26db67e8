/**
 * What a watch keeps between its rounds: sources and how they fare, entries that were seen, pages that
 * wait or are done, and every exchange with the web. A restart goes on from these rows alone.
 */
import type { ArticleId, CaptureId } from '../domain/ids.ts';
import type { SourceKind } from '../domain/watch.ts';
import type { Batch } from './batch.ts';

/** A source of the watch list and how it fares. Times are milliseconds since the epoch. */
export interface SourceRow {
  readonly id: string;
  readonly kind: SourceKind;
  readonly url: string;
  /** The outlet as the watch list names it. */
  readonly outlet?: string;
  readonly language?: string;
  /** Milliseconds between two polls. */
  readonly every: number;
  /** False for one that the watch list no longer names, or has switched off. */
  readonly active: boolean;
  /** When it is due. */
  readonly nextAt: number;
  readonly etag?: string;
  readonly lastModified?: string;
  /** SHA-256 of the last body: the same bytes need not be read again. */
  readonly digest?: string;
  readonly polls: number;
  /** Polls in a row that brought no answer. */
  readonly failures: number;
  readonly polledAt?: number;
  readonly answeredAt?: number;
  /** When it last named something new. */
  readonly newAt?: number;
  /** Milliseconds of the last exchange. */
  readonly ms?: number;
  /** New entries in all. */
  readonly entries: number;
  /** Of these, old ones that stood there when the watch began and are not fetched. */
  readonly passed?: number;
  /** Why the last poll brought nothing; absent after one that did. */
  readonly refusal?: RefusedFetch;
  /** Where it says that it has moved for good. */
  readonly movedTo?: string;
}

/** Why nothing came: a reason of the fetching (closed there), and a sentence for a person. */
export interface RefusedFetch {
  readonly reason: string;
  readonly detail: string;
  readonly status?: number;
}

/** Something that a source named: known again by its id and by what is said of it, never by a date. */
export interface EntryRow {
  readonly source: string;
  /** Hash of its title and of the id that the source gives it (else of its address). */
  readonly name: string;
  /** Hash of all that the source says of it, without that id: some give a new one at each visit. */
  readonly content: string;
  /** Canonical address that it led to. */
  readonly url: string;
  readonly at: number;
}

export type PageState = 'waiting' | 'kept' | 'refused';

/** A page that a source named: waiting to be fetched (again), or done with. */
export interface PageRow {
  /** Canonical address. */
  readonly url: string;
  /** Its host: due pages are handed out fairly across hosts. */
  readonly host: string;
  readonly source: string;
  readonly state: PageState;
  /** When it is due; absent where nothing more is planned. */
  readonly nextAt?: number;
  readonly foundAt: number;
  /** What the source said of it, as stated. */
  readonly title?: string;
  readonly published?: string;
  readonly language?: string;
  readonly origin?: string;
  /** Fetches in a row that brought nothing. */
  readonly failures: number;
  /** Fetches that brought the page. */
  readonly fetches: number;
  readonly fetchedAt?: number;
  readonly etag?: string;
  readonly lastModified?: string;
  /** The newest capture, and the version of the article that was read from it. */
  readonly capture?: CaptureId;
  readonly article?: ArticleId;
  /** `Article.key` of its first version: later ones keep it, whatever address they name. */
  readonly key?: string;
  readonly refusal?: RefusedFetch;
}

/** How one exchange with the web ended. */
export type FetchOutcome = 'new' | 'same' | 'not-modified' | 'refused';

/** One exchange with the web: nothing that was tried is forgotten. */
export interface FetchRow {
  readonly at: number;
  readonly source: string;
  readonly url: string;
  readonly purpose: 'feed' | 'sitemap' | 'page';
  readonly outcome: FetchOutcome;
  readonly reason?: string;
  readonly status?: number;
  readonly ms: number;
  /** Bytes of the body as sent. */
  readonly bytes: number;
  readonly capture?: CaptureId;
}

/** One step of a watch, saved whole or not at all; rows replace those of the same key. */
export interface WatchStep extends Batch {
  readonly sources: readonly SourceRow[];
  readonly entries: readonly EntryRow[];
  readonly pages: readonly PageRow[];
  readonly fetches: readonly FetchRow[];
}

/** Exchanges of one source by how they ended. */
export interface FetchTally {
  readonly source: string;
  readonly outcome: FetchOutcome;
  readonly reason: string | undefined;
  readonly count: number;
}

/** Articles of which the desk has more than one version, the newest change first. */
export interface VersionedRow {
  /** `Article.key`. */
  readonly key: string;
  readonly versions: number;
  /** When the newest version was captured. */
  readonly latest: number;
}

export interface EarlierEntry {
  /** Whether the same was said before. */
  readonly said: boolean;
  /** Where the same name led before, if it was given. */
  readonly url: string | undefined;
}

export interface DuePages {
  readonly now: number;
  readonly limit: number;
  /** At most so many of one host. */
  readonly perHost: number;
  /** Only those of this source. */
  readonly source?: string;
}

export interface WatchStore {
  sources(): Promise<readonly SourceRow[]>;
  /** Active sources that are due, the longest due first. */
  dueSources(now: number, limit: number): Promise<readonly SourceRow[]>;
  /** Pages of active sources that are due: of each host the longest due first, hosts side by side. */
  duePages(query: DuePages): Promise<readonly PageRow[]>;
  /** When the next source or page of an active source (or of the one named) is due; absent: none. */
  nextDue(source?: string): Promise<number | undefined>;
  /** What the sources of these entries named before: whether just so, and what under that name. */
  earlierEntries(entries: readonly EntryRow[]): Promise<readonly EarlierEntry[]>;
  pagesByUrls(urls: readonly string[]): Promise<ReadonlyMap<string, PageRow>>;
  saveWatch(step: WatchStep): Promise<void>;
  fetchTally(): Promise<readonly FetchTally[]>;
  /** How many pages of each source are in which state. */
  pageTally(): Promise<
    readonly { readonly source: string; readonly state: PageState; readonly count: number }[]
  >;
  /** Pages that could not be had or read the last time, given up or not, the last tried first. */
  refusedPages(limit: number): Promise<readonly PageRow[]>;
  versioned(limit: number, offset: number): Promise<readonly VersionedRow[]>;
  /** The ids of all versions of an article by its key, in the order of keeping. */
  versionsOf(key: string): Promise<readonly ArticleId[]>;
}
