/** What the first page of a console shows, and the line at the foot of every page. */
import type { AlertsView } from './alert-views.ts';
import type { CascadeId } from './ids.ts';
import type { ArticleView } from './views.ts';

/** What the desk's answers rest on. */
export type Coverage =
  | {
      /** A watch: sources asked at present, those that answer and name new things, and the others. */
      readonly kind: 'watch';
      readonly sources: number;
      readonly speaking: number;
      readonly silent: number;
      /** Dead, failing or moved. */
      readonly blocked: number;
      /** Not asked yet. */
      readonly waiting: number;
    }
  | {
      /** No watch: items met in files, and those of them that could not be read. */
      readonly kind: 'files';
      readonly items: number;
      readonly articles: number;
      readonly unread: number;
    };

/** One cascade in a line. */
export interface CascadeLine {
  readonly id: CascadeId;
  readonly title: string;
  readonly language: string;
  readonly articles: number;
  /** Distinct publishers. */
  readonly reach: number;
  /** The newest dated member, milliseconds since the epoch. */
  readonly latest: number | undefined;
}

export interface TodayView {
  readonly now: number;
  readonly coverage: Coverage;
  readonly articles: number;
  readonly outlets: number;
  readonly cascadesTotal: number;
  /** New and acknowledged alerts that still stand, gravest first; and what quiet indicators measure. */
  readonly alerts: AlertsView;
  /** Those kept last, the last first. */
  readonly newest: readonly ArticleView[];
  readonly cascades: readonly CascadeLine[];
}
