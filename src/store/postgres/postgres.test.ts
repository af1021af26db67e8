/** The store's contract on a real PostgreSQL. */
import { describe, expect, it } from 'vitest';
import { articleOn, batchOf } from '../rows.fixture.ts';
import { describeStore } from '../store.contract.ts';
import { connect } from './database.ts';
import { openPostgres } from './postgres.ts';
import { migrate, TABLES } from './schema.ts';
import { newDatabase, SERVER } from './server.fixture.ts';

describe.skipIf(SERVER === undefined)('the store on a server', () => {
  describeStore('PostgreSQL', async () => {
    const { url, drop } = newDatabase();
    return { store: await openPostgres(url), cleanUp: drop };
  });

  /** Runs `work` on a database of its own. */
  async function onDatabase(work: (url: string) => Promise<void>): Promise<void> {
    const { url, drop } = newDatabase();
    try {
      await work(url);
    } finally {
      await drop();
    }
  }

  describe('openPostgres', () => {
    it('finds what was saved before it was closed', () =>
      onDatabase(async (url) => {
        const first = await openPostgres(url);
        await first.saveBatch(batchOf(['one']));
        await first.close();
        const second = await openPostgres(url);
        const { id } = articleOn('one');
        expect((await second.articlesByIds([id])).get(id)).toEqual(articleOn('one'));
        await second.close();
      }));

    it('lets two servers make the tables at once', () =>
      onDatabase(async (url) => {
        const stores = await Promise.all([openPostgres(url), openPostgres(url), openPostgres(url)]);
        await stores[0]!.saveBatch(batchOf(['one']));
        for (const store of stores) expect(await store.countArticles()).toBe(1);
        for (const store of stores) await store.close();
      }));

    it('numbers articles without gaps, however many write at once, and whatever fails between', () =>
      onDatabase(async (url) => {
        const stores = await Promise.all([openPostgres(url), openPostgres(url)]);
        const words = Array.from({ length: 40 }, (_, i) => `word${i}`);
        const orphan = { ...batchOf(['orphan']), captures: [] };
        const writes = words.flatMap((word, i) => [
          stores[i % 2]!.saveBatch(batchOf([word])),
          stores[i % 2]!.saveBatch(orphan).catch(() => undefined),
        ]);
        await Promise.all(writes);
        const store = stores[0]!;
        expect(await store.countArticles()).toBe(40);
        const texts = await store.articlesAt(words.map((_, row) => row));
        expect(texts.map(({ text }) => text).sort()).toEqual([...words].sort());
        expect(await store.faults()).toEqual([]);
        for (const one of stores) await one.close();
      }));

    it('keeps every text as it is, U+0000 and its own escape too', () =>
      onDatabase(async (url) => {
        const store = await openPostgres(url);
        const text = 'a\0b \u{F0000}0 \u{F0000}\u{F0000}1 pier';
        const article = articleOn(text, { title: '\0', outlet: 'A\0' });
        await store.saveBatch(batchOf([article]));
        expect((await store.articlesByIds([article.id])).get(article.id)).toEqual(article);
        expect(await store.articlesWith(['pier'], 9)).toEqual([article.id]);
        await store.close();
      }));

    it('keeps a text of more words than the server can index, and finds its beginning', () =>
      onDatabase(async (url) => {
        const store = await openPostgres(url);
        const many = Array.from({ length: 300_000 }, (_, i) => `w${i}`).join(' ');
        const article = articleOn(`lantern ${many} ${'x'.repeat(5000)}`);
        await store.saveBatch(batchOf([article]));
        expect(await store.articlesWith(['lantern', 'w77'], 9)).toEqual([article.id]);
        await store.close();
      }));

    it('refuses a newer schema, and says nothing of the password', () =>
      onDatabase(async (url) => {
        await (await openPostgres(url)).close();
        const database = connect(url);
        await database.run('UPDATE schema_version SET version = 99');
        await database.close();
        const secret = url.replace('//', '//ana:hush@').replace('hush@postgres@', 'hush@');
        await expect(openPostgres(url)).rejects.toMatchObject({
          message: expect.stringMatching(/^the database postgres/),
          cause: expect.objectContaining({ message: expect.stringMatching(/schema 99, newer/) }),
        });
        const refused = await openPostgres(secret.replace(/:\d+\//, ':1/')).catch(
          (error: Error) => error,
        );
        expect(String(refused)).not.toContain('hush');
      }));
  });

  describe('migrate', () => {
    it('goes on from any earlier version, and does nothing the second time', () =>
      onDatabase(async (url) => {
        const database = connect(url);
        const schema = new URL(url).searchParams.get('schema')!;
        await migrate(database, schema, 1);
        await migrate(database, schema);
        await migrate(database, schema);
        const tables = await database.rows<{ name: string }>(
          'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1',
          [schema],
        );
        const expected = ['schema_version', ...TABLES].filter(
          (one, i, all) => all.indexOf(one) === i,
        );
        expect(tables.map(({ name }) => name).sort()).toEqual(expected.sort());
        await database.close();
      }));

    it.each([
      ["INSERT INTO ledger_entry VALUES (1, 'a', 'RU', 'MX', '{}')", 'ledger_entry'],
      ["INSERT INTO account_event VALUES (1, 0, 'local', 'added', 'ana')", 'account_event'],
    ])('lets nobody change or delete what only grows: %s', (insert, table) =>
      onDatabase(async (url) => {
        await (await openPostgres(url)).close();
        const database = connect(url);
        await database.run(insert);
        await expect(database.run(`DELETE FROM ${table}`)).rejects.toThrow(/only grows/);
        await database.close();
      }),
    );
  });
});
