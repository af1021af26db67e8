/**
 * More articles on one day than is usual on its weekday, in robust standard deviations: the newest day of
 * those looked back on that reaches the threshold, else the day that comes nearest.
 */
import type { Indicator, Observation } from '../../domain/alerts.ts';
import { type DailyFacts, type DayFacts, dayStart, LEAST_BASELINE, usualBefore } from './daily.ts';
import { finding, where } from './finding.ts';

export function observeBurst(
  { unit, subject, days }: DailyFacts,
  { threshold, lookBackDays, baselineDays }: Indicator,
): Observation {
  const first = Math.max(0, days.length - lookBackDays);
  const scored = days.slice(first).map((day, i) => {
    const before = days.slice(Math.max(0, first + i - baselineDays), first + i);
    const { median, spread } = usualBefore(before, day);
    // As it is shown: what is told to reach the threshold does.
    const z = Math.round(((day.count - median) / spread) * 10) / 10;
    return { day, before: before.length, median, z };
  });
  const told = scored.filter(({ before }) => before >= LEAST_BASELINE);
  const reached = told.findLast(({ z }) => z >= threshold);
  const best =
    reached ??
    told.reduce<(typeof told)[number] | undefined>(
      (top, one) => (top === undefined || one.z > top.z ? one : top),
      undefined,
    );
  return {
    measure: 'burst',
    unit,
    subject,
    value: best?.z ?? 0,
    at: best === undefined ? 0 : dayStart(best.day.day),
    findings: best === undefined ? [] : findingsOf(best.day, best.median),
    counter: where(best === undefined || best.before < baselineDays, () =>
      finding('short-baseline', { days: best?.before ?? days.length, of: baselineDays }),
    ),
    confidence: best !== undefined && best.before >= baselineDays ? 'very likely' : 'likely',
  };
}

function findingsOf({ day, count, articles }: DayFacts, median: number): Observation['findings'] {
  return [
    finding(
      'articles-now',
      { articles: count, day },
      articles.map((article) => ({ kind: 'article', article })),
    ),
    finding('usual-before', { usual: median }),
  ];
}
