/**
 * The store's port: rows in and out, no judgement. Every method is a promise, so that SQLite and a
 * server can stand behind it alike; every writing method is one transaction.
 */
import type { Article, Capture } from '../domain/article.ts';
import type { ArticleId, CaptureId, CascadeId, ItemId } from '../domain/ids.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { Reading } from '../domain/reading.ts';
import type { Alignment, Cascade, Passage } from '../domain/trace.ts';
import type { BoilerplateView, Tally } from '../domain/views.ts';
import type { AlertStore } from './alerts.ts';
import type { ArchiveEnd, Batch, ItemFate } from './batch.ts';
import type { JudgeStore } from './judging.ts';
import type { LedgerStore } from './ledger.ts';
import type { NoticeStore } from './notices.ts';
import type { PeopleStore } from './people.ts';
import type { RelationStore } from './relations.ts';
import type { ReprintStore } from './reprints.ts';
import type { SearchStore } from './search.ts';
import type { WarningStore } from './warning.ts';
import type { WatchStore } from './watching.ts';

/** Orders of a list of cascades: most publishers, newest member, most credits left out on the way. */
export const CASCADE_SORTS = ['widest', 'newest', 'dropped'] as const;
export type CascadeSort = (typeof CASCADE_SORTS)[number];

/** Filters and order of a list of cascades; the widest first where no order is asked for. */
export interface CascadeQuery {
  readonly sort?: CascadeSort;
  readonly limit: number;
  readonly offset: number;
  /** Least distinct publishers. */
  readonly minReach: number;
}

/** A stored refusal, as it is listed. */
export interface RefusalRow extends Refusal {
  readonly capture: CaptureId | undefined;
}

