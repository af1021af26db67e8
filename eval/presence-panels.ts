/**
 * Panels of pairs of states: one row a sender (`o`) and host (`d`), with sizes, distance, trade in millions
 * of US dollars, migrants, ties, and the counts: `diplomats_resident` of lists, or `posts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Observation, Predictor } from '../src/presence/model/predictors.ts';

const STAFF = 'dyad_panel_staff_4hosts.csv';
const POSTS = 'dyad_panel_2023_posts.csv';
const CODES = 'country_crosswalk.csv';

export interface Panels {
  readonly staff: readonly Observation[];
  readonly posts: readonly Observation[];
}

/** The panels, states as alpha-2 codes; absent where a file is. Throws on a row without a count. */
export function readPanels(directory: string): Panels | undefined {
  if (![STAFF, POSTS, CODES].every((file) => existsSync(join(directory, file)))) return undefined;
  const alpha2 = new Map(
    rowsOf(join(directory, CODES)).map((row) => [row['iso3'] ?? '', row['iso2'] ?? '']),
  );
  const panel = (file: string, column: string) =>
    rowsOf(join(directory, file)).map((row, i) => {
      const count = numberIn(row, column);
      if (count === undefined)
        throw new Error(
          `${file}, row ${i + 2}: "${row[column] ?? ''}" in ${column}; a number needed.`,
        );
      const code = (key: string) => alpha2.get(row[key] ?? '') ?? row[key] ?? '';
      return { sender: code('o'), host: code('d'), count, predictors: predictorsOf(row) };
    });
  return { staff: panel(STAFF, 'diplomats_resident'), posts: panel(POSTS, 'posts') };
}

type Row = Readonly<Record<string, string | undefined>>;

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true }) as Row[];
}

function numberIn(row: Row, column: string): number | undefined {
  const stated = row[column];
  if (stated === undefined || stated.trim() === '') return undefined;
  const value = Number(stated);
  return Number.isFinite(value) ? value : undefined;
}

const COLUMNS = {
  'sender-gdp': ['gdp_o'],
  'sender-population': ['pop_o'],
  'host-gdp': ['gdp_d'],
  'host-population': ['pop_d'],
  distance: ['dist'],
  trade: ['exp06', 'imp06'],
  migrants: ['mig_od', 'mig_do'],
  contiguity: ['contig'],
  'common-language': ['comlang'],
  'former-colony': ['colony'],
} as const satisfies Partial<Record<Predictor, readonly string[]>>;

/** Where only one of two directions is known, it stands for both: the other is most often nearly nothing. */
function predictorsOf(row: Row): Observation['predictors'] {
  return Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([predictor, columns]) => {
      const known = columns.flatMap((column) => numberIn(row, column) ?? []);
      return known.length === 0 ? [] : [[predictor, known.reduce((sum, one) => sum + one, 0)]];
    }),
  );
}
