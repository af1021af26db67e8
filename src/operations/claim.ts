/** One claim judged: by its words, or as a cascade or an article of the desk carries it. */
import { z } from 'zod';
import type { MemberName } from '../domain/excerpts.ts';
import type { ArticleId, CascadeId } from '../domain/ids.ts';
import type {
  CheckView,
  ClaimJudgedView,
  JudgedStatementView,
  RoleView,
} from '../domain/judgement-views.ts';
import type { ArticleView } from '../domain/views.ts';
import { instantWords, momentWords } from '../export/moments.ts';
import { checkLines, claimText } from '../export/terminal/claim.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { judgedStatementLines, roleLines } from '../export/terminal/judged-statement.ts';
import { counted, figure } from '../export/wording.ts';
import { claimLanguage } from '../pipeline/judge/claim-language.ts';
import type { Judge } from '../pipeline/judge/judge.ts';
import { judgeArticle } from '../pipeline/judge/judge-article.ts';
import { judgeCascade } from '../pipeline/judge/judge-cascade.ts';
import { judgeText } from '../pipeline/judge/judge-claim.ts';
import { keptJudge } from '../pipeline/judge/kept-judge.ts';
import { watchListIfThere } from '../pipeline/watch/watch-list.ts';
import { articleViews } from './cascade-views.ts';
import { checkViews, claimView, statementViews } from './claim-views.ts';
import { evidenceViews } from './judgement-views.ts';
import { ID_BEGINNING, oneId } from './one-id.ts';
import { type Context, operation } from './operation.ts';

/** Members that bring a passage again, shown at most. */
const OLD_SHOWN = 12;

/** A member that brings its passage again long after it was first seen. */
interface OldEcho extends MemberName {
  readonly days: { readonly min: number; readonly max: number | null };
}

type Judged =
  | { readonly kind: 'text'; readonly judged: ClaimJudgedView }
  | {
      readonly kind: 'cascade';
      readonly cascade: CascadeId;
      readonly judged: ClaimJudgedView;
      readonly recycledEchoes: readonly OldEcho[];
    }
  | {
      readonly kind: 'article';
      readonly article: ArticleView;
      /** Fact-checks that match its headline. */
      readonly headline: readonly CheckView[];
      /** Whether it was read; if not, its statements cannot be judged. */
      readonly read: boolean;
      readonly statements: readonly JudgedStatementView[];
      /** Roles of persons who are named, not quoted. */
      readonly roles: readonly (RoleView & { readonly person: string })[];
    };

export interface ClaimView {
  /** Fact-checks that the desk keeps. */
  readonly factChecks: number;
  readonly answer: Judged;
}

export const claimOperation = operation({
  input: z.object({
    what: z
      .array(z.string())
      .min(1, 'give the claim in words, or the id of a cascade or an article')
      .describe('the claim in words; or the id of a cascade or an article'),
    language: z
      .string()
      .optional()
      .describe('language of the words (en, es, ru …); default: told by them'),
    watch: z
      .string()
      .optional()
      .describe('a watch list whose facts on outlets count; default ./watch.yaml'),
  }),
  positional: 'what',
  creates: false,
  remote: { role: 'reader', changes: false, fields: ['what', 'language'] },
  run: async ({ what, language, watch }, context): Promise<ClaimView> => {
    const words = what.join(' ').trim();
    const { store } = context.desk;
    const judge = await keptJudge(context.desk, watch ?? watchListIfThere(context.watchFile));
    const { checks: factChecks } = await store.checkCounts();
    if (ID_BEGINNING.test(words) && (await store.idsLike(words, 1)).length > 0) {
      return { factChecks, answer: await judgedById(context, judge, words) };
    }
    const told = language ?? (await claimLanguage(judge, words));
    const judged = await judgeText(judge, { text: words, language: told });
    return { factChecks, answer: { kind: 'text', judged: await claimView(store, judged) } };
  },
  text: (view, { color }) => viewText(view, inkOf(color)),
});

async function judgedById(context: Context, judge: Judge, beginning: string): Promise<Judged> {
  const { store } = context.desk;
  const id = await oneId(store, beginning);
  const cascade = await store.cascadeById(id as CascadeId);
  if (cascade === undefined) return judgedArticle(context, judge, id as ArticleId);
  const judged = await judgeCascade(judge, cascade);
  const outlets = new Map(judged.carriers.map(({ article }) => [article.id, article.outlet]));
  return {
    kind: 'cascade',
    cascade: cascade.id,
    judged: await claimView(store, judged),
    recycledEchoes: judged.recycledEchoes.map(({ article, recycled: { days } }) => ({
      article,
      outlet: outlets.get(article) ?? article,
      days,
    })),
  };
}

async function judgedArticle(
  { desk: { store }, progress }: Context,
  judge: Judge,
  id: ArticleId,
): Promise<Judged> {
  const articles = await store.articlesByIds([id]);
  const article = articles.get(id)!;
  const { headline, reading, statements, roles } = await judgeArticle(
    judge,
    article,
    (done, total) => progress.step('judging statements', done, total),
  );
  const [view] = await articleViews(store, [id]);
  return {
    kind: 'article',
    article: view!,
    headline: await checkViews(store, headline),
    read: reading !== undefined,
    statements:
      reading === undefined ? [] : await statementViews(store, article, reading, statements),
    roles: roles.map(({ person, judgement }) => ({
      ...judgement,
      person,
      evidence: evidenceViews([judgement.evidence], articles),
    })),
  };
}

function viewText({ factChecks, answer }: ClaimView, ink: Ink): string {
  switch (answer.kind) {
    case 'text':
      return claimText(answer.judged, factChecks, ink);
    case 'cascade':
      return [
        claimText(answer.judged, factChecks, ink),
        ...recycledLines(answer.recycledEchoes, ink),
      ].join('\n');
    case 'article':
      return articleText(answer, factChecks, ink);
  }
}

function recycledLines(echoes: readonly OldEcho[], ink: Ink): string[] {
  const more = echoes.length - OLD_SHOWN;
  return [
    ...echoes
      .slice(0, OLD_SHOWN)
      .map(
        ({ outlet, article, days }) =>
          `  ${ink.warn('recycled')}     ${foreign(outlet)} brings it again after ${figure(days.min)} days or more  ${ink.dim(article)}`,
      ),
    ...(more > 0 ? [ink.dim(`  … and ${figure(more)} more`)] : []),
  ];
}

function articleText(
  { article, headline, read, statements, roles }: Extract<Judged, { kind: 'article' }>,
  factChecks: number,
  ink: Ink,
): string {
  const known = roles.filter(({ standing }) => standing !== 'unknown');
  const lines = statements.flatMap((one) => judgedStatementLines(one, article.id, factChecks, ink));
  return [
    ink.bold(foreign(article.title)),
    `  ${foreign(article.outlet)}, published ${momentWords(article.published).main}, captured ${instantWords(article.capturedAt)}  ${ink.dim(article.id)}`,
    ...(headline.length === 0 ? [] : checkLines(headline, factChecks, ink)),
    '',
    ...(read
      ? lines.length > 0
        ? lines
        : ['  No statement was found in it.']
      : ['  It is not read yet: run atalaya read.']),
    ...known.flatMap((role) => [
      `  ${ink.bold(foreign(role.person))}, named with a role`,
      ...roleLines(role, ink),
    ]),
    '',
    factChecks === 0
      ? ink.dim('This desk keeps no fact-checks yet: atalaya checks FILES.')
      : ink.dim(`Held against ${counted(factChecks, 'fact-check')}. A match is a lead: read both.`),
  ].join('\n');
}
