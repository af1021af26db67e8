import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { type Ended, measure } from './run.ts';

const ENTRY: Entry = {
  ...{
    id: 'one',
    subject: 'reading',
    title: 'Invented',
    command: ['eval', 'one', 'DATA/x', 'own/DATA'],
  },
  figures: [],
};
const asked: string[] = [];
const ending =
  (ended: Partial<Ended>) =>
  async (program: string, argv: readonly string[]): Promise<Ended> => {
    asked.push([program, ...argv].join(' '));
    return { code: 0, out: '', err: '', ...ended };
  };

describe('measure', () => {
  it('gives the last line of what the command said, on the data that it names', async () => {
    const out = 'a table\n| 1 | 2 |\n{"f1":0.5}\n';
    expect(await measure(ENTRY, '/data', ending({ out }))).toEqual({
      kind: 'measured',
      figures: { f1: 0.5 },
    });
    expect(asked.at(-1)).toBe('npm run -s eval -- one /data/x own/DATA --json');
  });

  it.each<[string, Partial<Ended>, object]>([
    ['without data', { code: 3 }, { kind: 'absent' }],
    [
      'that ends with no JSON',
      { out: 'done\n' },
      { kind: 'failed', reason: 'its last line is no JSON' },
    ],
    [
      'that fails',
      { code: 1, err: 'at work\nit broke\n' },
      { kind: 'failed', reason: 'it ended with 1: it broke' },
    ],
    ['that is killed', { code: null }, { kind: 'failed', reason: 'it ended with null' }],
  ])('says so of one %s', async (_what, ended, answer) => {
    expect(await measure(ENTRY, '/data', ending(ended))).toEqual(answer);
  });

  it('unpacks an archive first, and takes it away again', async () => {
    const packed = { ...ENTRY, unpack: 'a/b.tar.gz' };
    await measure(packed, '/data', ending({ out: '{}' }));
    const [unpacked, command] = asked.slice(-2);
    const folder = /^tar -xf \/data\/a\/b\.tar\.gz -C (\S+)$/.exec(unpacked!)![1]!;
    expect(command).toBe(`npm run -s eval -- one ${folder}/x own/DATA --json`);
    expect(existsSync(folder)).toBe(false);
    expect(await measure(packed, '/data', ending({ code: 2 }))).toEqual({ kind: 'absent' });
  });
});
