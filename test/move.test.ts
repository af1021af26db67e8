/** A desk moved to PostgreSQL and back: not a row is lost, however often it is interrupted. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import { dumpDesk, fileIn, jsonLines, onDesk } from '../src/pipeline/desk.fixture.ts';
import { openDesk } from '../src/pipeline/desk.ts';
import { moveDesk } from '../src/pipeline/move.ts';
import { connect } from '../src/store/postgres/database.ts';
import { newDatabase, SERVER, type TestDatabase } from '../src/store/postgres/server.fixture.ts';

const quiet = (): void => undefined;

describe.skipIf(SERVER === undefined)('atalaya move', () => {
  let folder: string;
  let made: string;
  let database: TestDatabase;
  let place: { folder: string; database: string };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-move-'));
    made = join(folder, 'made');
    await runIn(made, ['demo', '--desk', made]);
    // What is hard to carry: NULs, no date, a line that is no article, the same text twice.
    const odd = fileIn(
      folder,
      'odd.jsonl',
      `${jsonLines([
        { text: `a \0 NUL and \u{F0000} its escape ${'words '.repeat(20)}`, outlet: 'Odd\0' },
        { text: 'undated, and read again '.repeat(9), outlet: 'Odd', date: 'someday' },
        { text: 'undated, and read again '.repeat(9), outlet: 'Odd', date: 'someday' },
      ])}not json\n`,
    );
    await runIn(made, ['ingest', odd, '--desk', made]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let desks = 0;
  beforeEach(() => {
    database = newDatabase();
    place = { folder: join(folder, `desk${++desks}`), database: database.url };
    cpSync(made, place.folder, { recursive: true });
  });
  afterEach(() => database.drop());

  it('there and back again is the same desk', async () => {
    const there = await moveDesk(place, 'postgresql', quiet);
    expect(there.rows).toBeGreaterThan(500);
    const back = { folder: join(folder, `back${desks}`), database: database.url };
    mkdirSync(back.folder);
    const again = await moveDesk(back, 'sqlite', quiet);
    expect(again.tables).toEqual(there.tables);
    cpSync(join(place.folder, 'archive'), join(back.folder, 'archive'), { recursive: true });
    const [was, is] = [dumpDesk(place.folder), dumpDesk(back.folder)];
    for (const [table, rows] of Object.entries(was.tables)) {
      expect([table, is.tables[table]]).toEqual([table, rows]);
    }
    expect(await onDesk(back.folder, ({ store }) => store.articlesWith(['harbour'], 50))).toEqual(
      await onDesk(place.folder, ({ store }) => store.articlesWith(['harbour'], 50)),
    );
  });

  it('goes on where it was stopped, and lets nobody use half a desk', async () => {
    for (const stop of [1, 300, 700]) {
      const stopped = moveDesk(place, 'postgresql', (_stage, rows) => {
        if (rows > stop) throw new Error('stopped');
      });
      await expect(stopped).rejects.toThrow('stopped');
      const opened = openDesk({ ...place, now: () => 0, detectLanguage: async () => 'en' });
      await expect(opened).rejects.toThrow(/holds half of a desk.*run atalaya move again/);
    }
    const { rows } = await moveDesk(place, 'postgresql', quiet);
    expect(rows).toBeGreaterThan(0);
    const desk = await openDesk({ ...place, now: () => 0, detectLanguage: async () => 'en' });
    expect(await desk.store.faults()).toEqual([]);
    expect(await desk.store.tally()).toEqual(
      await onDesk(place.folder, ({ store }) => store.tally()),
    );
    await desk.close();
  });

  it('lets the moved desk grow: new rows stand behind the old ones', async () => {
    await moveDesk(place, 'postgresql', quiet);
    const more = fileIn(
      folder,
      'more.jsonl',
      jsonLines([{ text: 'new '.repeat(30), outlet: 'N' }]),
    );
    const ran = await runIn(place.folder, ['ingest', more], { database: database.url });
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('1 new')]);
  });

  it('finds a row that is not what it was', async () => {
    await moveDesk(place, 'postgresql', quiet);
    const db = connect(database.url);
    await db.run("UPDATE article SET title = 'another' WHERE seq = 3");
    await db.run("INSERT INTO setting VALUES ('copying-from', $1)", [
      join(place.folder, 'desk.sqlite'),
    ]);
    await db.close();
    await expect(moveDesk(place, 'postgresql', quiet)).rejects.toThrow(/the table article has/);
  });

  it('says what stands in the way', async () => {
    await expect(moveDesk({ folder: place.folder }, 'sqlite', quiet)).rejects.toThrow(
      'DATABASE_URL names no PostgreSQL',
    );
    const none = { folder: join(folder, 'nothing'), database: database.url };
    await expect(moveDesk(none, 'postgresql', quiet)).rejects.toThrow('there is no desk in');
    await moveDesk(place, 'postgresql', quiet);
    await expect(moveDesk(place, 'postgresql', quiet)).rejects.toThrow('holds a desk already');
    await expect(moveDesk(place, 'sqlite', quiet)).rejects.toThrow('holds a desk already');
    const told = await runIn(place.folder, ['move', 'postgresql']);
    expect([told.code, told.err]).toEqual([1, expect.stringContaining('DATABASE_URL')]);
  });
});
