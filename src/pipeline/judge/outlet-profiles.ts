/**
 * What the desk has seen of some publishers, and how far that lets one rely on them: over all cascades
 * that hold an article of theirs, each held against the fact-checks. Memory is that of a page of cascades.
 */

import { outletKey } from '../../collect/outlets/outlet-key.ts';
import type { Article } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { DebunkedBefore, Graded, OutletProfile, Reliability } from '../../domain/judgement.ts';
import type { Cascade } from '../../domain/trace.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { reliabilityOf } from '../../judge/grading/reliability.ts';
import { refutes } from '../../judge/profile/debunked-before.ts';
import {
  type ArticleCounts,
  addCascade,
  openProfiles,
  type Profiles,
  profileOf,
} from '../../judge/profile/profile.ts';
import type { MemberFacts } from '../../judge/profile/tallies.ts';
import type { Store } from '../../store/store.ts';
import { publisherOf } from '../../text/publisher.ts';
import { statedChange, versionsBy } from '../changed-articles.ts';
import type { Judge } from './judge.ts';
import { judgeCascade } from './judge-cascade.ts';

/** Cascades read at a time. */
const PAGE = 200;

export interface JudgedOutlet {
  readonly profile: OutletProfile;
  readonly reliability: Graded<Reliability>;
}

/**
 * Profiles of the publishers of these domains or addresses, in their order. `onProgress`: cascades done,
 * of so many.
 */
export async function outletProfiles(
  judge: Judge,
  outlets: readonly string[],
  onProgress?: (done: number, total: number) => void,
): Promise<JudgedOutlet[]> {
  const { store } = judge.desk;
  const publishers = outlets.map((outlet) => publisherOf(outletKey(outlet) ?? outlet));
  const asked = new Set(publishers);
  const profiles = openProfiles();
  const total = await store.countCascades(1);
  for (let offset = 0; offset < total; offset += PAGE) {
    for (const cascade of await store.cascades({ limit: PAGE, offset, minReach: 1 })) {
      await addJudged(judge, profiles, cascade, asked);
    }
    onProgress?.(Math.min(total, offset + PAGE), total);
  }
  const counts = await articleCounts(store, asked);
  return publishers.map((publisher) => {
    const profile = profileOf(profiles, publisher, counts.get(publisher) ?? NONE);
    return { profile, reliability: reliabilityOf(judge.factsOf(publisher), profile) };
  });
}

/** The grade of an outlet by what lists state of it alone. */
export const gradeOutlet = (facts: readonly OutletFact[]): Graded<Reliability> =>
  reliabilityOf(facts);

const NONE: ArticleCounts = { articles: 0, followed: 0, said: 0, silently: 0 };

async function addJudged(
  judge: Judge,
  profiles: Profiles,
  cascade: Cascade,
  asked: ReadonlySet<string>,
): Promise<void> {
  const articles = await judge.desk.store.articlesByIds(
    cascade.echoes.map(({ article }) => article),
  );
  const publishers = new Map<ArticleId, string>();
  for (const { id, domain } of articles.values()) publishers.set(id, publisherOf(domain));
  if (![...publishers.values()].some((publisher) => asked.has(publisher))) return;
  addCascade(profiles, cascade, await factsOn(judge, cascade, publishers));
}

async function factsOn(
  judge: Judge,
  cascade: Cascade,
  publishers: ReadonlyMap<ArticleId, string>,
): Promise<MemberFacts> {
  const { carriers, checks } = await judgeCascade(judge, cascade);
  const refuted = checks.some(refutes);
  const rows = new Map(carriers.map((carrier) => [carrier.article.id, carrier]));
  const debunkedOf = (id: ArticleId): DebunkedBefore | 'undated' | undefined =>
    rows.get(id)?.debunked ?? (refuted ? 'undated' : undefined);
  return {
    publisherOf: (id) => publishers.get(id),
    debunkedOf,
    stanceOf: (id) => rows.get(id)?.stance,
  };
}

/** Articles of each publisher, and how its changes to them are told. */
async function articleCounts(
  store: Store,
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ArticleCounts>> {
  const counts = new Map<string, { -readonly [K in keyof ArticleCounts]: number }>();
  for (const { domain, articles, followed } of await store.outletArticles()) {
    const publisher = publisherOf(domain);
    if (!asked.has(publisher)) continue;
    const own = counts.get(publisher) ?? { ...NONE };
    counts.set(publisher, own);
    own.articles += articles;
    own.followed += followed;
  }
  for (let from = 0; ; from += PAGE) {
    const rows = await store.versioned(PAGE, from);
    for (const { key } of rows) {
      const versions = await versionsBy(store, key);
      const own = counts.get(publisherOf(versions[0]!.domain));
      if (own !== undefined) own[saysSo(versions) ? 'said' : 'silently']++;
    }
    if (rows.length < PAGE) break;
  }
  // Versions also come from files that were read again: those articles were looked at again too.
  for (const own of counts.values()) own.followed = Math.max(own.followed, own.said + own.silently);
  return counts;
}

const saysSo = (versions: readonly Article[]): boolean =>
  versions.slice(1).some((to, i) => statedChange(versions[i]!, to) !== undefined);
