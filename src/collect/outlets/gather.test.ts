import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OutletFact } from '../../domain/watch.ts';
import { gatherOutlets } from './gather.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-outlets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gatherOutlets', () => {
  it('puts the desk first, then its lists, then what ships, and tells what each list gave', async () => {
    writeFileSync(join(folder, 'own.csv'), 'domain,owner,source_name\nrt.com,List,L\nx,,L\n');
    const stated: OutletFact = { domain: 'rt.com', owner: 'Desk', source: { name: 'D' } };
    const { outlets, lists } = await gatherOutlets(
      {
        outlets: [stated],
        outletLists: [
          { file: 'own.csv', format: 'atalaya' },
          { file: 'none.csv', format: 'mbfc' },
          { file: '.', format: 'mbfc' },
        ],
      },
      folder,
    );
    const owners = outlets.factsOf('https://www.rt.com/').map(({ owner }) => owner);
    expect(owners.slice(0, 3)).toEqual(['Desk', 'List', 'ANO TV-Novosti']);
    expect(lists).toMatchObject(
      [
        { file: 'own.csv', rows: 2, facts: 1, repeated: 0, refused: [{ line: 3 }] },
        { file: 'none.csv', facts: 0, refused: [{ line: 1, reason: /none\.csv does not exist/ }] },
        { file: '.', facts: 0, refused: [{ line: 1, reason: /is a folder/ }] },
      ].map((list) => ({
        ...list,
        refused: list.refused.map((row) =>
          'reason' in row ? { ...row, reason: expect.stringMatching(row.reason) } : row,
        ),
      })),
    );
  });
});
