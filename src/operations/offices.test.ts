import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, runIn } from '../cli/program.fixture.ts';
import { fileIn, useFolder } from '../pipeline/desk.fixture.ts';

const folder = useFolder();
const atalaya = (...argv: string[]): Promise<Ran> => runIn(join(folder(), 'desk'), argv);
const list = (name: string, ...rows: string[]): string =>
  fileIn(folder(), name, `${rows.join('\n')}\n`);

const HEAD = 'person,office,from,to,source_name,source_date';
const TALMEK =
  'Peter Talmek,Commander of the Lorvane Coast Guard,2020-01-01,2024-02-01,Invented list,2024-12-31';

const known = async (): Promise<number> =>
  JSON.parse((await atalaya('offices', '--json')).out).tenures;

describe('offices', () => {
  it('says how many tenures are known, and adds a list of its own', async () => {
    const shipped = await known();
    expect(shipped).toBeGreaterThan(100);
    const file = list('o.csv', HEAD, TALMEK);
    const { code, out, err } = await atalaya('offices', '--add', file, 'coast guard');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`${file}: 1 tenure, 0 refused`);
    expect(out).toContain(
      'Peter Talmek, Commander of the Lorvane Coast Guard, from 2020-01-01 to 2024-02-01 (Invented list)',
    );
    expect(out).toContain(`${shipped + 1} tenures known, 1 of them added to this desk.`);
    await atalaya('offices', '--add', file);
    expect(await known()).toBe(shipped + 1);
  });

  it('finds who held an office, by any part of a name, in any case', async () => {
    for (const words of [['vanherck'], ['united', 'states', 'NORTHERN', 'command']]) {
      const { out } = await atalaya('offices', ...words);
      expect(out).toContain('Glen VanHerck, Commander, United States Northern Command');
      expect(out).toContain('2024-02-05');
    }
    const { found, asked } = JSON.parse((await atalaya('offices', 'vanherck', '--json')).out);
    expect([asked, found.length]).toEqual([true, 1]);
    expect(found[0]).toMatchObject({ person: 'Glen VanHerck', to: { last: '2024-02-05' } });
    expect((await atalaya('offices', 'nobody', 'whatsoever')).out).toContain(
      'Nobody of that name, and no office, is in the registry.',
    );
  });

  it('says of a tenure without an end until when that is known', async () => {
    const file = list('o.csv', HEAD, TALMEK.replace('2024-02-01', ''));
    const { out } = await atalaya('offices', '--add', file, 'Talmek');
    expect(out).toContain('from 2020-01-01 to 2024-12-31 or later (Invented list)');
  });

  it('names every row that it cannot read, and keeps the others', async () => {
    const file = list('o.csv', HEAD, TALMEK, ',Harbour master,2020,,,', 'Maria Quill,,2020,,,');
    const { code, out } = await atalaya('offices', '--add', file);
    expect(code).toBe(0);
    expect(out).toContain(`${file}: 1 tenure, 2 refused`);
    expect(out).toContain(`${file}:3: no person is named`);
    expect(out).toContain(`${file}:4: `);
  });

  it.each([
    ['a table with other columns', 'a,b\n1,2\n', ':1: the header is "a,b"; expected at least'],
    ['nothing', '', ':1: the file is empty'],
    ['broken JSON', '{"results": [', ':1: the file is not valid JSON'],
    ['bytes that are no text', '\u0000\u0001\u0002', ':1: '],
  ])('refuses a file that holds %s', async (_what, content, message) => {
    const file = fileIn(folder(), 'broken.csv', content);
    const { code, out, err } = await atalaya('offices', '--add', file);
    expect(code).toBe(1);
    expect(out).toContain(`${file}${message}`);
    expect(err).toBe('atalaya: no tenure could be read\n');
  });

  it('names a file that is not there', async () => {
    const { code, out, err } = await atalaya('offices', '--add', 'no/such.csv');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('no/such.csv cannot be read: check the path');
    expect(err).toContain('ENOENT');
  });
});
