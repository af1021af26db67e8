/**
 * Old words in a new article: the statement is dated long before it, an earlier article has the same
 * words, or the role in which it is said to be spoken had ended. Ages are bounds in days; what only
 * may be old is not. That a text calls itself an archive piece or an anniversary does not make it
 * new: its own words for that are added to the evidence. O(passages + cues).
 */
import type { ArticleId } from '../../domain/ids.ts';
import type {
  Evidence,
  Recycled,
  RecycledReason,
  RoleJudgement,
  StatementClocks,
} from '../../domain/judgement.ts';
import { lagOf } from '../../domain/moment.ts';
import type { Attribution, StalenessCue } from '../../domain/reading.ts';
import { daysBetween, daysOf } from '../offices/day-bounds.ts';
import { type CarriedPassage, carrying } from './carried.ts';

/**
 * Least age in days of a statement that its own article dates: half a year. Trials, reports and
 * yearly speeches are quoted in current news for some months; who reads "said" of words older than
 * that takes them for newer than they are.
 */
const OLD_STATEMENT = 180;
/**
 * Least time in days since an earlier article with the same words, or since the speaker left the
 * role. Wires are reprinted for days and weeklies for weeks; after a month a text is not on its way.
 */
export const OLD_WORDS = 30;

const DAY = 86_400_000;

/** What is known of one statement of one article. */
export interface ClockedStatement {
  readonly article: ArticleId;
  readonly statement: Attribution;
  readonly clocks: StatementClocks;
  /** What other articles share with this one. */
  readonly passages: readonly CarriedPassage[];
  readonly role: RoleJudgement | undefined;
  /** `Reading.staleness` of the article. */
  readonly cues: readonly StalenessCue[];
}

/** Why and by how much the statement is older than its article; empty where nothing shows that. */
export function recycledOf(known: ClockedStatement): readonly Recycled[] {
  const { article, cues } = known;
  const own = cues
    .filter(({ kind }) => kind === 'archive' || kind === 'recirculated')
    .map(({ span }): Evidence => ({ article, span }));
  return [statedDate(known), earlierArticle(known), roleEnded(known)]
    .filter((found) => found !== undefined)
    .map((found) => ({ ...found, evidence: [...found.evidence, ...own] }));
}

function statedDate({ article, statement, clocks }: ClockedStatement): Recycled | undefined {
  const { uttered, published } = clocks;
  if (uttered === undefined || published === undefined) return undefined;
  const window = daysOf(published);
  const min = daysBetween(uttered.days.last, window.first);
  if (!(min >= OLD_STATEMENT)) return undefined;
  const evidence = [uttered.evidence, ...contentOf(article, statement)];
  return recycled('stated-date', min, daysBetween(uttered.days.first, window.last), evidence);
}

/** The oldest of the earlier articles with these words, by the least age that is sure. */
function earlierArticle(known: ClockedStatement): Recycled | undefined {
  const { article, statement, clocks, passages } = known;
  const { published } = clocks;
  if (published === undefined) return undefined;
  let oldest: Recycled | undefined;
  for (const { article: other, published: moment, here, there } of carrying(
    statement.content,
    passages,
  )) {
    if (moment === undefined || other === article) continue;
    const lag = lagOf(moment, published);
    const min = Math.floor(lag.min / DAY);
    if (min < OLD_WORDS || (oldest !== undefined && min <= oldest.days.min)) continue;
    const evidence = [
      { article, span: here },
      { article: other, span: there },
    ];
    oldest = recycled('earlier-article', min, Math.ceil(lag.max / DAY), evidence);
  }
  return oldest;
}

/** Said in a role that was over: the age counts from its last day, unless it was said outside it. */
function roleEnded({ role, clocks }: ClockedStatement): Recycled | undefined {
  const { published } = clocks;
  if (role?.standing !== 'held-then-not-now' || role.heldWhenUttered === 'no') return undefined;
  if (published === undefined) return undefined;
  const window = daysOf(published);
  const ended = role.tenures.filter(({ to }) => to !== undefined && to.last < window.first);
  const ages = ended.map(({ to }) => daysBetween(to!.last, window.first));
  if (ages.length === 0 || ages.length < role.tenures.length) return undefined;
  const min = Math.min(...ages);
  if (!(min >= OLD_WORDS)) return undefined;
  const begun = ended.map(({ from }) => from && daysBetween(from.first, window.last));
  const bounded = begun.filter((age) => age !== undefined);
  const max = bounded.length === begun.length ? Math.max(...bounded) : null;
  return recycled('role-ended', min, max, [role.evidence]);
}

function contentOf(article: ArticleId, { content }: Attribution): Evidence[] {
  return content.map((span) => ({ article, span }));
}

function recycled(
  reason: RecycledReason,
  min: number,
  max: number | null,
  evidence: readonly Evidence[],
): Recycled {
  return { reason, days: { min, max }, evidence };
}
