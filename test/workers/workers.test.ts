/** Workers on PostgreSQL: whatever befalls them, the desk comes out as one process alone would have made it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/domain/reading.ts';
import { fileIn, jsonLines, prose } from '../../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../../src/pipeline/desk.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import { readDesk } from '../../src/pipeline/read.ts';
import { traceDesk } from '../../src/pipeline/trace.ts';
import type { Hands } from '../../src/pipeline/work/hands.ts';
import { oneThread } from '../../src/pipeline/work/hands.ts';
import { queueCrew } from '../../src/pipeline/work/queue-crew.ts';
import { work } from '../../src/pipeline/work/worker.ts';
import { BUILT_IN_READER } from '../../src/read/read.ts';
import { connect } from '../../src/store/postgres/database.ts';
import { newDatabase, SERVER, type TestDatabase } from '../../src/store/postgres/server.fixture.ts';
import type { Queue } from '../../src/store/queue.ts';

const NEVER = new AbortController().signal;

/** Invented statements, some repeated by others. */
const ARTICLES = Array.from({ length: 150 }, (_, i) => ({
  url: `https://outlet${i % 7}.example/${i}`,
  outlet: `Outlet ${i % 7}`,
  date: `2024-09-${String(1 + (i % 28)).padStart(2, '0')}`,
  language: 'en',
  text: `Minister Ada Quill said on Monday that ${prose(i % 40, 60)} ${prose(1000 + i, 40)}`,
}));

