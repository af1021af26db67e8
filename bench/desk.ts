/** A desk in a folder of its own that holds rows of the planted corpus, and what is asked of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article, Capture } from '../src/domain/article.ts';
import { articleIdOf, captureIdOf, digestOf } from '../src/domain/ids.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import type { Corpus } from './corpus.ts';

const NOW = Date.UTC(2024, 8, 23);
const MINUTE = 60_000;
/** Articles written in one transaction. */
const BATCH = 1000;

/** Runs `work` with an empty folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` on an empty desk that is gone afterwards. The texts take 4 GB of disk a million. */
export async function onEmptyDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const desk = await openDesk({ folder, now: () => NOW, detectLanguage: async () => 'und' });
    try {
      return await work(desk);
    } finally {
      await desk.close();
    }
  });
}

/** Puts the corpus's rows [begin, end) into the desk. */
export async function fillDesk(
  { store }: Desk,
  corpus: Corpus,
  begin: number,
  end: number,
): Promise<void> {
  for (let from = begin; from < end; from += BATCH) {
    const rows = Array.from({ length: Math.min(end, from + BATCH) - from }, (_, i) => from + i);
    const articles = rows.map((row) => articleOf(corpus, row));
    await store.saveBatch({
      captures: articles.map(captureOf),
      articles: articles.map((article) => ({ article, doubts: [] })),
      items: [],
    });
  }
}

function articleOf(corpus: Corpus, row: number): Article {
  const domain = corpus.domain(row);
  const text = corpus.text(row);
  const url = `https://${domain}/${row}`;
  const at = NOW + row * MINUTE;
  return {
    id: articleIdOf(url, '', text),
    key: url,
    captureId: captureIdOf(digestOf(url)),
    url,
    domain,
    outlet: domain,
    title: '',
    text,
    language: corpus.language(row),
    published: { earliest: at, latest: at, precision: 'second', zone: 'stated' },
    firstSeen: undefined,
    capturedAt: NOW,
  };
}

/** A capture that names no bytes: tracing reads none. */
function captureOf({ key, captureId, text }: Article): Capture {
  return {
    id: captureId,
    digest: digestOf(key),
    mediaType: 'application/json',
    length: text.length,
    capturedAt: NOW,
    origin: 'bench',
    record: { file: 'captures-00001.warc.gz', offset: 0, length: 0 },
  };
}

/** The desk's pairs of articles, by rows. */
export async function pairsOf({ store }: Desk): Promise<{ a: number; b: number }[]> {
  const pairs: { a: number; b: number }[] = [];
  for await (const { a, b } of store.alignments()) pairs.push({ a, b });
  return pairs;
}
