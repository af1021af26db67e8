/** Articles that bring old words as new: statements made long before, passages printed long before. */
import type { Article } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/reading.ts';
import { clocksOf } from '../../judge/clocks/clocks.ts';
import { recycledOf } from '../../judge/clocks/recycled.ts';
import { judgeRoles } from '../../judge/offices/article-roles.ts';
import type { RecycledFacts } from '../../warn/measures/recycled.ts';
import { sharedPassages } from '../judge/judge-article.ts';
import { readingOf } from '../judge/own-reading.ts';
import type { Gathered } from './claims.ts';
import { lastDays, type Scene } from './scene.ts';

/** Articles read at a time. */
const PAGE = 200;

export async function recycledFacts(
  scene: Scene,
  lookBackDays: number,
): Promise<Gathered<RecycledFacts>> {
  const { store } = scene.desk;
  const period = lastDays(scene, lookBackDays);
  const facts: RecycledFacts[] = [];
  let last: Awaited<ReturnType<typeof store.articlesIn>>[number] | undefined;
  for (;;) {
    const ids = await store.articlesIn(period, last, PAGE);
    if (ids.length === 0) break;
    facts.push(...(await inArticles(scene, ids)));
    last = ids.at(-1);
  }
  return { facts: [...facts, ...(await echoesIn(scene, lookBackDays))], left: 0 };
}

/** In articles that were looked at a short while ago it is known; the rest is read in one go. */
async function inArticles(scene: Scene, ids: readonly ArticleId[]): Promise<RecycledFacts[]> {
  const { store, now } = scene.desk;
  const { statements } = scene.memory;
  const at = now();
  const known = new Map(ids.map((id) => [id, statements.peek(id, at)]));
  const unknown = ids.filter((id) => known.get(id) === undefined);
  const articles = await store.articlesByIds(unknown);
  const readings = await store.readingsOf(unknown);
  const facts: RecycledFacts[] = [];
  for (const id of ids) {
    const reading = readingOf(readings, id);
    const anew = () => inArticle(scene, articles.get(id)!, reading!);
    // Of what is not read yet nothing is kept.
    const own = known.get(id) ?? (reading && (await statements.get(id, at, anew)));
    facts.push(...(own ?? []));
  }
  return facts;
}

async function inArticle(
  { desk, judge }: Scene,
  article: Article,
  reading: Reading,
): Promise<RecycledFacts[]> {
  if (reading.attributions.length === 0) return [];
  const passages = await sharedPassages(desk.store, article);
  const roles = judgeRoles((await judge()).offices, article, reading);
  return reading.attributions.flatMap((statement, place): RecycledFacts[] => {
    const role = roles.find(({ attribution }) => attribution === place)?.judgement;
    const clocks = clocksOf(article, reading, statement, passages);
    const known = { article: article.id, statement, clocks, passages, role };
    return recycledOf({ ...known, cues: reading.staleness }).map((recycled) => ({
      unit: `article:${article.id}`,
      subject: article.title,
      article: article.id,
      outlet: article.outlet,
      at: article.published,
      recycled,
      ...(role !== undefined && { role: { standing: role.standing, stated: role.evidence } }),
    }));
  });
}

/** Members of cascades that bring a passage again long after it was first seen. */
async function echoesIn(scene: Scene, lookBackDays: number): Promise<RecycledFacts[]> {
  const { judged } = await scene.judged(lastDays(scene, lookBackDays), 2);
  return judged.flatMap(({ judgement: { carriers, recycledEchoes } }) =>
    recycledEchoes.flatMap(({ article: id, recycled }) => {
      const article = carriers.find((one) => one.article.id === id)?.article;
      if (article === undefined) return [];
      const { title: subject, outlet, published: at } = article;
      return [{ unit: `article:${id}`, subject, article: id, outlet, at, recycled }];
    }),
  );
}
