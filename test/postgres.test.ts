/**
 * The whole journey on PostgreSQL: the bundled example goes through a desk of each database, and every answer
 * and every export is the same, to the byte.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import { newDatabase, SERVER, type TestDatabase } from '../src/store/postgres/server.fixture.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';

const WATCH = fileURLToPath(new URL('../example/watch.yaml', import.meta.url));
const detectLanguage = lazyLanguageDetector();

describe.skipIf(SERVER === undefined)('a desk on PostgreSQL', () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-postgres-'));
    database = newDatabase();
    for (const name of ['sqlite', 'postgres']) await ask(name, ['demo']);
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a command on one of the two desks; what differs by place alone is made alike. */
  async function ask(name: string, argv: readonly string[]): Promise<string> {
    const setting = name === 'postgres' ? { database: database.url } : {};
    const place = join(folder, name);
    const ran = await runIn(place, [...argv, '--desk', place], { ...setting, detectLanguage });
    expect(ran.err.replaceAll(/^.*(?:%|…).*$/gm, '')).not.toContain('atalaya: ');
    expect(ran.code).toBe(0);
    return ran.out.replaceAll(place, 'DESK');
  }

  async function sameOnBoth(argv: readonly string[]): Promise<string> {
    const [sqlite, postgres] = [await ask('sqlite', argv), await ask('postgres', argv)];
    expect(postgres).toBe(sqlite);
    return postgres;
  }

  it.each([
    [['demo']],
    [['status', '--json']],
    [['cascades', '--json']],
    [['cascade-list', '--json', '--sort', 'dropped']],
    [['outlets', '--json']],
    [['alerts', '--json']],
    [['today', '--json']],
    [['indicators', '--json']],
    [['presence-pairs', '--json']],
    [['presence-pair', 'XV', '--host', 'XS', '--json']],
    [['search', 'puerto', '--json']],
    [['search', 'embajad*', '--json', '--sort', 'newest']],
    [['network', '--json']],
    [['checks', '--json']],
    [['said', '--json']],
    [['versions', '--json']],
    [['refusals', '--json']],
    [['verify', '--json']],
  ])('answers alike: %j', async (argv) => {
    expect((await sameOnBoth(argv)).length).toBeGreaterThan(2);
  });

  it.each(['jsonl', 'stix', 'ftm', 'csv', 'graphml', 'annotations', 'prov', 'misp'])(
    'exports alike: %s',
    async (kind) => {
      for (const name of ['sqlite', 'postgres']) {
        await ask(name, [
          'export',
          kind,
          '--watch',
          WATCH,
          '--out',
          join(folder, `${name}.${kind}`),
        ]);
      }
      const [sqlite, postgres] = ['sqlite', 'postgres'].map((name) =>
        readFileSync(join(folder, `${name}.${kind}`), 'utf8'),
      );
      expect(postgres!.length).toBeGreaterThan(500);
      expect(postgres).toBe(sqlite);
    },
  );
});
