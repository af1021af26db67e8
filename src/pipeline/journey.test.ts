/** The journey of articles from real files into a desk: what is kept, merged and refused, and when. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Article } from '../domain/article.ts';
import {
  articlesOf,
  deskIn,
  dumpDesk,
  fileIn,
  jsonLines,
  NOW,
  onDesk,
  prose,
  useFolder,
} from './desk.fixture.ts';
import { type IngestOptions, type IngestResult, ingest } from './ingest.ts';

const folder = useFolder();
const deskFolder = (): string => join(folder(), 'desk');

/** Ingests into the test's desk; gives the result and all articles of the desk. */
function read(
  inputs: readonly string[],
  options?: IngestOptions,
): Promise<{ result: IngestResult; articles: Article[] }> {
  return onDesk(deskFolder(), async (desk) => {
    const result = await ingest(desk, inputs, options);
    return { result, articles: await articlesOf(desk.store) };
  });
}

const tally = () => onDesk(deskFolder(), (desk) => desk.store.tally());

const row = (n: number, more: Record<string, unknown> = {}) => ({
  url: `https://a.example/${n}`,
  title: `Title ${n}`,
  text: prose(n, 30),
  published: '2024-09-23T14:05:00Z',
  ...more,
});

describe('formats', () => {
  it('reads JSON Lines, CSV, pages and texts, plain and packed, from files and folders', async () => {
    const pages = join(folder(), 'pages');
    mkdirSync(pages);
    const page = `<html><head><title>A page</title></head><body><article><p>${prose(3, 60)}</p></article></body></html>`;
    fileIn(pages, 'page.html', page);
    fileIn(pages, 'note.txt', `A note\n\n${prose(4, 30)}`);
    fileIn(pages, 'note.md', `# A heading\n\n${prose(5, 30)}`);
    const csv = `url,title,text,date\nhttps://b.example/1,Row,"${prose(2, 30)}",2024-09-24\n`;
    const { result, articles } = await read([
      fileIn(folder(), 'a.jsonl', jsonLines([row(1)])),
      fileIn(folder(), 'b.csv', csv),
      pages,
      fileIn(folder(), 'c.jsonl.gz', gzipSync(jsonLines([row(6), row(7)]))),
    ]);
    expect(result).toEqual({ items: 7, newItems: 7, newArticles: 7, refused: 0 });
    expect(articles.map(({ title }) => title)).toEqual([
      'Title 1',
      'Row',
      'A heading',
      'A note',
      'A page',
      'Title 6',
      'Title 7',
    ]);
    expect(articles.map(({ text }) => text)).toEqual(
      [1, 2, 5, 4, 3, 6, 7].map((n) => prose(n, n === 3 ? 60 : 30)),
    );
  });

  it('reads what is piped in', async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(jsonLines([row(1)]));
    }
    const { articles } = await read(['-'], { stdin: stdin() });
    expect(articles).toMatchObject([{ title: 'Title 1' }]);
  });
});

describe('clocks', () => {
  it('keeps published, first seen and captured apart, and never fills one from another', async () => {
    const rows = [
      row(1, { scrape_time: '2024-09-24T08:00:00Z' }),
      row(2, { published: undefined, scrape_time: '2024-09-24T08:00:00Z' }),
      row(3, { published: '2024-09-23' }),
      row(4, { published: 'some day' }),
    ];
    const { articles } = await read([fileIn(folder(), 'a.jsonl', jsonLines(rows))]);
    const at = Date.UTC(2024, 8, 23, 14, 5);
    const seen = Date.UTC(2024, 8, 24, 8);
    expect(articles[0]).toMatchObject({
      published: { earliest: at, zone: 'stated' },
      firstSeen: { earliest: seen },
      capturedAt: NOW,
    });
    expect(articles[1]).toMatchObject({ published: undefined, firstSeen: { earliest: seen } });
    const day = articles[2]!.published!;
    expect(day).toMatchObject({ precision: 'day', zone: 'unknown' });
    expect(day.latest - day.earliest).toBeGreaterThan(24 * 3_600_000);
    expect(articles[3]).toMatchObject({ published: undefined, firstSeen: undefined });
    expect((await tally()).doubts).toEqual({
      'assumed-zone': 1,
      'no-date': 1,
      'unreadable-date': 1,
    });
  });

  it('places local times in the zone that is set', async () => {
    const rows = [row(1, { published: '2024-09-23 08:05' })];
    const path = fileIn(folder(), 'a.jsonl', jsonLines(rows));
    const { articles } = await read([path], { timezone: 'America/Mexico_City' });
    expect(articles[0]!.published).toMatchObject({
      earliest: Date.UTC(2024, 8, 23, 14, 5),
      zone: 'set',
    });
  });
});

