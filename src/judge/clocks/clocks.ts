/**
 * The four clocks of a statement: when it was made, first published here, published in this article,
 * captured. Each is what is stated of it and never stands in for another. O(passages).
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { StatementClocks } from '../../domain/judgement.ts';
import { type Moment, orderOf } from '../../domain/moment.ts';
import type { Attribution, Reading } from '../../domain/reading.ts';
import { type CarriedPassage, carrying } from './carried.ts';

/** The article that a statement stands in. */
export interface ClockedArticle {
  readonly id: ArticleId;
  readonly published: Moment | undefined;
  /** Milliseconds since the epoch. */
  readonly capturedAt: number;
}

/**
 * The clocks of `statement`, one of `reading.attributions`; `passages`: what other articles share
 * with this one, of which those that cover the statement count.
 */
export function clocksOf(
  article: ClockedArticle,
  reading: Pick<Reading, 'dates'>,
  statement: Attribution,
  passages: readonly CarriedPassage[],
): StatementClocks {
  return {
    uttered: utteredOf(article.id, reading, statement),
    firstPublished: firstOf(article, carrying(statement.content, passages)),
    published: article.published,
    captured: article.capturedAt,
  };
}

/** "Recently" and what could not be resolved give no days. */
function utteredOf(
  article: ArticleId,
  { dates }: Pick<Reading, 'dates'>,
  { uttered }: Attribution,
): StatementClocks['uttered'] {
  const date = uttered === undefined ? undefined : dates[uttered];
  if (date?.days === undefined || date.type === 'DURATION' || date.type === 'SET') return undefined;
  return { days: date.days, evidence: { article, span: date.span } };
}

/** The earliest of the articles known to be earlier; of bounds that touch, the one that begins first. */
function firstOf(
  { id, published }: ClockedArticle,
  passages: readonly CarriedPassage[],
): StatementClocks['firstPublished'] {
  if (published === undefined) return undefined;
  let first = { article: id, moment: published };
  for (const { article, published: moment } of passages) {
    if (moment === undefined || orderOf(moment, published) !== 'before') continue;
    const isFirst =
      moment.earliest < first.moment.earliest ||
      (moment.earliest === first.moment.earliest && article < first.article);
    if (isFirst) first = { article, moment };
  }
  return first;
}
