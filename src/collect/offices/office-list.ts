/** Lists of office holders, told apart by how they begin: tables, and what Wikidata answers. */
import { readFile } from 'node:fs/promises';
import type { Tenure } from '../../domain/tenure.ts';
import { readOfficeTable } from './office-table.ts';
import type { OfficeImport, OfficeListOptions } from './stated-tenure.ts';
import { readWikidata } from './wikidata.ts';

export type { OfficeImport } from './stated-tenure.ts';

/** Reads a list of office holders: CSV, TSV or JSON of Wikidata. Never throws for what it holds. */
export async function readOfficeList(
  bytes: Uint8Array,
  options: OfficeListOptions,
): Promise<OfficeImport> {
  const head = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!head.startsWith('{') && !head.startsWith('[')) return readOfficeTable(bytes, options);
  let value: unknown;
  try {
    value = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 120) : '';
    return refusedWhole(`the file is not valid JSON (${message}); fetch it again.`);
  }
  const expected =
    'the JSON is neither results of a Wikidata query nor entities of Wikidata; give one of them, or a table.';
  return readWikidata(value, options) ?? refusedWhole(expected);
}

/** The tenures that ship with Atalaya. */
export async function shippedTenures(): Promise<readonly Tenure[]> {
  const source = { name: 'Atalaya' };
  return (await readOfficeList(await readFile(SHIPPED_OFFICES), { source })).tenures;
}

/** Beside `src` and `dist` alike. */
export const SHIPPED_OFFICES = new URL('../../../data/offices/offices.csv', import.meta.url);

function refusedWhole(reason: string): OfficeImport {
  return { tenures: [], refused: [{ line: 1, reason }] };
}