describe('identity', () => {
  it('keeps the same bytes once, wherever they stand', async () => {
    const one = fileIn(folder(), 'a.jsonl', jsonLines([row(1), row(2), row(1)]));
    const two = fileIn(folder(), 'b.jsonl', jsonLines([row(2)]));
    const { result } = await read([one, two]);
    expect(result).toEqual({ items: 4, newItems: 4, newArticles: 2, refused: 0 });
    expect(await tally()).toMatchObject({ items: 4, articles: 2, sameBytes: 2, sameArticle: 0 });
    expect(dumpDesk(deskFolder()).tables['capture']).toHaveLength(2);
  });

  it('knows the same article from other bytes and keeps both captures', async () => {
    const { title, url, ...rest } = row(1);
    const path = fileIn(folder(), 'a.jsonl', jsonLines([row(1), { ...rest, url, title }]));
    const { articles } = await read([path]);
    expect(articles).toHaveLength(1);
    expect(await tally()).toMatchObject({ items: 2, articles: 1, sameBytes: 0, sameArticle: 1 });
    expect(dumpDesk(deskFolder()).tables['capture']).toHaveLength(2);
  });

  it('keeps another text under the same address as another version', async () => {
    const path = fileIn(folder(), 'a.jsonl', jsonLines([row(1), row(1, { text: prose(9, 30) })]));
    const { articles } = await read([path]);
    expect(articles).toHaveLength(2);
    expect(articles[0]!.key).toBe(articles[1]!.key);
    expect(articles[0]!.id).not.toBe(articles[1]!.id);
  });

  it('takes two texts without address and id for two articles, not for versions of one', async () => {
    const rows = [1, 2].map((n) => ({ domain: 'a.example', text: prose(n, 30) }));
    const path = fileIn(
      folder(),
      'a.jsonl',
      jsonLines([...rows, { text: prose(1, 30), domain: 'a.example' }]),
    );
    const { articles } = await read([path]);
    expect(articles).toHaveLength(2);
    expect(articles[0]!.key).not.toBe(articles[1]!.key);
    expect(await tally()).toMatchObject({ sameArticle: 1 });
  });
});

describe('rerun', () => {
  it('adds nothing, to no table and not to the archive', async () => {
    const path = fileIn(
      folder(),
      'a.jsonl',
      `${jsonLines([row(1), row(2), row(1)])}{broken\n{broken\n`,
    );
    const missing = join(folder(), 'missing.csv');
    const first = await read([path, missing]);
    expect(first.result).toEqual({ items: 6, newItems: 6, newArticles: 2, refused: 3 });
    const before = dumpDesk(deskFolder());
    const second = await read([path, missing]);
    expect(second.result).toEqual({ items: 6, newItems: 0, newArticles: 0, refused: 3 });
    expect(dumpDesk(deskFolder())).toEqual(before);
  });

  it('adds what was appended to a file, and that only', async () => {
    const path = fileIn(folder(), 'a.jsonl', jsonLines([row(1)]));
    await read([path]);
    fileIn(folder(), 'a.jsonl', jsonLines([row(1), row(2)]));
    expect((await read([path])).result).toMatchObject({ items: 2, newItems: 1, newArticles: 1 });
  });

  it('meets the same file named twice once', async () => {
    const path = fileIn(folder(), 'a.jsonl', `${jsonLines([row(1)])}{broken\n`);
    const { result } = await read([path, path]);
    expect(result).toEqual({ items: 4, newItems: 2, newArticles: 1, refused: 2 });
    expect(await tally()).toMatchObject({ items: 2, articles: 1 });
  });

  it('comes to the same state in one run or in two', async () => {
    const one = fileIn(folder(), 'a.jsonl', jsonLines([row(1), row(2)]));
    const two = fileIn(folder(), 'b.jsonl', jsonLines([row(2), row(3)]));
    await read([one]);
    await read([one, two]);
    const other = await deskIn(join(folder(), 'other'));
    await ingest(other, [one, two]);
    await other.close();
    expect(dumpDesk(deskFolder())).toEqual(dumpDesk(other.folder));
  });
});

describe('refusals', () => {
  it('keeps the bytes of what it refuses, and names every place of repeated faults', async () => {
    const path = fileIn(folder(), 'a.jsonl', `${jsonLines([row(1)])}{broken\n{broken\n`);
    const { result } = await read([path]);
    expect(result).toMatchObject({ items: 3, newArticles: 1, refused: 2 });
    await onDesk(deskFolder(), async ({ store }) => {
      const refusals = await store.refusals(10);
      expect(refusals.map(({ kind, place }) => [kind, place])).toEqual([
        ['broken-json', { file: path, line: 2 }],
        ['broken-json', { file: path, line: 3 }],
      ]);
      for (const { capture } of refusals) expect(capture).toMatch(/^[\da-f]{16}$/);
    });
  });

  it('reads what it refused before once it is told where the text stands', async () => {
    const { text, ...rest } = row(1);
    const path = fileIn(folder(), 'a.jsonl', jsonLines([{ ...rest, cuerpo_nota: text }]));
    expect((await read([path])).result).toMatchObject({ newArticles: 0, refused: 1 });
    const again = await read([path], { fields: { text: 'cuerpo_nota' } });
    expect(again.result).toEqual({ items: 1, newItems: 0, newArticles: 1, refused: 0 });
    expect(again.articles).toMatchObject([{ title: 'Title 1', text }]);
    expect(await tally()).toMatchObject({ items: 1, articles: 1, refused: {} });
    const third = await read([path]);
    expect(third.result).toMatchObject({ newItems: 0, newArticles: 0, refused: 0 });
    expect(dumpDesk(deskFolder()).tables['capture']).toHaveLength(1);
  });

  it('tells after each batch how far it is', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => row(i, { text: prose(i, 5) }));
    const path = fileIn(folder(), 'a.jsonl', jsonLines(rows));
    const steps: number[][] = [];
    await read([path], { onProgress: (...step) => steps.push(step) });
    expect(steps.map(([items]) => items)).toEqual([1000, 1500]);
    const [, all, size] = steps[1]!;
    expect(all).toBe(size);
  });
});