describe.skipIf(SERVER === undefined)('workers', () => {
  let folder: string;
  let database: TestDatabase;
  let desk: Desk;
  let queue: Queue;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-workers-'));
    database = newDatabase();
    desk = await open(database.url, 'own');
    await ingest(desk, [fileIn(folder, 'articles.jsonl', jsonLines(ARTICLES))]);
    queue = await desk.openQueue!();
  });
  afterEach(async () => {
    await queue.close();
    await desk.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (url: string | undefined, name: string): Promise<Desk> =>
    openDesk({
      folder: join(folder, name),
      database: url,
      now: () => Date.UTC(2025, 0, 1),
      detectLanguage: async () => 'en',
    });

  let warned = 0;
  const options = (more: object = {}) => ({
    signal: NEVER,
    once: true,
    warn: async () => void warned++,
    tell: () => undefined,
    ...more,
  });

  /** What one process makes of the same articles on SQLite. */
  async function undisturbed(): Promise<{ readings: Reading[]; cascades: unknown }> {
    const alone = await open(undefined, 'alone');
    await ingest(alone, [join(folder, 'articles.jsonl')]);
    await traceDesk(alone);
    await readDesk(alone);
    const result = await stateOf(alone);
    await alone.close();
    return result;
  }

  async function stateOf({ store }: Desk): Promise<{ readings: Reading[]; cascades: unknown }> {
    const ids = [];
    for await (const { id } of store.articles()) ids.push(id);
    const readings = [...(await store.readingsOf(ids)).values()].flat();
    readings.sort((a, b) => (a.article < b.article ? -1 : 1));
    return { readings, cascades: await store.cascades({ limit: 999, offset: 0, minReach: 0 }) };
  }

  async function expectUndisturbed(): Promise<void> {
    const [is, was] = [await stateOf(desk), await undisturbed()];
    expect(is.readings.length).toBe(150);
    expect(is).toEqual(was);
    expect(await queue.parked(9)).toEqual([]);
  }

  it('do all there is to do, two at once, each job once', async () => {
    warned = 0;
    const other = await desk.openQueue!();
    const done = await Promise.all([work(desk, queue, options()), work(desk, other, options())]);
    expect(done.reduce((sum, { articles }) => sum + articles, 0)).toBe(150);
    expect(warned).toBe(1);
    await expectUndisturbed();
    expect(await work(desk, other, options())).toEqual({ jobs: 0, articles: 0, failed: 0 });
    await other.close();
  });

  it('trace by jobs of the queue as a process alone does', async () => {
    const hands = oneThread(60_000);
    const crew = queueCrew({ queue, hands, worker: 'own' });
    await traceDesk(desk, { crew });
    await crew.close();
    await hands.close();
    await readDesk(desk);
    await expectUndisturbed();
    const db = connect(database.url);
    expect(await db.rows('SELECT id FROM job_bytes')).toEqual([]);
    await db.close();
  });

  it('take over from one that fell silent with a job in its hands', async () => {
    await queue.sendReads(BUILT_IN_READER, 32);
    await queue.take(['read'], 'lost');
    expect(await queue.workers()).toMatchObject([{ id: 'lost' }]);
    const done = await work(desk, queue, options({ silence: 50 }));
    expect(done.articles).toBe(150);
    expect((await queue.workers()).map(({ id }) => id)).toEqual([]);
    await expectUndisturbed();
  });

  it('say that they live one word at a time, however slow the server is', async () => {
    let [told, most] = [0, 0];
    const slow: Queue = {
      ...queue,
      beat: async (id, done) => {
        most = Math.max(most, ++told);
        await sleep(150);
        await queue.beat(id, done);
        told--;
      },
    };
    // Every 100 milliseconds; the first word is waited for beside them.
    await work(desk, slow, options({ silence: 300 }));
    expect(most).toBeLessThanOrEqual(2);
    expect(told).toBeLessThanOrEqual(1);
  });

  it('give back what they hold when they leave in the middle of it', async () => {
    await queue.sendReads(BUILT_IN_READER, 1000);
    const taken = await queue.take(['read'], 'leaving');
    await queue.leave('leaving');
    expect((await work(desk, queue, options())).articles).toBe(150);
    expect(taken!.tries).toBe(0);
  });

  it('read all but the article that their reader cannot take, and park that', async () => {
    const { store } = desk;
    const [poison] = await store.articlesAt([77]);
    // What the thread would do to itself is done to it: the job with that article ends it.
    const broken: Desk = {
      ...desk,
      store: {
        ...store,
        saveReadings: async (readings) => {
          if (readings.some(({ article }) => article === poison!.id)) throw new Error('poisoned');
          await store.saveReadings(readings);
        },
      },
    };
    await traceDesk(desk);
    const first = await work(broken, queue, options());
    expect(first.articles).toBe(149);
    expect(await queue.parked(9)).toEqual([
      expect.objectContaining({
        data: { queue: 'read', reader: BUILT_IN_READER, from: 77, to: 78 },
        reason: 'poisoned',
      }),
    ]);
    const [{ id } = { id: '' }] = await queue.parked(1);
    expect(await queue.unpark(id)).toBe(true);
    expect(await queue.unpark(id)).toBe(false);
    expect((await work(desk, queue, options())).articles).toBe(1);
    await expectUndisturbed();
  }, 60_000);

  it('give up a thread that does not end, and do what it would have done with another', async () => {
    const slow: Hands = oneThread(1);
    const job = { kind: 'read', articles: [] } as const;
    await expect(slow.do(job)).rejects.toThrow('it took longer than 0 s');
    await slow.close();
    const hands = oneThread(60_000);
    expect(await hands.do(job)).toEqual({ kind: 'readings', readings: [] });
    await hands.close();
  });

  it('wait for whoever traces the desk, and for no writer', async () => {
    const [writer, tracer] = [await desk.lock('a long ingest'), await desk.lockTrace('by hand')];
    setTimeout(tracer.release, 300);
    const done = await work(desk, queue, options());
    writer.release();
    expect(done.failed).toBe(0);
    await expectUndisturbed();
  });

  it('trace what there is while more comes in, and that later', async () => {
    const more = ARTICLES.slice(0, 30).map((one, i) => ({
      ...one,
      ...{ url: `https://later${i}.example/${i}`, outlet: `Later ${i}` },
    }));
    const file = fileIn(folder, 'later.jsonl', jsonLines(more));
    let coming: Promise<unknown> | undefined;
    const { articles } = await traceDesk(desk, {
      onProgress: (stage) => {
        if (stage === 'aligning') coming ??= ingest(desk, [file]);
      },
    });
    await coming;
    expect([articles, await desk.store.countArticles()]).toEqual([150, 180]);
    expect((await traceDesk(desk, { all: true })).articles).toBe(180);
    const alone = await open(undefined, 'alone');
    for (const one of ['articles.jsonl', 'later.jsonl']) await ingest(alone, [join(folder, one)]);
    await traceDesk(alone);
    expect((await stateOf(desk)).cascades).toEqual((await stateOf(alone)).cascades);
    await alone.close();
  });
});
