/** A list of outlets in one of the known formats: facts, and every row that gave none, with why. */
import { readFile } from 'node:fs/promises';
import { OUTLET_LIST_FORMATS, type OutletFact, type OutletListFormat } from '../../domain/watch.ts';
import { concernFact, mbfcFact, viginumFact } from './flagged-lists.ts';
import { type ListRow, type RefusedRow, readListRows } from './list-rows.ts';
import { OWN_COLUMNS, ownFact, type ReadFact } from './own-list.ts';
import { printOf } from './registry.ts';
import { matrixFact } from './state-media-matrix.ts';

interface Format {
  /** Columns, in small letters, that the header must have; the first format that fits is taken. */
  readonly columns: readonly string[];
  /** The source that facts of the list name; our own columns name one a row. */
  readonly source: string;
  readonly read: (row: ListRow, source: string) => ReadFact;
}

const FORMATS: Readonly<Record<OutletListFormat, Format>> = {
  atalaya: {
    columns: ['domain', 'source_name'],
    source: '',
    read: (row) => ownFact((column) => row.value(column)),
  },
  'state-media-matrix': {
    columns: ['media company', 'main assets', 'url', 'typology'],
    source: 'State Media Matrix',
    read: matrixFact,
  },
  'sites-of-concern': {
    columns: ['threat actor', 'domain', 'source'],
    source: 'Sites of concern',
    read: concernFact,
  },
  viginum: { columns: ['domain', 'campaign'], source: 'VIGINUM', read: viginumFact },
  mbfc: {
    columns: ['domain', 'bias', 'reporting'],
    source: 'Media Bias/Fact Check',
    read: mbfcFact,
  },
};

/** Every row below the header is in exactly one of `facts`, `repeated` and `refused`. */
export interface OutletImport {
  readonly format: OutletListFormat | undefined;
  readonly rows: number;
  readonly facts: readonly OutletFact[];
  /** Rows that state what an earlier row states, word for word. */
  readonly repeated: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * Reads a list. Without `format` it is told by the header; a header that fits none refuses the file
 * with one row at line 1. Never throws for what the bytes hold.
 */
export async function readOutletList(
  bytes: Uint8Array,
  format?: OutletListFormat,
): Promise<OutletImport> {
  const { columns, rows, refused } = await readListRows(bytes);
  const told = format ?? formatOf(columns);
  if (told === undefined || !fits(told, columns)) {
    const reason = headerFault(columns, format);
    return { format: told, rows: 0, facts: [], repeated: 0, refused: [{ line: 1, reason }] };
  }
  const { read, source } = FORMATS[told];
  const facts = new Map<string, OutletFact>();
  const refusals = [...refused];
  let repeated = 0;
  for (const row of rows) {
    const outcome = read(row, source);
    if ('reason' in outcome) {
      const value = row.value('domain') ?? row.value('url');
      refusals.push({
        line: row.line,
        reason: outcome.reason,
        ...(value !== undefined && { value }),
      });
      continue;
    }
    const print = printOf(outcome.fact);
    if (facts.has(print)) repeated++;
    else facts.set(print, outcome.fact);
  }
  refusals.sort((a, b) => a.line - b.line);
  return {
    format: told,
    rows: rows.length + refused.length,
    facts: [...facts.values()],
    repeated,
    refused: refusals,
  };
}

/** Reads a list from disk; a file that cannot be read throws with its path. */
export async function readOutletFile(
  path: string | URL,
  format?: OutletListFormat,
): Promise<OutletImport> {
  return readOutletList(await readFile(path), format);
}

/** The facts that ship with Atalaya. */
export async function starterOutlets(): Promise<readonly OutletFact[]> {
  const { facts } = await readOutletFile(STARTER_FILE, 'atalaya');
  return facts;
}

/** Beside `src` and `dist` alike. */
export const STARTER_FILE = new URL('../../../data/outlets/outlets.csv', import.meta.url);

function formatOf(columns: readonly string[]): OutletListFormat | undefined {
  return OUTLET_LIST_FORMATS.find((format) => fits(format, columns));
}

function fits(format: OutletListFormat, columns: readonly string[]): boolean {
  return FORMATS[format].columns.every((column) => columns.includes(column));
}

function headerFault(columns: readonly string[], format: OutletListFormat | undefined): string {
  const found = columns.length === 0 ? 'the file is empty' : `the header is "${columns.join(',')}"`;
  const wanted =
    format === undefined || format === 'atalaya'
      ? `the columns ${OWN_COLUMNS.join(',')}, or those of a known list`
      : `the columns ${FORMATS[format].columns.join(', ')} of ${format}`;
  return `${found.slice(0, 200)}; expected ${wanted}.`;
}
