/** An article judged statement by statement: clocks, roles, checks, and who else carries it. */
import type { Article } from '../../domain/article.ts';
import type { Recycled, RoleJudgement, StatementClocks } from '../../domain/judgement.ts';
import type { Attribution, Reading } from '../../domain/reading.ts';
import type { Alignment } from '../../domain/trace.ts';
import type { CarriedPassage } from '../../judge/clocks/carried.ts';
import { clocksOf } from '../../judge/clocks/clocks.ts';
import { recycledOf } from '../../judge/clocks/recycled.ts';
import { type JudgedRole, judgeRoles } from '../../judge/offices/article-roles.ts';
import type { Store } from '../../store/store.ts';
import { tokenCount } from '../../text/tokens.ts';
import { type Judge, type MatchedFactCheck, matchChecks } from './judge.ts';
import {
  type Carried,
  findCarriers,
  type JudgedClaim,
  judgeCarried,
  ladderOfCarried,
} from './judge-claim.ts';
import { readingOf } from './own-reading.ts';

export interface JudgedStatement {
  /** Its place in `reading.attributions`. */
  readonly place: number;
  readonly clocks: StatementClocks;
  readonly recycled: readonly Recycled[];
  readonly role: RoleJudgement | undefined;
  /** Whether the article itself calls it false. */
  readonly ratedFalse: boolean;
  readonly judged: JudgedClaim;
}

export interface JudgedArticle {
  readonly article: Article;
  /** Fact-checks that match the headline. */
  readonly headline: readonly MatchedFactCheck[];
  /** Absent where it was not read: then there are no statements. */
  readonly reading: Reading | undefined;
  readonly statements: readonly JudgedStatement[];
  /** Roles of persons who are named, not quoted. */
  readonly roles: readonly JudgedRole[];
}

/** Statements of fewer words say too little to be looked up. */
const LEAST_WORDS = 6;

/** Judges every statement of an article. `onProgress`: statements done, of so many. */
export async function judgeArticle(
  judge: Judge,
  article: Article,
  onProgress?: (done: number, total: number) => void,
): Promise<JudgedArticle> {
  const { store } = judge.desk;
  const { title, language } = article;
  const headline = title === '' ? [] : await matchChecks(judge, [{ text: title, language }]);
  const reading = readingOf(await store.readingsOf([article.id]), article.id);
  if (reading === undefined) return { article, headline, reading, statements: [], roles: [] };
  const passages = await sharedPassages(store, article);
  const roles = judgeRoles(judge.offices, article, reading);
  const statements: JudgedStatement[] = [];
  for (const [place, statement] of reading.attributions.entries()) {
    const role = roles.find(({ attribution }) => attribution === place)?.judgement;
    const clocks = clocksOf(article, reading, statement, passages);
    const known = { article: article.id, statement, clocks, passages, role };
    const recycled = recycledOf({ ...known, cues: reading.staleness });
    const judged = await judgeStatement(judge, article, statement, recycled);
    const own = judged.carriers.find((carrier) => carrier.article.id === article.id);
    const ratedFalse =
      statement.cue?.polarity === 'falsely-claims' || own?.stance.stance === 'debunks';
    statements.push({ place, clocks, recycled, role, ratedFalse, judged });
    onProgress?.(place + 1, reading.attributions.length);
  }
  return {
    article,
    headline,
    reading,
    statements,
    roles: roles.filter(({ attribution }) => attribution === undefined),
  };
}

/** A statement as a claim: this article carries it where it stands, others where they say the same. */
async function judgeStatement(
  judge: Judge,
  article: Article,
  { content }: Attribution,
  recycled: readonly Recycled[],
): Promise<JudgedClaim> {
  const text = content.map(({ begin, end }) => article.text.slice(begin, end)).join(' ');
  const wording = { text, language: article.language };
  const own: Carried = { article, spans: content, confidence: undefined, sure: true };
  const isClaim = tokenCount(text) >= LEAST_WORDS;
  const others = isClaim ? await findCarriers(judge, wording) : [];
  const carried = [own, ...others.filter((one) => one.article.key !== article.key)];
  const ladder = await ladderOfCarried(judge, carried);
  return judgeCarried(judge, isClaim ? [wording] : [], carried, { recycled, ladder });
}

/** What other articles share with this one. */
export async function sharedPassages(store: Store, article: Article): Promise<CarriedPassage[]> {
  const alignments = await store.alignmentsOf(article.id);
  const others = alignments.map(({ a, b }) => (a === article.id ? b : a));
  const known = await store.articlesByIds(others);
  return alignments.flatMap((alignment, i) => {
    const other = known.get(others[i]!);
    return other === undefined ? [] : passagesWith(alignment, article, other);
  });
}

function passagesWith(
  { a, passages }: Alignment,
  article: Article,
  other: Article,
): CarriedPassage[] {
  return passages.map((passage) => {
    const [here, there] = a === article.id ? [passage.a, passage.b] : [passage.b, passage.a];
    return { article: other.id, published: other.published, here, there };
  });
}
