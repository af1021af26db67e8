/** The queue on PostgreSQL, opened for the first time by many processes at one moment. */
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { openQueue } from '../../src/store/postgres/queue.ts';
import { newDatabase, SERVER } from '../../src/store/postgres/server.fixture.ts';
import { QUEUES } from '../../src/store/queue.ts';

describe.skipIf(SERVER === undefined)('the queue', () => {
  it('is there for all who open it first at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { url, drop } = newDatabase();
      const store = await openPostgres(url);
      const opened = await Promise.allSettled(Array.from({ length: 6 }, () => openQueue(url)));
      const failed = opened.flatMap((one) =>
        one.status === 'rejected' ? [String(one.reason)] : [],
      );
      const counts = [];
      for (const one of opened) {
        if (one.status !== 'fulfilled') continue;
        counts.push((await one.value.counts()).map(({ queue }) => queue));
        await one.value.close();
      }
      await store.close();
      await drop();
      expect(failed).toEqual([]);
      expect(counts).toEqual(Array.from({ length: 6 }, () => [...QUEUES]));
    }
  });
});
