/** Counts by the day of what a watch is about: articles that name it, and official warnings among them. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Period } from '../../store/warning.ts';
import type { DailyFacts } from '../../warn/measures/daily.ts';
import { readingOf } from '../judge/own-reading.ts';
import { isOfficial } from './claims.ts';
import { lastDays, type Scene } from './scene.ts';
import type { Topic } from './topics.ts';

const DAY = 86_400_000;
/** Articles named of one day. */
const NAMED = 5;
/** Articles of a topic that are looked through for warnings in one round; the newest beyond it wait. */
const MOST_READ = 20_000;
/** Articles read at a time. */
const PAGE = 500;

/** Of each topic the articles of each day. */
export async function burstFacts(scene: Scene, days: number): Promise<DailyFacts[]> {
  const { store } = scene.desk;
  const period = lastDays(scene, days);
  const facts: DailyFacts[] = [];
  for (const topic of scene.topics) {
    const counts = await store.wordDays(topic.words, period);
    const named = new Map<string, readonly ArticleId[]>();
    for (const { day } of counts.slice(-days)) {
      named.set(day, await store.articlesWithIn(topic.words, dayPeriod(day), NAMED));
    }
    const byDay = new Map(counts.map(({ day, count }) => [day, count]));
    facts.push(factsOf(topic, period, (day) => byDay.get(day) ?? 0, named));
  }
  return facts;
}

/** Of each topic the official warnings of each day, in articles that name it. */
export async function warningFacts(scene: Scene, days: number): Promise<DailyFacts[]> {
  const { store } = scene.desk;
  const period = lastDays(scene, days);
  const facts: DailyFacts[] = [];
  for (const topic of scene.topics) {
    const ids = await store.articlesWithIn(topic.words, period, MOST_READ);
    const byDay = new Map<string, ArticleId[]>();
    for (let i = 0; i < ids.length; i += PAGE) {
      const page = ids.slice(i, i + PAGE);
      const readings = await store.readingsOf(page);
      const articles = await store.articlesByIds(page);
      for (const id of page) {
        const reading = readingOf(readings, id);
        const published = articles.get(id)?.published;
        if (reading === undefined || published === undefined) continue;
        const warns = reading.attributions.some(
          (one) => one.cue?.polarity === 'warns' && isOfficial(reading, one),
        );
        if (!warns) continue;
        const day = dayOf((published.earliest + published.latest) / 2);
        byDay.set(day, [...(byDay.get(day) ?? []), id]);
      }
    }
    facts.push(factsOf(topic, period, (day) => byDay.get(day)?.length ?? 0, byDay));
  }
  return facts;
}

/** Every day from the first to the last, those without any too. */
function factsOf(
  { id, state, subject }: Topic,
  { from, to }: Period,
  countOf: (day: string) => number,
  articles: ReadonlyMap<string, readonly ArticleId[]>,
): DailyFacts {
  const days: DailyFacts['days'][number][] = [];
  for (let at = startOf(from); at <= to; at += DAY) {
    const day = dayOf(at);
    days.push({ day, count: countOf(day), articles: articles.get(day)?.slice(0, NAMED) ?? [] });
  }
  return { unit: `topic:${state ?? id}`, subject, days };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const startOf = (at: number): number => Math.floor(at / DAY) * DAY;

function dayPeriod(day: string): Period {
  const from = Date.parse(`${day}T00:00:00Z`);
  // A day as an outlet's zone has it may begin a day before and end a day after.
  return { from: from - DAY / 2, to: from + 1.5 * DAY };
}
