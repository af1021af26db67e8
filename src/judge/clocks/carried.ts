/**
 * Which passages that other articles share with this one carry a statement of it: those that cover
 * enough of its words. O(passages × spans of the statement).
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Span } from '../../domain/span.ts';

/** A passage of this article that stands in another one of the desk too. */
export interface CarriedPassage {
  readonly article: ArticleId;
  /** When that article was published; absent: unknown, and then it is never the earlier one. */
  readonly published: Moment | undefined;
  /** Where it stands in that article's text. */
  readonly there: Span;
  /** Where it stands in this article's text. */
  readonly here: Span;
}

/** Share of a statement that must stand in the other article too: less is a phrase in common. */
const COVERED = 0.6;

/** The passages that carry the statement whose words stand at `content`, in the order given. */
export function carrying(
  content: readonly Span[],
  passages: readonly CarriedPassage[],
): readonly CarriedPassage[] {
  const length = content.reduce((sum, { begin, end }) => sum + end - begin, 0);
  if (length === 0) return [];
  const covered = new Map<ArticleId, number>();
  const shares = passages.map(({ article, here }) => {
    const share = content.reduce((sum, span) => sum + common(span, here), 0);
    covered.set(article, (covered.get(article) ?? 0) + share);
    return share;
  });
  return passages.filter(
    ({ article }, i) => shares[i]! > 0 && covered.get(article)! >= COVERED * length,
  );
}

function common(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.begin, b.begin));
}
