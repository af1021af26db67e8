import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/archive.ts';
import { copyRecords, exchangeOf, foundAgainOf } from '../../archive/copy-records.ts';
import { exchangeRecords } from '../../archive/exchange.ts';
import type { Article, RawItem } from '../../domain/article.ts';
import { articlesOf, NOW, onDesk, prose, useFolder } from '../desk.fixture.ts';
import { fieldsOfFound } from '../found-fields.ts';
import { incomingOf, keep } from '../keep.ts';
import { rereadEvidence } from './reread-evidence.ts';

const folder = useFolder();
const PAGE = `<html><head><title>A headline</title></head><body><article><h1>A headline</h1><p>${prose(1, 120)}</p><p>${prose(2, 120)}</p></article></body></html>`;

const pageAt = (url: string): RawItem => ({
  place: { file: url },
  bytes: Buffer.from(PAGE),
  mediaType: 'text/html',
  progress: 0,
  found: { url, at: NOW, outlet: 'Outlet', published: '2024-09-23T10:00:00Z' },
});

/** Keeps pages one by one, as a watch meets them, with records as of a fetch; gives the articles. */
async function kept(urls: readonly string[]): Promise<readonly Article[]> {
  return onDesk(folder(), async (desk) => {
    const archive = await openArchive(desk.archiveFolder, undefined);
    for (const url of urls) {
      const batch = await keep(desk, archive, [incomingOf({ ok: true, value: pageAt(url) })], {
        recordsOf: ({ found, bytes }, _digest, capturedAt) =>
          exchangeRecords(
            {
              url,
              finalUrl: url,
              capturedAt,
              requestHead: `GET ${url} HTTP/1.1\r\n\r\n`,
              responseHead: 'HTTP/1.1 200 OK\r\nContent-Type: text/html',
              payload: bytes,
            },
            fieldsOfFound(found!),
          ).records,
      });
      await desk.store.saveBatch(batch);
    }
    await archive.close();
    return articlesOf(desk.store);
  });
}

describe('rereadEvidence', () => {
  it('brings a fetched page back from its own records alone', async () => {
    const articles = await kept(['https://a.example/one']);
    const again = await onDesk(folder(), async ({ store, archiveFolder }) => {
      const { captureId } = articles[0]!;
      const { record } = (await store.capturesByIds([captureId])).get(captureId)!;
      const lines = await exchangeOf(archiveFolder, record);
      expect(lines).toHaveLength(3);
      await copyRecords(archiveFolder, lines, join(folder(), 'copy.warc.gz'));
      return rereadEvidence(folder(), 'copy.warc.gz', new Set(articles.map(({ id }) => id)));
    });
    const { language: _, ...article } = articles[0]!;
    expect(again.articles.get(article.id)).toMatchObject(article);
    expect(again.damaged).toEqual([]);
  });

  it('brings back what stood at a second address, once its record is there too', async () => {
    const articles = await kept(['https://a.example/one', 'https://b.example/two']);
    expect(articles.map(({ url }) => url)).toEqual([
      'https://a.example/one',
      'https://b.example/two',
    ]);
    expect(articles[0]!.captureId).toBe(articles[1]!.captureId);
    const wanted = new Set(articles.map(({ id }) => id));
    await onDesk(folder(), async ({ store, archiveFolder }) => {
      const { captureId } = articles[0]!;
      const { record, digest } = (await store.capturesByIds([captureId])).get(captureId)!;
      const own = await exchangeOf(archiveFolder, record);
      await copyRecords(archiveFolder, own, join(folder(), 'own.warc.gz'));
      const first = await rereadEvidence(folder(), 'own.warc.gz', wanted);
      expect([...first.articles.keys()]).toEqual([articles[0]!.id]);
      const end = (await store.archiveEnd())!;
      const later = await foundAgainOf(archiveFolder, record, end, digest);
      await copyRecords(archiveFolder, [...own, ...later], join(folder(), 'both.warc.gz'));
      const both = await rereadEvidence(folder(), 'both.warc.gz', wanted);
      expect(new Set(both.articles.keys())).toEqual(wanted);
    });
  });

  it('holds no article that was not asked for', async () => {
    const [article] = await kept(['https://a.example/one']);
    await onDesk(folder(), async ({ archiveFolder }) => {
      const all = await rereadEvidence(archiveFolder, 'captures-00001.warc.gz', new Set());
      expect(all.articles.size).toBe(0);
      expect(all.captures.has(article!.captureId)).toBe(true);
    });
  });
});
