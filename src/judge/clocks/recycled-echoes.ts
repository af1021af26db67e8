/**
 * Members of a cascade that bring its passage again long after it was first seen: a report of March
 * as the news of August. O(members + their passages).
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { Evidence, Recycled } from '../../domain/judgement.ts';
import { lagOf, type Moment } from '../../domain/moment.ts';
import type { Cascade, Echo } from '../../domain/trace.ts';
import { OLD_WORDS } from './recycled.ts';

const DAY = 86_400_000;

/** An echo of old words. */
export interface RecycledEcho {
  readonly article: ArticleId;
  readonly recycled: Recycled;
}

/**
 * The echoes that are known to be at least `OLD_WORDS` days younger than every member that may be
 * the earliest, in the cascade's order. Undated members are never among them.
 */
export function recycledEchoes(
  cascade: Cascade,
  publishedOf: (article: ArticleId) => Moment | undefined,
): readonly RecycledEcho[] {
  const firsts = cascade.earliest
    .map(publishedOf)
    .filter((moment): moment is Moment => moment !== undefined);
  if (firsts.length === 0) return [];
  const earliest = new Set(cascade.earliest);
  return cascade.echoes.flatMap((echo) => {
    const published = earliest.has(echo.article) ? undefined : publishedOf(echo.article);
    if (published === undefined) return [];
    const lags = firsts.map((first) => lagOf(first, published));
    const min = Math.floor(Math.min(...lags.map((lag) => lag.min)) / DAY);
    const max = Math.ceil(Math.max(...lags.map((lag) => lag.max)) / DAY);
    if (min < OLD_WORDS) return [];
    const recycled: Recycled = {
      reason: 'earlier-article',
      days: { min, max },
      evidence: evidenceOf(echo),
    };
    return [{ article: echo.article, recycled }];
  });
}

/** Both sides of what it shares with the member that it is compared with. */
function evidenceOf({ article, passages, comparedWith }: Echo): Evidence[] {
  return passages.flatMap(({ a, b }): Evidence[] => [
    { article, span: b },
    ...(comparedWith === undefined ? [] : [{ article: comparedWith, span: a }]),
  ]);
}
