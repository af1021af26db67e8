/** What a watch shows: its sources and how they fare, its steps, and the versions of an article. */
import type { ArticleId } from './ids.ts';
import type { ArticleView, PassageView } from './views.ts';
import type { SourceKind } from './watch.ts';

/**
 * `off`: not asked any more. `new`: not asked yet. `dead`: gone, or no answer for days. `failing`: no
 * answer the last time. `moved`: answers from elsewhere. `silent`: answers, and names nothing new.
 */
export const HEALTHS = [
  'dead',
  'failing',
  'moved',
  'silent',
  'slow',
  'well',
  'new',
  'off',
] as const;
export type Health = (typeof HEALTHS)[number];

/** How one source fares. Times are milliseconds since the epoch. */
export interface SourceView {
  readonly id: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly outlet: string | undefined;
  readonly health: Health;
  readonly everyMs: number;
  readonly polls: number;
  readonly failures: number;
  readonly polledAt: number | undefined;
  readonly answeredAt: number | undefined;
  /** When it last named something new. */
  readonly newAt: number | undefined;
  readonly nextAt: number;
  readonly ms: number | undefined;
  /** New entries in all, and those of them that were there before the watch began. */
  readonly entries: number;
  readonly passed: number;
  readonly pages: { readonly kept: number; readonly waiting: number; readonly refused: number };
  /** Why the last poll brought nothing. */
  readonly refusal: { readonly reason: string; readonly detail: string } | undefined;
  readonly movedTo: string | undefined;
}

/** Exchanges with the web that brought nothing, by reason, most first. */
export interface LossView {
  readonly reason: string;
  readonly exchanges: number;
}

/** Two versions of one article. */
export interface VersionStep {
  readonly from: ArticleId;
  readonly to: ArticleId;
  /** When the later one was captured. */
  readonly capturedAt: number;
  /** When the publisher says that it was changed; absent: it does not say, and the edit is silent. */
  readonly stated: number | undefined;
  readonly removedWords: number;
  readonly addedWords: number;
  /** The earlier title, where it was another one. */
  readonly oldTitle: string | undefined;
  /** Around the first change. */
  readonly change: PassageView;
}

/** An article of which the desk has several versions. */
export interface VersionedView {
  readonly key: string;
  /** The newest version. */
  readonly article: ArticleView;
  readonly versions: number;
  readonly steps: readonly VersionStep[];
}
