/** Real tables that stand beside the checkout on some machines. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPresenceTable } from './presence-table.ts';
import { stateOfCow, stateStated } from './state-codes.ts';
import { readTies } from './ties/tie-table.ts';

const FOLDER = new URL('../../../../shared/data/presence/', import.meta.url);
const bytesOf = (file: string) => readFileSync(new URL(file, FOLDER));
const SOURCE = { name: 'a list' };

describe.skipIf(!existsSync(FOLDER))(
  'tables of ../shared/data/presence (skipped where absent)',
  () => {
    test('every row of the press enters, with what its words say', async () => {
      const { rows, entries, refused } = await readPresenceTable(
        bytesOf('staff_counts_from_press.csv'),
      );
      expect([rows, entries.length, refused]).toEqual([45, 45, []]);
      const drafts = entries.map(({ draft }) => draft);
      expect(drafts.every(({ unit }) => unit !== 'unstated')).toBe(true);
      expect(drafts.filter(({ measure }) => measure === 'cap')).toHaveLength(10);
      const russiansInMexico = drafts.filter((d) => d.sender === 'RU' && d.host === 'MX');
      expect(russiansInMexico.map((d) => [d.number?.min, d.unit, d.scope])).toEqual([
        [49, 'diplomats', 'unstated'],
        [85, 'diplomats', 'unstated'],
        [72, 'diplomats', 'embassy'],
        [85, 'accredited', 'unstated'],
      ]);
      const inHungary = drafts.filter((d) => d.host === 'HU' && d.asOf?.first === '2022-10-01');
      expect(inHungary.map((d) => [d.number?.min, d.scope])).toEqual([
        [59, 'embassy'],
        [62, 'country'],
      ]);
    });

    test('every row of expulsions enters; two snapshots of one host that differ stay two', async () => {
      const { rows, entries, refused } = await readPresenceTable(
        bytesOf('expulsions_of_russian_staff.csv'),
      );
      expect([rows, entries.length, refused]).toEqual([87, 87, []]);
      const slovakia = entries.filter(({ draft }) => draft.host === 'SK').map(({ draft }) => draft);
      expect(slovakia.map((d) => [d.number?.min, d.episode])).toEqual([
        [3, '2022-snapshot-0406'],
        [35, '2022-snapshot-0405'],
        [35, '2022-snapshot-202301'],
      ]);
    });

    test('rows of diplomatic lists enter, but for bodies that are no states', async () => {
      const { rows, entries, refused } = await readPresenceTable(
        bytesOf('staff_counts_from_diplomatic_lists.csv'),
      );
      expect(rows).toBe(693);
      expect(new Set(refused.map(({ value }) => value))).toEqual(
        new Set([
          'SMOM',
          'EUROPEAN COMMISSION',
          'EUROPEAN PARLIAMENT',
          'INTERNATIONAL ORGANIZATION FOR MIGRATION',
          'PALESTINIAN MISSION',
          'UNITED NATIONS HIGH COMMISSIONER FOR REFUGEES',
        ]),
      );
      expect(entries).toHaveLength((rows - refused.length) * 2);
    });

    test.each([
      ['wb_gdp_2000_2023.csv', { kind: 'gdp' }, 4973],
      ['un_migrant_stock_2019_long.csv', { year: 2019 }, 11_225],
      ['atop_alliance_dyads_2018.csv', {}, 4 * 8456],
      ['lowy_posts_dyad_2016_2023.csv', {}, 24_288],
      ['imf_trade_BR_IN_MX_RU_1948_2020.csv', { kind: 'exports' }, 577],
      ['cepii_geodist.csv.gz', {}, 196_248],
      ['un_ideal_points_s60_74.csv', {}, 2888],
    ] as const)('ties of %s', async (file, options, count) => {
      expect((await readTies(bytesOf(file), SOURCE, options)).ties).toHaveLength(count);
    });

    test('codes agree with a crosswalk of states', () => {
      const [head = '', ...lines] = bytesOf('country_crosswalk.csv').toString().trim().split('\n');
      const columns = head.split(',');
      let checked = 0;
      for (const line of lines.filter((one) => !one.includes('"'))) {
        const cells = line.split(',');
        const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
        if (cell('iso3') !== 'UNK') expect(stateStated(cell('iso3'))).toBe(cell('iso2'));
        if (stateOfCow(cell('cow')) !== undefined)
          expect(stateOfCow(cell('cow'))).toBe(cell('iso2'));
        checked++;
      }
      expect(checked).toBeGreaterThan(200);
    });
  },
);
