/**
 * Tables of office holders: our own columns (`person,person_names,office,office_names,state,from,to,
 * source_name,source_url,source_date`, several names separated by `;`), and two that people keep
 * (`role,org,person,start,end,source,url` and `position,person,start,end`). O(bytes).
 */
import type { FactSource } from '../../domain/watch.ts';
import { type ListRow, type RefusedRow, readListRows } from '../outlets/list-rows.ts';
import {
  type OfficeImport,
  type OfficeListOptions,
  stateOf,
  tenureOf,
  type WrittenTenure,
} from './stated-tenure.ts';

interface Layout {
  /** Columns that the header must have; the first layout that fits is taken. */
  readonly columns: readonly string[];
  readonly written: (row: ListRow, options: OfficeListOptions) => WrittenTenure;
}

const LAYOUTS: readonly Layout[] = [
  { columns: ['person', 'office', 'from', 'to'], written: ownRow },
  { columns: ['person', 'role', 'org', 'start', 'end'], written: roleRow },
  { columns: ['person', 'position', 'start', 'end'], written: positionRow },
];

/** Reads a table; a header that fits no layout refuses it with one row at line 1. Never throws. */
export async function readOfficeTable(
  bytes: Uint8Array,
  options: OfficeListOptions,
): Promise<OfficeImport> {
  const { columns, rows, refused } = await readListRows(bytes);
  const layout = LAYOUTS.find((one) => one.columns.every((column) => columns.includes(column)));
  if (layout === undefined) {
    const found =
      columns.length === 0 ? 'the file is empty' : `the header is "${columns.join(',')}"`;
    const wanted = LAYOUTS.map((one) => one.columns.join(',')).join(' or ');
    const reason = `${found.slice(0, 200)}; expected at least the columns ${wanted}.`;
    return { tenures: [], refused: [{ line: 1, reason }] };
  }
  const refusals: RefusedRow[] = [...refused];
  const tenures = rows.flatMap((row) => {
    const read = tenureOf(layout.written(row, options));
    if ('tenure' in read) return [read.tenure];
    refusals.push({ line: row.line, ...read });
    return [];
  });
  return { tenures, refused: refusals.sort((a, b) => a.line - b.line) };
}

function ownRow(row: ListRow, options: OfficeListOptions): WrittenTenure {
  return {
    person: row.value('person'),
    personNames: several(row.value('person_names')),
    office: row.value('office'),
    officeNames: several(row.value('office_names')),
    state: row.value('state') ?? options.state,
    from: row.value('from'),
    to: row.value('to'),
    source: sourceOf(row, 'source_name', 'source_url', options),
  };
}

/** `Commander,USNORTHCOM/NORAD,…` and `Ambassador to Mexico,Russian Federation,…`. */
function roleRow(row: ListRow, options: OfficeListOptions): WrittenTenure {
  const [role, org] = [row.value('role'), row.value('org')];
  // Two bodies with one head: the office is named by either, and by both.
  const bodies = (org ?? '').split('/').filter((body) => body.trim() !== '');
  return {
    person: row.value('person'),
    office: org === undefined ? role : role && `${role}, ${org}`,
    officeNames: bodies.length < 2 ? [] : bodies.map((body) => `${role}, ${body.trim()}`),
    state: (org === undefined ? undefined : stateOf(org)) ?? options.state,
    from: row.value('start'),
    to: row.value('end'),
    source: sourceOf(row, 'source', 'url', options),
  };
}

function positionRow(row: ListRow, options: OfficeListOptions): WrittenTenure {
  return {
    person: row.value('person'),
    office: row.value('position'),
    state: row.value('state') ?? options.state,
    from: row.value('start'),
    to: row.value('end'),
    source: sourceOf(row, 'source', 'url', options),
  };
}

/** What the row names as its source; the whole list's where it names none. */
function sourceOf(row: ListRow, name: string, url: string, options: OfficeListOptions): FactSource {
  const named = row.value(name);
  if (named === undefined) return options.source;
  const [address, date] = [row.value(url), row.value('source_date') ?? options.source.date];
  return {
    name: named,
    ...(address !== undefined && { url: address }),
    ...(date !== undefined && { date }),
  };
}

function several(names: string | undefined): readonly string[] {
  return (names ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
