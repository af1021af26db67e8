/** The public lists as they are, where a developer has them; nothing of them is in the repository. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOutletFile } from './lists.ts';
import { openOutlets, statedValues } from './registry.ts';

const LISTS = resolve(import.meta.dirname, '../../../../shared/data/outlets');
const FILES = {
  'outlets_state_media_matrix.csv': { format: 'state-media-matrix', rows: 1157, refused: 84 },
  'outlets_sites_of_concern.csv': { format: 'sites-of-concern', rows: 7747, refused: 30 },
  'outlets_viginum_portal_kombat_rrn.csv': { format: 'viginum', rows: 1008, refused: 0 },
  'outlets_mbfc_2026.csv': { format: 'mbfc', rows: 9775, refused: 4 },
} as const;

describe('the public lists', () => {
  for (const [file, expected] of Object.entries(FILES)) {
    it.skipIf(!existsSync(resolve(LISTS, file)))(`${file}: every row is told`, async () => {
      const list = await readOutletFile(resolve(LISTS, file));
      expect(list.format).toBe(expected.format);
      expect(list.rows).toBe(expected.rows);
      expect(list.refused.length).toBe(expected.refused);
      expect(list.facts.length + list.repeated + list.refused.length).toBe(list.rows);
      for (const { line, reason } of list.refused) {
        expect(line).toBeGreaterThan(1);
        expect(reason).toMatch(/\.$/);
      }
    });
  }

  const both = Object.keys(FILES).map((file) => resolve(LISTS, file));
  it.skipIf(!both.every(existsSync))('stand side by side in one registry', async () => {
    const lists = await Promise.all(both.map((file) => readOutletFile(file)));
    const outlets = openOutlets(lists.flatMap(({ facts }) => facts));
    const facts = outlets.factsOf('https://actualidad.rt.com/actualidad/1');
    expect(new Set(facts.map(({ source }) => source.name)).size).toBeGreaterThanOrEqual(3);
    expect(statedValues(facts, 'affiliation').map(({ value }) => value)).toEqual([
      'state-controlled',
    ]);
  });
});
