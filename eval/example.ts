/**
 * `example`: the program's cascades of the bundled example against its gold.
 *
 * How a cascade is judged. A cascade of the program belongs to the gold cascade that shares most of
 * its members, its *home*; with fewer than two shared members it has none.
 * - echo.r: share of the gold echoes that stand in a cascade of the program together with another
 *   member of their gold cascade.
 * - echo.p: share of the program's memberships, the home's origin left out, that are members of the
 *   home. One stray article counts once and does not condemn the others.
 * - copyType, parent: share of the gold echoes with a copy type (a parent) that the program gives
 *   the same; an echo that was not found counts as wrong.
 * - attributionDropped: F1 of "the credit was dropped"; a claim about an article that is no echo
 *   counts as false.
 * - ladder: over all rungs of all gold ladders, against the ladder of the cascade that shares most
 *   members with the gold one (at least two); see `ladder-score.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArticleId, CascadeId } from '../src/domain/ids.ts';
import type { Ladder } from '../src/domain/judgement.ts';
import { type Cascade, COPY_TYPES, CREDIT_STATES, type Echo } from '../src/domain/trace.ts';
import { type LadderScore, LadderTruth, scoreLadders } from './ladder-score.ts';
import type { Answer, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

const GoldEcho = z.object({
  url: z.string(),
  parent: z.string().nullable(),
  copyType: z.enum(COPY_TYPES).nullable(),
  credit: z.enum(CREDIT_STATES),
});
type GoldEcho = z.infer<typeof GoldEcho>;

const GoldCascade = z.object({
  id: z.string(),
  /** The first article; `null` where it is not among the example's articles. */
  origin: z.string().nullable(),
  ladder: LadderTruth,
  echoes: z.array(GoldEcho),
});
type GoldCascade = z.infer<typeof GoldCascade>;

const Gold = z.object({ cascades: z.array(GoldCascade) });
export type Gold = z.infer<typeof Gold>;

export interface ExampleScore {
  readonly echo: { readonly p: number; readonly r: number };
  readonly copyType: { readonly accuracy: number };
  readonly parent: { readonly accuracy: number };
  readonly attributionDropped: { readonly f1: number };
}

/** An echo of the program within its cascade's home, by URL. */
interface Member {
  readonly url: string;
  readonly echo: Echo;
  readonly home: GoldCascade | undefined;
}

/** Scores the program's cascades; `urlOf` gives the URL by which the gold names an article. */
export function scoreExample(
  gold: Gold,
  cascades: readonly Cascade[],
  urlOf: (id: ArticleId) => string,
): ExampleScore {
  const members = cascades.flatMap((cascade) => membersOf(cascade, gold, urlOf));
  const counted = members.filter((member) => member.url !== member.home?.origin);
  const right = counted.filter((member) => isMember(member));
  const goldEchoes = gold.cascades.flatMap((home) => home.echoes.map((echo) => ({ home, echo })));
  const pairs = goldEchoes.map(({ home, echo }) => ({
    echo,
    found: right.find((member) => member.home === home && member.url === echo.url)?.echo,
  }));
  const typed = pairs.filter(({ echo }) => echo.copyType !== null);
  const parented = pairs.filter(({ echo }) => echo.parent !== null);
  const parentOf = (echo: Echo | undefined) =>
    echo?.parent === undefined ? undefined : urlOf(echo.parent.article);
  return {
    echo: {
      p: share(right.length, counted.length),
      r: share(pairs.filter(({ found }) => found !== undefined).length, pairs.length),
    },
    copyType: {
      accuracy: share(
        typed.filter(({ echo, found }) => found?.copyType === echo.copyType).length,
        typed.length,
      ),
    },
    parent: {
      accuracy: share(
        parented.filter(({ echo, found }) => parentOf(found) === echo.parent).length,
        parented.length,
      ),
    },
    attributionDropped: { f1: droppedF1(pairs, counted) },
  };
}

