/** Cascades in a line each, and the one article with all that the desk knows of it. */
import type { ArticleId, CascadeId } from './ids.ts';
import type { CheckView } from './judgement-views.ts';
import type { Moment } from './moment.ts';
import type { ReadingView } from './reading-views.ts';
import type { Span } from './span.ts';
import type { ArticleView } from './views.ts';

/** One cascade in a line of a list. */
export interface CascadeRowView {
  readonly id: CascadeId;
  /** Title of the earliest seen member, or of the first undated one, with its language and outlet. */
  readonly title: string;
  readonly language: string;
  readonly outlet: string;
  /** Whether one member is earlier than all others. */
  readonly established: boolean;
  readonly articles: number;
  /** Distinct publishers. */
  readonly reach: number;
  readonly droppedCredits: number;
  /** Middles of the members' dates, ascending, milliseconds since the epoch; of the first members only. */
  readonly times: readonly number[];
}

/** An article's part in a cascade. */
export interface CascadePartView extends CascadeRowView {
  readonly role: 'earliest' | 'echo' | 'undated';
  readonly credit: 'kept' | 'dropped' | 'unknown';
}

/** Another article that shares words with this one. */
export interface SharingView {
  readonly article: Pick<
    ArticleView,
    'id' | 'title' | 'outlet' | 'domain' | 'language' | 'published'
  >;
  readonly words: number;
  /** Where they stand here, and there. */
  readonly passages: readonly { readonly here: Span; readonly there: Span }[];
}

export interface ArticleVersionView {
  readonly id: ArticleId;
  readonly title: string;
  readonly capturedAt: number;
  /** When its publisher says that it was made. */
  readonly modified: Moment | undefined;
}

/** One article with all that the desk made of it; its body is not in here. */
export interface ArticleWholeView {
  readonly article: ArticleView;
  /** The archived bytes were read and have the stored digest; else what is wrong with them. */
  readonly evidence:
    | { readonly checked: true; readonly length: number; readonly mediaType: string }
    | { readonly checked: false; readonly problem: string };
  /** All versions, the first one first. */
  readonly versions: readonly ArticleVersionView[];
  readonly cascades: readonly CascadePartView[];
  readonly readings: readonly ReadingView[];
  /** Fact-checks that match the headline. */
  readonly checks: readonly CheckView[];
  /** Those that share most, most words first; `sharingTotal` counts all. */
  readonly sharing: readonly SharingView[];
  readonly sharingTotal: number;
}
