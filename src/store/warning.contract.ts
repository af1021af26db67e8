/** What is asked of every store about what indicators are measured on. */
import { expect, it } from 'vitest';
import type { Article } from '../domain/article.ts';
import type { Moment } from '../domain/moment.ts';
import { articleOn, batchOf, cascadeOver } from './rows.fixture.ts';
import type { Store } from './store.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 8, 1);
const ALL = { from: FIRST - DAY, to: FIRST + 400 * DAY };

const onDay = (day: number, width = DAY - 1): Moment => ({
  earliest: FIRST + day * DAY,
  latest: FIRST + day * DAY + width,
  precision: 'day',
  zone: 'stated',
});

const dated = (text: string, day: number, more: Partial<Article> = {}): Article =>
  articleOn(text, { published: onDay(day), ...more });

export function describeWarning(store: () => Store): void {
  const keep = (articles: readonly Article[]): Promise<void> =>
    store().saveBatch(batchOf(articles));

  it('counts the articles of each day that hold a word, each article once, wide dates on no day', async () => {
    const first = dated('Lumina speaks', 0);
    await keep([
      first,
      dated('a lumínico word', 0),
      dated('another lumina', 2),
      dated('lumina again', 2, { key: first.key }),
      articleOn('lumina in autumn', { published: onDay(3, 40 * DAY) }),
      dated('nothing of it', 2),
    ]);
    expect(await store().wordDays(['lumin'], ALL)).toEqual([
      { day: '2024-09-01', count: 2 },
      { day: '2024-09-03', count: 2 },
    ]);
    expect(await store().wordDays(['lumin'], { from: FIRST, to: FIRST + DAY - 1 })).toHaveLength(1);
    expect(await store().wordDays(['"* OR'], ALL)).toEqual([]);
    expect(await store().wordDays(['another lum'], ALL)).toEqual([{ day: '2024-09-03', count: 1 }]);
    expect(await store().wordDays(['lumina another'], ALL)).toEqual([]);
    expect(await store().articlesWithIn(['lumin'], ALL, 2)).toHaveLength(2);
    expect((await store().articlesWithIn(['lumin'], ALL, 9))[0]).toBe(first.id);
  });

  it('counts a day whose zone nobody states as that day', async () => {
    const hour = DAY / 24;
    const day = { earliest: FIRST + 4 * DAY - 14 * hour, latest: FIRST + 5 * DAY + 12 * hour - 1 };
    const published = { ...day, precision: 'day', zone: 'unknown' } as const;
    await keep([articleOn('lumina somewhere', { published })]);
    expect(await store().wordDays(['lumin'], ALL)).toEqual([{ day: '2024-09-05', count: 1 }]);
    expect(await store().newestPublished(FIRST + 30 * DAY)).toBe(day.latest);
    expect(await store().outletTimes(ALL, 1, 9)).toHaveLength(1);
  });

  it('gives the days on which outlets published that did so often enough', async () => {
    await keep([
      dated('one', 0),
      dated('two', 0, { outlet: 'B' }),
      dated('three', 5),
      dated('four', 9),
      dated('five', 9, { domain: 'b.example' }),
    ]);
    const days = [0, 5, 9].map((day) => FIRST + day * DAY);
    expect(await store().outletTimes(ALL, 3, 9)).toEqual([
      { key: 'a.example', outlet: 'A', times: days },
    ]);
    const [newest] = await store().outletTimes(ALL, 1, 2);
    expect(newest!.times).toEqual(days.slice(1));
    expect(await store().newestPublished(FIRST + 8 * DAY)).toBe(days[1]! + DAY - 1);
    expect(await store().newestPublished(days[1]! + 5)).toBe(days[1]! + 5);
    expect(await store().newestPublished(FIRST - 1)).toBeUndefined();
  });

  it('finds cascades by when their newest member was published', async () => {
    const texts = ['ant', 'bee', 'cow', 'dog'];
    await keep(texts.map((text, i) => dated(text, i * 10)));
    const [early, late] = [cascadeOver(['ant', 'bee'], 2), cascadeOver(['cow', 'dog'], 3)];
    await store().saveTrace({
      articles: 4,
      alignments: [],
      cascades: [early, late].map((cascade) => ({ cluster: cascade.id, cascade })),
      boilerplate: [],
      state: new Uint8Array(),
      segments: [],
    });
    const since = { from: FIRST + 15 * DAY, to: FIRST + 40 * DAY };
    expect((await store().cascadesIn(since, 2, 9)).map(({ id }) => id)).toEqual([late.id]);
    expect((await store().cascadesIn(ALL, 2, 9)).map(({ id }) => id)).toEqual([late.id, early.id]);
    expect(await store().cascadesIn(ALL, 2, 1)).toHaveLength(1);
    expect(await store().countCascadesIn(ALL, 3)).toBe(1);
  });

  it('goes through articles that were read, by their time, page by page', async () => {
    const articles = ['ant', 'bee', 'cow'].map((text, i) => dated(text, 2 - i));
    await keep([...articles, dated('unread', 1)]);
    await store().saveReadings(
      articles.map(({ id }) => ({
        article: id,
        reader: 'invented@1',
        mentions: [],
        dates: [],
        attributions: [],
        events: [],
        counts: [],
        positions: [],
        staleness: [],
        refused: {},
      })),
    );
    const [ant, bee, cow] = articles.map(({ id }) => id);
    expect(await store().articlesIn(ALL, undefined, 2)).toEqual([cow, bee]);
    expect(await store().articlesIn(ALL, bee, 2)).toEqual([ant]);
    expect(await store().articlesIn({ from: FIRST, to: FIRST + DAY }, undefined, 9)).toEqual([cow]);
  });

  it('gives the times at which sources named something new', async () => {
    expect(await store().sourceTimes(9)).toEqual([]);
  });
}
