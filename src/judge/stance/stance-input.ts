/** What is asked of the judge of stances: one article, and where the claim stands in it. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Attribution } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';

export interface StanceInput {
  readonly article: ArticleId;
  readonly title: string;
  readonly text: string;
  /** Lower-case primary tag. */
  readonly language: string;
  /** Where the claim stands in the text, or a part of it: shared passages, matching sentences. */
  readonly spans: readonly Span[];
  /** The statements of its reading; absent: not read. */
  readonly attributions: readonly Attribution[] | undefined;
  /** Whether the outlet publishes fact-checks: then it amplifies nothing that it does not call true. */
  readonly factChecker?: boolean;
}
