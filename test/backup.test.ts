/** Backups of a desk in use, on both databases, and desks made of them. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import { verifyDesk } from '../src/pipeline/archive-care.ts';
import { backUp, restore } from '../src/pipeline/backup.ts';
import { articlesOf, fileIn, jsonLines, NOW, prose } from '../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { newDatabase, SERVER, type TestDatabase } from '../src/store/postgres/server.fixture.ts';

const KINDS = ['SQLite', ...(SERVER === undefined ? [] : ['PostgreSQL'])];

describe.each(KINDS)('a backup of a desk on %s', (kind) => {
  let folder: string;
  const databases: TestDatabase[] = [];
  let place: { folder: string; database: string | undefined };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-backup-'));
    place = { folder: join(folder, 'desk'), database: database() };
  });
  afterEach(async () => {
    for (const one of databases.splice(0)) await one.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  function database(): string | undefined {
    if (kind === 'SQLite') return undefined;
    databases.push(newDatabase());
    return databases.at(-1)!.url;
  }

  const open = (at: typeof place): Promise<Desk> =>
    openDesk({ ...at, now: () => NOW, detectLanguage: async () => 'en' });

  async function on<T>(at: typeof place, use: (desk: Desk) => Promise<T>): Promise<T> {
    const desk = await open(at);
    try {
      return await use(desk);
    } finally {
      await desk.close();
    }
  }

  const articles = (from: number, to: number): string =>
    fileIn(
      folder,
      `articles-${from}.jsonl`,
      jsonLines(
        Array.from({ length: to - from }, (_, i) => ({
          ...{ url: `https://a.example/${from + i}`, outlet: 'A', date: '2024-09-01' },
          text: prose(from + i, 80),
        })),
      ),
    );

  const to = (): string => join(folder, 'backup');
  let hour = 0;
  const backing = () =>
    backUp(place, to(), { version: '0', now: NOW + ++hour * 3_600_000, tell: () => {} });
  const restoring = (at: typeof place) => restore(at, to(), () => {});
  const textsIn = async ({ store }: Desk) => (await articlesOf(store)).map(({ text }) => text);

  it('brings back the desk: articles, own files, and an archive that is sound', async () => {
    await on(place, (desk) => ingest(desk, [articles(0, 30)]));
    writeFileSync(join(place.folder, 'notices.yaml'), 'webhooks: []\n');
    const made = await backing();
    expect(made.bytes).toBeGreaterThan(1000);
    const back = { folder: join(folder, 'back'), database: database() };
    await restoring(back);
    const [was, is] = [await on(place, textsIn), await on(back, textsIn)];
    expect(is).toEqual(was);
    expect(is.length).toBe(30);
    expect(readFileSync(join(back.folder, 'notices.yaml'), 'utf8')).toBe('webhooks: []\n');
    expect((await on(back, (desk) => verifyDesk(desk, () => undefined))).ok).toBe(true);
    await on(back, (desk) => ingest(desk, [articles(30, 40)]));
    expect((await on(back, textsIn)).length).toBe(40);
  });

  it('is made while the desk is written: of whole batches, and with all that they refer to', async () => {
    await on(place, async (desk) => {
      await ingest(desk, [articles(0, 20)]);
      const writing = (async () => {
        for (let i = 1; i < 12; i++) await ingest(desk, [articles(i * 20, i * 20 + 20)]);
      })();
      await Promise.all([backing(), writing]);
    });
    const back = { folder: join(folder, 'back'), database: database() };
    await restoring(back);
    const kept = (await on(back, textsIn)).length;
    expect(kept % 20).toBe(0);
    expect(kept).toBeGreaterThanOrEqual(20);
    expect((await on(back, (desk) => verifyDesk(desk, () => undefined))).ok).toBe(true);
    expect(await on(back, ({ store }) => store.faults())).toEqual([]);
    await on(back, (desk) => ingest(desk, [articles(0, 20), articles(220, 240)]));
    expect((await on(back, (desk) => verifyDesk(desk, () => undefined))).ok).toBe(true);
  });

  it('leaves out what comes and goes while a desk is in use', async () => {
    await on(place, (desk) => ingest(desk, [articles(0, 10)]));
    for (const name of ['writer.lock-journal', 'watch.lock', 'half.partial', 'kept.yaml']) {
      writeFileSync(join(place.folder, name), 'x');
    }
    // Removed between the moment it was listed and its turn.
    writeFileSync(join(place.folder, 'removed.yaml'), 'x');
    const tell = (): void => rmSync(join(place.folder, 'removed.yaml'), { force: true });
    await backUp(place, to(), { version: '0', now: NOW, tell });
    const own = readdirSync(to()).filter((name) => !name.startsWith('desk-'));
    expect(own.sort()).toEqual(['archive', 'backup.json', 'kept.yaml']);
  });

  it('made again copies what is new, and leaves one database', async () => {
    await on(place, (desk) => ingest(desk, [articles(0, 30)]));
    const first = await backing();
    await on(place, (desk) => ingest(desk, [articles(30, 35)]));
    const second = await backing();
    expect(second.bytes).toBeGreaterThan(first.bytes);
    expect(readdirSync(to()).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
    await restoring({ folder: join(folder, 'back'), database: database() });
  });

  it('that was stopped leaves the one before it usable', async () => {
    await on(place, (desk) => ingest(desk, [articles(0, 30)]));
    await backing();
    const before = join(folder, 'before');
    cpSync(to(), before, { recursive: true });
    await on(place, (desk) => ingest(desk, [articles(30, 60)]));
    await backing();
    // As if it had been stopped before its last step: the old list, beside files that have grown.
    cpSync(join(before, 'backup.json'), join(to(), 'backup.json'));
    for (const name of readdirSync(before).filter((one) => one.endsWith('.sqlite'))) {
      cpSync(join(before, name), join(to(), name));
    }
    const back = { folder: join(folder, 'back'), database: database() };
    await restoring(back);
    expect((await on(back, textsIn)).length).toBe(30);
  });

  it.each([
    ['is damaged', (path: string) => appendByte(path, 3), 'is not as it was backed up'],
    ['is cut', (path: string) => truncateSync(path, 10), 'is not as it was backed up'],
    ['is gone', (path: string) => rmSync(path), 'lacks'],
  ])('whose file %s is refused, and nothing is written', async (_, harm, message) => {
    await on(place, (desk) => ingest(desk, [articles(0, 10)]));
    await backing();
    const name = readdirSync(join(to(), 'archive')).find((one) => one.endsWith('.gz'))!;
    harm(join(to(), 'archive', name));
    const back = { folder: join(folder, 'back'), database: database() };
    await expect(restoring(back)).rejects.toThrow(message);
    expect(existsSync(back.folder)).toBe(false);
  });

  it('is refused where there is a desk, where there is none to restore, and where names lead elsewhere', async () => {
    await on(place, (desk) => ingest(desk, [articles(0, 10)]));
    await expect(restoring(place)).rejects.toThrow('there is no backup in');
    await backing();
    await expect(restoring(place)).rejects.toThrow('there is a desk in');
    const list = JSON.parse(readFileSync(join(to(), 'backup.json'), 'utf8'));
    list.files[1].name = '../outside';
    writeFileSync(join(to(), 'backup.json'), JSON.stringify(list));
    const back = { folder: join(folder, 'back'), database: database() };
    await expect(restoring(back)).rejects.toThrow('is no file of a desk');
    writeFileSync(join(to(), 'backup.json'), '{');
    await expect(restoring(back)).rejects.toThrow('cannot be read: take another backup');
  });

  it('is a command', async () => {
    await on(place, (desk) => ingest(desk, [articles(0, 10)]));
    const setting = place.database === undefined ? {} : { database: place.database };
    const ran = await runIn(place.folder, ['backup', to()], setting);
    expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/^Backed up \d+ files, /)]);
    const other = database();
    const back = join(folder, 'back');
    const told = await runIn(
      back,
      ['restore', to()],
      other === undefined ? {} : { database: other },
    );
    expect([told.code, told.out]).toEqual([
      0,
      expect.stringMatching(/^Restored \d+ files of the backup/),
    ]);
  });
});

/** Changes one byte in the place of it. */
function appendByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at]! + 1) % 256;
  writeFileSync(path, bytes.subarray(0, bytes.length - 1));
  appendFileSync(path, bytes.subarray(bytes.length - 1));
}
