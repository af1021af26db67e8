import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, runIn, type Setting } from '../cli/program.fixture.ts';
import { dumpDesk, fileIn, jsonLines, useFolder } from '../pipeline/desk.fixture.ts';

const folder = useFolder();
const atalaya = (argv: readonly string[], setting?: Setting): Promise<Ran> =>
  runIn(join(folder(), 'desk'), argv, setting);

const ROWS = [
  'claim,rating,checker,language',
  'The pier was sold,False,Bay Check,en',
  'Ninety cranes were shipped,Mostly true,Cape Check,en',
  'El muelle fue vendido,Bulo,Bay Check,es',
];
const table = (rows: readonly string[] = ROWS, name = 'c.csv'): string =>
  fileIn(folder(), name, `${rows.join('\n')}\n`);

describe('checks', () => {
  it('without inputs says that there are none, and how to get some', async () => {
    const { code, out, err } = await atalaya(['checks']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('This desk keeps no fact-checks yet. Give it some: atalaya checks FILES\n');
    const view = JSON.parse((await atalaya(['checks', '--json'])).out);
    expect(view).not.toHaveProperty('imported');
    expect(view.counts).toMatchObject({ checks: 0, checkers: [], languages: [] });
  });

  it('keeps a table, says by whom and in which languages, and a rerun adds nothing', async () => {
    const file = table();
    const { code, out, err } = await atalaya(['checks', file]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      'Read 3 fact-checks: 3 new, 0 stated anew, 0 known or repeated, 0 refused.',
    );
    expect(out).toContain('This desk keeps 3 fact-checks.');
    expect(out).toMatch(/ {2}Bay Check +2\n {2}Cape Check +1\n/);
    expect(out).toContain('languages: en 2, es 1');
    const before = dumpDesk(join(folder(), 'desk'));
    const again = await atalaya(['checks', file]);
    expect(again.out).toContain('0 new, 0 stated anew, 3 known or repeated, 0 refused.');
    expect(dumpDesk(join(folder(), 'desk'))).toEqual(before);
    const anew = await atalaya(['checks', table(ROWS.map((row) => row.replace('Bulo', 'Falso')))]);
    expect(anew.out).toContain('0 new, 1 stated anew, 2 known or repeated, 0 refused.');
  });

  it('reads standard input', async () => {
    const { code, out } = await atalaya(['checks', '-'], { stdin: ROWS.join('\n') });
    expect(code).toBe(0);
    expect(out).toContain('Read 3 fact-checks: 3 new');
  });

  it('names each refusal with file and line, and fails only where nothing could be read', async () => {
    const file = table([...ROWS, ',False,Bay Check,en']);
    const some = await atalaya(['checks', file]);
    expect([some.code, some.err]).toEqual([0, '']);
    expect(some.out).toContain(`${file}:5: no claim is stated`);
    const none = await atalaya(['checks', join(folder(), 'nowhere.csv')]);
    expect(none.code).toBe(1);
    expect(none.out).toContain(`${join(folder(), 'nowhere.csv')} does not exist; check the path.`);
    expect(none.err).toBe('atalaya: no fact-check could be read\n');
    const many = Array.from({ length: 30 }, () => ',False,Bay Check,en');
    const { out } = await atalaya(['checks', table([...ROWS, ...many], 'many.csv')]);
    expect(out).toContain('30 refused.');
    expect(out).toContain('… and 10 more');
    expect(out.match(/no claim is stated/g)).toHaveLength(20);
  });

  it('takes articles for no fact-checks', async () => {
    const file = fileIn(folder(), 'a.jsonl', jsonLines([{ url: 'https://a.example/', text: 'T' }]));
    const { code, out } = await atalaya(['checks', file]);
    expect(code).toBe(1);
    expect(out).toContain(file);
    expect(out).toContain('This desk keeps no fact-checks yet.');
  });

  it('says which key a search needs, where to get it, and what goes without', async () => {
    const { code, out, err } = await atalaya(['checks', '--search', 'pier']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('set ATALAYA_FACTCHECK_KEY');
    expect(err).toContain('atalaya checks FILES');
  });
});
