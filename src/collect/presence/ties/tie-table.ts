/** Tables of ties between states, in one of the known layouts: ties, and rows that gave none, with why. */
import { gunzipSync } from 'node:zlib';

import { type Tie, type TieKind, UNIT_OF_TIE } from '../../../domain/ties.ts';
import type { FactSource } from '../../../domain/watch.ts';
import { isGzip } from '../../gunzip.ts';
import { type RefusedRow, readListRows } from '../../outlets/list-rows.ts';
import {
  TIE_LAYOUTS,
  type TieLayout,
  type TieOptions,
  tieState,
  type WrittenTie,
} from './layouts.ts';

export interface TieImport {
  readonly rows: number;
  readonly ties: readonly Tie[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Reads a table (CSV or TSV, gzip or plain, any character set); its layout is told by its header. A layout that does
 * not say what it holds or of what year needs `kind` or `year`, and refuses the table with one row at
 * line 1 without it. A row is taken whole or refused; a pair of a state with itself states nothing and
 * gives no tie. Never throws for what the bytes hold. O(bytes).
 */
export async function readTies(
  bytes: Uint8Array,
  source: FactSource,
  options: TieOptions = {},
): Promise<TieImport> {
  const plain = plainBytes(bytes);
  if (plain === undefined)
    return refusedWhole('the gzip file is broken or too large; fetch it again.');
  const { columns, rows, refused } = await readListRows(plain);
  const layout = TIE_LAYOUTS.find((one) => one.columns.every((name) => columns.includes(name)));
  const fault = layout === undefined ? headerFault(columns) : optionFault(layout, options);
  if (layout === undefined || fault !== undefined) {
    return refusedWhole(fault ?? '');
  }
  const ties: Tie[] = [];
  const refusals: RefusedRow[] = [...refused];
  for (const row of rows) {
    const written = layout.written((column) => row.value(column), options);
    const read = written.map((one) => tieOf(one, layout, source));
    const wrong = written.length === 0 ? NOTHING_STATED : read.find((one) => 'reason' in one);
    if (wrong !== undefined && 'reason' in wrong) refusals.push({ line: row.line, ...wrong });
    else
      for (const one of read) if ('tie' in one && one.tie.from !== one.tie.to) ties.push(one.tie);
  }
  refusals.sort((a, b) => a.line - b.line);
  return { rows: rows.length + refused.length, ties, refused: refusals };
}

function plainBytes(bytes: Uint8Array): Uint8Array | undefined {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}

function refusedWhole(reason: string): TieImport {
  return { rows: 0, ties: [], refused: [{ line: 1, reason }] };
}

/** Unpacked tables of ties have a few megabytes; a bomb has no end. */
const MOST_BYTES = 256 * 1024 * 1024;

type ReadTie = { readonly tie: Tie } | { readonly reason: string; readonly value?: string };

const NOTHING_STATED: ReadTie = {
  reason: 'the row states no tie of a known kind; correct its kind or flow.',
};

/** Kinds that are never below 0. */
const SIGNED: ReadonlySet<TieKind> = new Set(['ideal-point']);

function tieOf(written: WrittenTie, layout: TieLayout, source: FactSource): ReadTie {
  const { kind, times = 1 } = written;
  const from = tieState(layout, written.from ?? '');
  if (from === undefined) return noState(written.from);
  const to = written.to === undefined ? undefined : tieState(layout, written.to);
  if (written.to !== undefined && to === undefined) return noState(written.to);
  const year = written.year === undefined ? undefined : Number(written.year);
  if (year !== undefined && !(Number.isInteger(year) && year >= 1000 && year <= 2999)) {
    return fault(written.year!, 'is no year; write YYYY');
  }
  const text = written.value ?? '';
  const value = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(text)
    ? Number(text) * times
    : NaN;
  if (!Number.isFinite(value) || (value < 0 && !SIGNED.has(kind))) {
    return fault(text, `is no value of ${kind}; write a number with a point`);
  }
  const unit = UNIT_OF_TIE[kind];
  if (unit === 'yes-no' && value !== 0 && value !== 1) return fault(text, 'is not 0 or 1');
  return {
    tie: {
      from,
      ...(to !== undefined && { to }),
      kind,
      ...(year !== undefined && { year }),
      value,
      unit,
      source,
    },
  };
}

function noState(text: string | undefined): ReadTie {
  return fault(
    text ?? '',
    'is no state that the desk knows; a region or a former state has no ties',
  );
}

function fault(value: string, what: string): { readonly reason: string; readonly value: string } {
  return { reason: `"${value.slice(0, 80)}" ${what}.`, value: value.slice(0, 200) };
}

function headerFault(columns: readonly string[]): string {
  const found = columns.length === 0 ? 'the file is empty' : `the header is "${columns.join(',')}"`;
  const wanted = TIE_LAYOUTS.map((one) => one.columns.join(',')).join(' or ');
  return `${found.slice(0, 200)}; expected at least the columns ${wanted}.`;
}

function optionFault({ needs = [] }: TieLayout, options: TieOptions): string | undefined {
  const missing = needs.find((name) => options[name] === undefined);
  if (missing === undefined) return undefined;
  return missing === 'year'
    ? 'the table states no year; say of which year it is.'
    : 'the table does not say what its values are; say the kind, e.g. gdp, population or exports.';
}
