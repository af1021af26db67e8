/** Invented articles and their cascades, by the real road from texts to clusters. */
import { expect } from 'vitest';
import type { ArticleId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import type { Span } from '../domain/span.ts';
import type { Cascade, Echo } from '../domain/trace.ts';
import { tokensOf } from '../text/tokens.ts';
import { type CascadeArticle, cascadeOf } from './cascades.ts';
import { clusterPassages } from './clusters.ts';
import { traceTexts } from './trace.ts';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const at = (hour: number): Moment => ({
  earliest: hour * HOUR,
  latest: hour * HOUR,
  precision: 'second',
  zone: 'stated',
});
export const onDay = (day: number): Moment => ({
  earliest: day * DAY,
  latest: (day + 1) * DAY - 1,
  precision: 'day',
  zone: 'unknown',
});

export const STORY = Array.from({ length: 60 }, (_, i) => `w${i}`).join(' ');
export const own = (name: string, words = 30): string =>
  Array.from({ length: words }, (_, i) => `${name}${i}`).join(' ');
export const part = (from: number, to: number): string =>
  STORY.split(' ').slice(from, to).join(' ');

/** An invented article; its id is its name. */
export function article(
  id: string,
  published: Moment | undefined,
  text = STORY,
  more: Partial<CascadeArticle> = {},
): CascadeArticle {
  return {
    id: id as ArticleId,
    url: `https://${id}.example/story`,
    domain: `${id}.example`,
    outlet: `Outlet ${id}`,
    title: '',
    text,
    language: 'en',
    published,
    ownWords: tokensOf(text).count,
    ...more,
  };
}

/** All cascades of the articles, by the real road from texts to clusters. */
function cascadesOf(articles: readonly CascadeArticle[]): Cascade[] {
  const texts = articles.map(({ text, domain }) => ({ text, domain, language: 'en' }));
  return clusterPassages(traceTexts(texts).pairs).map((cluster) =>
    cascadeOf(cluster, (row) => articles[row]!),
  );
}

export function cascade(...articles: CascadeArticle[]): Cascade {
  const found = cascadesOf(articles);
  expect(found).toHaveLength(1);
  return found[0]!;
}

export const wordsAt = (text: string, { begin, end }: Span): string => text.slice(begin, end);
export const echo = ({ echoes }: Cascade, id: string): Echo =>
  echoes.find((e) => e.article === id)!;
export const parentOf = (found: Cascade, id: string): string | undefined =>
  echo(found, id).parent?.article;
