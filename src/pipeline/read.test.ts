import { describe, expect, it } from 'vitest';
import type { Reading } from '../domain/reading.ts';
import type { ReadableArticle, Reader } from '../read/read.ts';
import { articlesOf, fileIn, jsonLines, onDesk, prose, useFolder } from './desk.fixture.ts';
import { ingest } from './ingest.ts';
import { readable, readDesk } from './read.ts';

const folder = useFolder();

const emptyReading = ({ id }: ReadableArticle, reader: string): Reading => ({
  article: id,
  reader,
  mentions: [],
  dates: [],
  attributions: [],
  events: [],
  counts: [],
  positions: [],
  staleness: [],
  refused: { 'not-in-text': 1 },
});

/** A reader that tells what it was asked, and fails at the call of that number. */
function readerOf(id: string, failAt = Number.POSITIVE_INFINITY) {
  const asked: string[] = [];
  let calls = 0;
  const reader: Reader = {
    id,
    languages: ['en'],
    read: async (articles) => {
      if (++calls === failAt) throw new Error('the server does not answer');
      for (const { outlet } of articles) asked.push(outlet);
      return articles.map((article) => emptyReading(article, id));
    },
  };
  return { reader, asked };
}

/** So many articles; every third is in French. */
function manyArticles(count: number): string {
  return jsonLines(
    Array.from({ length: count }, (_, i) => ({
      id: String(i),
      domain: 'paper.example',
      outlet: `outlet ${i}`,
      title: `Title ${i}`,
      text: prose(i + 1, 12),
      language: i % 3 === 2 ? 'fr' : 'en',
      published: '2024-09-23T10:00:00Z',
    })),
  );
}

describe('readDesk', () => {
  it('reads every article of a readable language once, and names the languages of the rest', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', manyArticles(9))]);
      const { reader, asked } = readerOf('model@1');
      const progress: string[] = [];
      const result = await readDesk(desk, {
        reader,
        onProgress: (done, total) => progress.push(`${done}/${total}`),
      });
      expect(result).toMatchObject({
        reader: 'model@1',
        read: 6,
        refused: { 'not-in-text': 6 },
        otherLanguages: [{ language: 'fr', articles: 3 }],
      });
      expect(asked).toEqual([0, 1, 3, 4, 6, 7].map((i) => `outlet ${i}`));
      expect(progress).toEqual(['6/6']);
      expect(await readDesk(desk, { reader })).toMatchObject({ read: 0, refused: {} });
      expect(asked).toHaveLength(6);
    });
  });

  it('keeps what was read before a failure, and goes on from there', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', manyArticles(450))]);
      const failing = readerOf('model@1', 2);
      await expect(readDesk(desk, { reader: failing.reader })).rejects.toThrow('does not answer');
      expect(await desk.store.readingCounts('model@1')).toMatchObject({ articles: 256 });
      const again = readerOf('model@1');
      expect(await readDesk(desk, { reader: again.reader })).toMatchObject({ read: 44 });
      expect(new Set([...failing.asked, ...again.asked]).size).toBe(300);
    });
  });

  it('keeps as many together as the reader says', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', manyArticles(9))]);
      const failing = readerOf('model@1', 3).reader;
      const reading = readDesk(desk, { reader: { ...failing, page: 2 } });
      await expect(reading).rejects.toThrow('does not answer');
      expect(await desk.store.readingCounts('model@1')).toMatchObject({ articles: 4 });
    });
  });

  it('reads all again where the reader has a newer version, and leaves other readers alone', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', manyArticles(3))]);
      for (const id of ['model@1', 'other@5', 'model@2']) {
        expect(await readDesk(desk, readerOf(id))).toMatchObject({ read: 2 });
      }
      const ids = (await articlesOf(desk.store)).map(({ id }) => id);
      const readers = [...(await desk.store.readingsOf(ids)).values()].map((all) =>
        all.map(({ reader }) => reader),
      );
      expect(readers).toEqual([
        ['model@2', 'other@5'],
        ['model@2', 'other@5'],
      ]);
    });
  });

  it('gives the same readings for any number of threads', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', manyArticles(60))]);
      const ids = (await articlesOf(desk.store)).map(({ id }) => id);
      await readDesk(desk, { threads: 1 });
      const alone = await desk.store.readingsOf(ids);
      expect(alone.size).toBe(40);
      await desk.store.saveReadings(
        [...alone.values()].flat().map((one) => ({ ...one, reader: 'built-in@0' })),
      );
      await readDesk(desk, { threads: 2 });
      expect(await desk.store.readingsOf(ids)).toEqual(alone);
    });
  });
});

describe('readable', () => {
  const article = { id: 'x', text: 't', language: 'en', outlet: 'o' } as never;
  const dayOf = (published: object | undefined): string | undefined =>
    readable({ ...(article as object), published } as never).published;

  it('gives the day that was stated, whatever doubt its zone leaves', () => {
    const noon = Date.UTC(2024, 8, 23, 12);
    const hours = (n: number): number => n * 3_600_000;
    const day = {
      earliest: noon - hours(26),
      latest: noon + hours(24) - 1,
      precision: 'day',
      zone: 'unknown',
    };
    expect(dayOf(day)).toBe('2024-09-23');
    const set = {
      earliest: noon - hours(12),
      latest: noon + hours(12) - 1,
      precision: 'day',
      zone: 'set',
    };
    expect(dayOf(set)).toBe('2024-09-23');
    const second = { earliest: noon, latest: noon + 999, precision: 'second', zone: 'stated' };
    expect(dayOf(second)).toBe('2024-09-23');
  });

  it('knows no day of a month, a year or nothing', () => {
    const month = { earliest: 0, latest: 1, precision: 'month', zone: 'set' };
    expect(dayOf(month)).toBeUndefined();
    expect(dayOf({ ...month, precision: 'year' })).toBeUndefined();
    expect(dayOf(undefined)).toBeUndefined();
  });
});