/** Scores the program's ladders against those of the gold. */
export function scoreExampleLadders(
  gold: Gold,
  { cascades, ladders, urlOf }: ExampleRun,
): LadderScore {
  const urls = cascades.map(({ id, echoes }) => ({
    id,
    members: echoes.map(({ article }) => urlOf(article)),
  }));
  return scoreLadders(
    gold.cascades.map((home) => {
      let best: { id: CascadeId; shared: number } | undefined;
      for (const { id, members } of urls) {
        const shared = members.filter((url) => urlsOf(home).has(url)).length;
        if (shared > Math.max(1, best?.shared ?? 0)) best = { id, shared };
      }
      return { truth: home.ladder, ladder: best && ladders.get(best.id) };
    }),
  );
}

function membersOf(cascade: Cascade, gold: Gold, urlOf: (id: ArticleId) => string): Member[] {
  const urls = cascade.echoes.map((echo) => urlOf(echo.article));
  const shared = (home: GoldCascade) => urls.filter((url) => urlsOf(home).has(url)).length;
  let home: GoldCascade | undefined;
  for (const candidate of gold.cascades)
    if (shared(candidate) > Math.max(1, home === undefined ? 0 : shared(home))) home = candidate;
  return cascade.echoes.map((echo, i) => ({ url: urls[i]!, echo, home }));
}

function urlsOf(cascade: GoldCascade): ReadonlySet<string> {
  const echoes = cascade.echoes.map((echo) => echo.url);
  return new Set(cascade.origin === null ? echoes : [cascade.origin, ...echoes]);
}

function isMember(member: Member): boolean {
  return member.home !== undefined && urlsOf(member.home).has(member.url);
}

/** 2·TP / (TP + FP + TP + FN); 1 where nothing was dropped and nothing is said to be. */
function droppedF1(
  pairs: readonly { readonly echo: GoldEcho; readonly found: Echo | undefined }[],
  counted: readonly Member[],
): number {
  const gold = pairs.filter(({ echo }) => echo.credit === 'dropped');
  const hits = gold.filter(({ found }) => found?.credit === 'dropped').length;
  const said = counted.filter((member) => member.echo.credit === 'dropped').length;
  return share(2 * hits, said + gold.length);
}

function share(count: number, all: number): number {
  return all === 0 ? 1 : count / all;
}

/** The example as run through the program. */
export interface ExampleRun {
  readonly cascades: readonly Cascade[];
  readonly ladders: ReadonlyMap<CascadeId, Ladder>;
  readonly urlOf: (id: ArticleId) => string;
}

/** The measure of the example in `folder` (articles and `gold.json`); `run` is the program. */
export function exampleMeasure(
  folder: string,
  run: (folder: string) => Promise<ExampleRun>,
): Measure {
  return {
    name: 'example',
    argument: '',
    summary: 'echoes, copy types, parents, dropped credits and ladders of the bundled example',
    run: async () => {
      const file = join(folder, 'gold.json');
      if (!existsSync(file)) return { kind: 'absent', place: file, expected: 'the bundled gold' };
      const gold = Gold.parse(JSON.parse(readFileSync(file, 'utf8')));
      const result = await run(folder);
      const score = scoreExample(gold, result.cascades, result.urlOf);
      return summarize(score, scoreExampleLadders(gold, result));
    },
  };
}

function summarize(score: ExampleScore, ladder: LadderScore): Answer {
  const rows = [
    ['echo, precision', fraction(score.echo.p)],
    ['echo, recall', fraction(score.echo.r)],
    ['copy type, accuracy', fraction(score.copyType.accuracy)],
    ['parent, accuracy', fraction(score.parent.accuracy)],
    ['attribution dropped, F1', fraction(score.attributionDropped.f1)],
    ['ladder, rungs contained', fraction(ladder.contained)],
    ['ladder, rungs exact', fraction(ladder.exact)],
  ];
  return {
    kind: 'measured',
    table: drawTable(['measure', 'value'], rows),
    figures: {
      echo: { ...score.echo },
      copyType: { ...score.copyType },
      parent: { ...score.parent },
      attributionDropped: { ...score.attributionDropped },
      ladder: { ...ladder },
    },
  };
}
