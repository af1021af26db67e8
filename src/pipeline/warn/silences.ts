/** Sources and outlets that were heard regularly, and when they were heard last. */
import type { SourceFacts } from '../../warn/measures/silence.ts';
import { lastDays, type Scene } from './scene.ts';

/** Times looked at of each. */
const MOST = 200;
/** Days on which an outlet must have published to be called regular. */
const LEAST = 6;

/**
 * Of a watch its sources, by when they named something new; of outlets that come in as files, the days on
 * which they published.
 */
export async function silenceFacts(scene: Scene, lookBackDays: number): Promise<SourceFacts[]> {
  const { store } = scene.desk;
  const rows = new Map((await store.sources()).map((row) => [row.id, row]));
  const now = scene.until;
  const known = (at: number | undefined): number | undefined =>
    at !== undefined && at <= now ? at : undefined;
  const watched = (await store.sourceTimes(MOST)).map(({ key, outlet, times }) => ({
    source: key,
    outlet,
    namedAt: times.filter((at) => at <= now),
    polledAt: known(rows.get(key)?.polledAt),
    answeredAt: known(rows.get(key)?.answeredAt),
    now,
  }));
  const heard = new Set(watched.map(({ outlet }) => outlet));
  const files = await store.outletTimes(lastDays(scene, lookBackDays), LEAST, MOST);
  const unwatched = files.filter(({ key }) => !heard.has(key));
  return [
    ...watched,
    ...unwatched.map(({ key, outlet, times }) => ({
      source: key,
      outlet,
      namedAt: times,
      polledAt: undefined,
      answeredAt: undefined,
      now: scene.asOf,
    })),
  ];
}
