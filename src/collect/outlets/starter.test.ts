/** The list of outlets that ships: facts only, each with the source that states it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutletList, STARTER_FILE, starterOutlets } from './lists.ts';
import { OWN_COLUMNS } from './own-list.ts';
import { openOutlets, statedValues } from './registry.ts';

const bytes = readFileSync(STARTER_FILE);

describe('data/outlets/outlets.csv', () => {
  it('has our columns, no refused and no repeated row', async () => {
    expect(bytes.toString().split('\n')[0]).toBe(OWN_COLUMNS.join(','));
    const list = await readOutletList(bytes, 'atalaya');
    expect(list.refused).toEqual([]);
    expect(list.repeated).toBe(0);
    expect(list.facts.length).toBeGreaterThanOrEqual(150);
  });

  it('names an outlet in every row, and its source by address or by act and day', async () => {
    for (const { domain, name, source } of await starterOutlets()) {
      expect(name, domain).toBeDefined();
      expect(source.url ?? source.date, domain).toBeDefined();
    }
  });

  it('is sorted by domain and source, so that a change is one line', async () => {
    const keys = (await starterOutlets()).map(({ domain, source }) => `${domain}\t${source.name}`);
    expect(keys).toEqual(keys.toSorted());
  });

  it('holds what a desk in Mexico looks up first', async () => {
    const outlets = openOutlets(await starterOutlets());
    const stated = (url: string, field: 'owner' | 'affiliation' | 'country') =>
      statedValues(outlets.factsOf(url), field).map(({ value }) => value);
    expect(stated('https://actualidad.rt.com/x', 'owner')).toEqual(['ANO TV-Novosti']);
    expect(stated('https://sputniknews.lat/x', 'affiliation')).toEqual(['state-controlled']);
    expect(stated('https://www.jornada.com.mx/x', 'country')).toEqual(['MX']);
    expect(stated('https://www.vozdeamerica.com/x', 'affiliation')).toEqual(['public']);
  });
});
