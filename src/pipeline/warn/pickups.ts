/** Passages of state outlets and who carries them: whether publishers of the host say where they have it. */
import type { Article } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Cascade } from '../../domain/trace.ts';
import { publisherOf } from '../../text/publisher.ts';
import type { PickupFacts } from '../../warn/measures/state-pickup.ts';
import { lastDays, type Scene } from './scene.ts';

/** Cascades looked at in one round, the widest first. */
const MOST = 2000;

export async function pickupFacts(scene: Scene, lookBackDays: number): Promise<PickupFacts[]> {
  const { store } = scene.desk;
  const cascades = await store.cascadesIn(lastDays(scene, lookBackDays), 2, MOST);
  const facts: PickupFacts[] = [];
  for (const cascade of cascades) {
    const known = await store.articlesByIds(cascade.echoes.map(({ article }) => article));
    const one = factsOf(scene, cascade, known);
    if (one !== undefined) facts.push(one);
  }
  return facts;
}

/** Of the members that may be the earliest the first one of a state outlet; none: nothing to pick up. */
function factsOf(
  { stateBehind, isLocal }: Scene,
  cascade: Cascade,
  known: ReadonlyMap<ArticleId, Article>,
): PickupFacts | undefined {
  const firsts = cascade.earliest.flatMap((id) => known.get(id) ?? []);
  const origin = firsts.find(({ domain }) => stateBehind(domain) !== undefined);
  if (origin === undefined) return undefined;
  const house = publisherOf(origin.domain);
  const echoes = cascade.echoes.flatMap(({ article: id, credit, passages }) => {
    const article = known.get(id);
    const passage = passages[0]?.b;
    if (article === undefined || passage === undefined) return [];
    const publisher = publisherOf(article.domain);
    if (publisher === house) return [];
    const { outlet, domain, published: at } = article;
    return [{ article: id, publisher, outlet, at, credit, local: isLocal(domain), passage }];
  });
  return {
    cascade: cascade.id,
    subject: origin.title,
    origin: {
      article: origin.id,
      outlet: origin.outlet,
      at: origin.published,
      state: stateBehind(origin.domain)!,
      orderOpen: firsts.some(({ domain }) => publisherOf(domain) !== house),
    },
    echoes,
  };
}