export interface Store
  extends WatchStore,
    RelationStore,
    ReprintStore,
    JudgeStore,
    LedgerStore,
    AlertStore,
    WarningStore,
    NoticeStore,
    PeopleStore,
    SearchStore {
  /** Which of these items are already kept, and what became of them. */
  knownItems(ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, ItemFate['kind']>>;
  /** Which of these articles are already kept, each with the capture that it was read from. */
  knownArticles(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, CaptureId>>;
  /** Captures and articles must be new; an item that is known gets its new fate. */
  saveBatch(batch: Batch): Promise<void>;
  archiveEnd(): Promise<ArchiveEnd | undefined>;

  /** All articles in the order in which they were kept. */
  articles(): AsyncIterable<Article>;
  /** How many articles are kept. */
  countArticles(): Promise<number>;
  /**
   * Articles by their rows, their places in the order of `articles()` from 0, in the order asked for.
   * Throws if there is no such row.
   */
  articlesAt(rows: readonly number[]): Promise<readonly Article[]>;
  /** The same, of each article only what tracing reads. */
  textsAt(rows: readonly number[]): Promise<readonly ArticleText[]>;
  /** For each row of a later version of an article the row of its first one. */
  firstVersions(): Promise<ReadonlyMap<number, number>>;
  articlesByIds(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Article>>;
  capturesByIds(ids: readonly CaptureId[]): Promise<ReadonlyMap<CaptureId, Capture>>;
  /** Ids that begin with `prefix`, at most `limit`. */
  idsLike(prefix: string, limit: number): Promise<readonly (ArticleId | CascadeId)[]>;
  /** What is wrong with the database as a file; nothing where it is sound. */
  faults(): Promise<readonly string[]>;
  counts(): Promise<DeskCounts>;
  tally(): Promise<Tally>;
  refusals(limit: number): Promise<readonly RefusalRow[]>;

  /** How many articles the stored trace covers; fewer than there are means that it is stale. */
  tracedArticles(): Promise<number>;
  /** The stored keys of articles from row `base` on, by row; of rows that have none nothing. */
  retellKeys(base: number): Promise<readonly RetellKeys[]>;
  /** Stores keys; those of a row that has some are replaced. */
  saveRetellKeys(rows: readonly RetellKeys[]): Promise<void>;
  /** Replaces the whole trace. */
  saveTrace(trace: StoredTrace): Promise<void>;
  /** Adds to the trace what new articles bring. */
  extendTrace(step: TraceStep): Promise<void>;
  /** All stored alignments, by rows. */
  alignments(): AsyncIterable<RowAlignment>;
  /** The stored alignments of one article, on whichever side it stands. */
  alignmentsOf(id: ArticleId): Promise<readonly Alignment[]>;
  /** The stored cascades' cluster keys. */
  clusterKeys(): Promise<ReadonlySet<string>>;
  /** The stored state of the trace index; absent before the first trace. */
  traceState(): Promise<Uint8Array | undefined>;
  /** The stored segments of the trace index in the order of their rows. */
  segments(): AsyncIterable<SegmentRow>;
  cascades(query: CascadeQuery): Promise<readonly Cascade[]>;
  countCascades(minReach: number): Promise<number>;
  cascadeById(id: CascadeId): Promise<Cascade | undefined>;
  cascadesOfArticle(id: ArticleId): Promise<readonly Cascade[]>;
  boilerplate(): Promise<readonly BoilerplateView[]>;

  /**
   * Articles in one of the languages that `reader` (`name@version`) has not read, in the order of
   * keeping, from row `from` on, with their rows; at most `limit`.
   */
  unread(query: UnreadQuery): Promise<readonly { row: number; article: Article }[]>;
  /** Stores readings; each replaces what the same reader, in whatever version, made of that article. */
  saveReadings(readings: readonly Reading[]): Promise<void>;
  /** All readings of these articles, by article, in the order of their readers' names. */
  readingsOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly Reading[]>>;
  /** Articles of which some reading states counts of presence. */
  articlesWithCounts(): Promise<readonly ArticleId[]>;
  /** How many articles a reader has read in this version, and what they yielded. */
  readingCounts(reader: string): Promise<ReadingCounts>;
  /** How many articles there are in each language, most first. */
  languages(): Promise<readonly { readonly language: string; readonly articles: number }[]>;
  /** Speakers whose name holds `part` (empty: all), those with most statements first. */
  speakers(part: string, limit: number): Promise<readonly SpeakerRow[]>;
  /** The statements of one speaker, the newest article first; at most `limit` from `offset` on. */
  statementsOf(entity: string, limit: number, offset: number): Promise<readonly StatementRow[]>;
  /**
   * Articles that quote one speaker and may be published within `[from, to]` (milliseconds since the
   * epoch, both inclusive), in the order of keeping; at most `limit`, and which where there are more is not said.
   */
  articlesQuoting(query: QuotingQuery): Promise<readonly ArticleId[]>;

  close(): Promise<void>;
}

export interface QuotingQuery {
  readonly entity: string;
  readonly from: number;
  readonly to: number;
  /** Only these, where given. */
  readonly among?: readonly ArticleId[];
  readonly limit: number;
}

/** Which articles a reader still has to read. */
export interface UnreadQuery {
  /** `name@version`. */
  readonly reader: string;
  readonly languages: readonly string[];
  /** Rows from this one on, and before `to`, where that is given. */
  readonly from: number;
  readonly to?: number | undefined;
  readonly limit: number;
}

export interface ReadingCounts {
  readonly articles: number;
  readonly statements: number;
}

/** One who is quoted on this desk, under the name that most articles use. */
export interface SpeakerRow {
  readonly entity: string;
  readonly name: string;
  readonly statements: number;
  readonly articles: number;
}

/** Where a statement stands: the place in its reading's `attributions`. */
export interface StatementRow {
  readonly article: ArticleId;
  /** `name@version`. */
  readonly reader: string;
  readonly place: number;
}

/** Language-free keys of one article, by which retellings are looked for. */
export interface RetellKeys {
  /** Its place in the order of `articles()`, from 0. */
  readonly row: number;
  readonly language: string;
  readonly domain: string;
  readonly keys: Uint32Array;
}

export interface DeskCounts {
  readonly articles: number;
  readonly outlets: number;
  readonly undated: number;
  /** Of the dated articles, milliseconds since the epoch. */
  readonly period: { readonly from: number; readonly to: number } | undefined;
}

/** What tracing reads of an article. */
export interface ArticleText {
  readonly domain: string;
  readonly text: string;
}

/** An alignment by rows, `a < b`; passages in the order of `b`. */
export interface RowAlignment {
  readonly a: number;
  readonly b: number;
  readonly passages: readonly Passage[];
}

/** A cascade and the key of the cluster that it was made of: the same key, the same cascade. */
export interface ClusterCascade {
  readonly cluster: string;
  readonly cascade: Cascade;
}

/** A piece of the trace index; the bytes are the tracing's own format. */
export interface SegmentRow {
  /** Row of its first article. */
  readonly base: number;
  readonly rows: number;
  readonly data: Uint8Array;
}

/** A whole trace: of how many articles, in the order in which they were kept. */
export interface StoredTrace {
  readonly articles: number;
  readonly alignments: readonly Alignment[];
  readonly cascades: readonly ClusterCascade[];
  readonly boilerplate: readonly BoilerplateView[];
  /** What the next trace goes on from: see `traceState` and `segments`. */
  readonly state: Uint8Array;
  readonly segments: readonly SegmentRow[];
}

/**
 * What new articles bring to a trace. Alignments are added. Segments replace those that begin with
 * the first of them or later. Cascades stay if their cluster's key is among `keptClusters`, and the
 * given ones are added. All else is replaced.
 */
export interface TraceStep extends StoredTrace {
  readonly keptClusters: ReadonlySet<string>;
}
