/** What a receipt's bundle holds: its files, and what stands in them. */
import type { AlertEvent } from '../../domain/alerts.ts';
import type { Capture } from '../../domain/article.ts';
import type { ArticleId, CaptureId, CheckId, Digest, EntryId } from '../../domain/ids.ts';
import type { Span } from '../../domain/span.ts';
import type { Receipt } from '../../warn/receipt.ts';

export const RECEIPT_FILE = 'receipt.json';
export const CAPTURES_FILE = 'captures.wacz';
export const MANIFEST_FILE = 'manifest.json';
export const README_FILE = 'README.txt';
/** The one WARC file in `captures.wacz`. */
export const EVIDENCE_FILE = 'evidence.warc.gz';

/** Words of an article that the evidence points at. */
export interface ReceiptPassage {
  readonly article: ArticleId;
  /** Offsets into the article's text, UTF-16 units. */
  readonly span: Span;
  /** The first words, white space as single spaces; never more than `EXCERPT_WORDS`. */
  readonly quote: string;
  readonly hiddenWords: number;
  /** Of the whole passage as it stands in the text, as UTF-8. */
  readonly sha256: Digest;
}

export interface ReceiptArticle {
  readonly id: ArticleId;
  readonly capture: CaptureId;
  readonly outlet: string;
  readonly title: string;
  readonly url?: string;
}

/** One stored record, copied: its line in the desk's chain, and where it begins in `evidence.warc.gz`. */
export interface ReceiptRecord {
  readonly n: number;
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  /** Of the stored bytes. */
  readonly sha256: Digest;
  readonly copiedTo: number;
}

export interface BundledReceipt extends Receipt {
  /** The program's version that wrote the bundle. */
  readonly writtenBy: string;
  /** What differs from the alert as it stands, a sentence each. */
  readonly remarks: readonly string[];
  readonly articles: readonly ReceiptArticle[];
  readonly passages: readonly ReceiptPassage[];
  readonly checks: readonly { readonly id: CheckId; readonly capture: CaptureId }[];
  readonly entries: readonly {
    readonly id: EntryId;
    /** Absent where an article states it: then its passage is among `passages`. */
    readonly capture?: CaptureId;
    readonly words: string;
  }[];
  readonly captures: readonly Omit<Capture, 'record'>[];
  readonly records: readonly ReceiptRecord[];
  /** The audit log, oldest first. */
  readonly log: readonly AlertEvent[];
  readonly chainHead: ChainHeadStated;
}

/** The last line of the desk's chain when the bundle was written. */
export interface ChainHeadStated {
  readonly n: number;
  readonly sha256: Digest;
}

export interface Manifest {
  readonly format: 'atalaya-receipt';
  readonly version: number;
  readonly alert: string;
  readonly chainHead: ChainHeadStated;
  readonly parts: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: Digest;
  }[];
}

/** JSON as it stands in a bundle: the same value gives the same bytes. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
