import { describe, expect, it } from 'vitest';
import { dispatch } from './dispatch.ts';
import type { Measure } from './measure.ts';

const sum: Measure = {
  name: 'sum',
  argument: 'FILE',
  summary: 'adds up',
  run: async (path) =>
    path === 'absent'
      ? { kind: 'absent', place: '/data/absent', expected: 'a file of numbers' }
      : { kind: 'measured', table: `sum of ${path}`, figures: { sum: 1, parts: { a: null } } },
};
const plain: Measure = { ...sum, name: 'plain', argument: '' };
const either: Measure = { ...sum, name: 'either', argument: '[FILE]' };

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch([sum, plain, either], argv, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err: err.join('\n') };
}

describe('dispatch', () => {
  it('prints the table, and with --json one last line of figures', async () => {
    expect(await run('sum', 'x')).toEqual({ code: 0, out: ['sum of x'], err: '' });
    const { out } = await run('sum', 'x', '--json');
    expect(out).toEqual(['sum of x', '{"sum":1,"parts":{"a":null}}']);
  });

  it('says where it looked for absent data', async () => {
    const { code, err } = await run('sum', 'absent');
    expect(code).toBe(3);
    expect(err).toBe('sum: no data at /data/absent; expected a file of numbers.');
  });

  it.each([
    [[], 'No measure named.'],
    [['nothing'], '"nothing" is no measure.'],
    [['sum'], 'sum needs a path: FILE.'],
    [['sum', 'x', 'y'], '"y" is too much'],
    [['plain', 'x'], 'plain takes no path'],
    [['sum', 'x', '--jsonl'], "Unknown option '--jsonl'"],
  ])('answers %j with 2 and the measures there are', async (argv, message) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err).toContain(message);
    expect(err).toContain(
      '  sum FILE       adds up\n  plain          adds up\n  either [FILE]  adds up',
    );
  });

  it('needs no path where the measure takes none', async () => {
    expect((await run('plain')).code).toBe(0);
  });

  it('passes an empty path where one may be left out', async () => {
    expect((await run('either')).out).toEqual(['sum of ']);
    expect((await run('either', 'x')).out).toEqual(['sum of x']);
  });
});
