/**
 * Layouts of tables of presence, told by their columns: our own, counts reported by the press,
 * expulsions, and counts taken from diplomatic lists. Each row is one entry, or two where a list
 * counts defence attachés beside diplomats.
 */
import { SEVERAL_STATES } from '../../domain/ledger.ts';
import type { FactSource } from '../../domain/watch.ts';
import type { ListRow } from '../outlets/list-rows.ts';
import { stateStated } from './state-codes.ts';
import { scopeOfUnit, scopeStated, statesCap, unitStated } from './stated-words.ts';
import type { WrittenEntry } from './written-entry.ts';

export interface Layout {
  /** Columns, in small letters, that the header must have; the first layout that fits is taken. */
  readonly columns: readonly string[];
  readonly written: (row: ListRow, source: FactSource | undefined) => readonly WrittenEntry[];
}

export const LAYOUTS: readonly Layout[] = [
  {
    columns: ['sender', 'host', 'measure', 'min', 'max', 'unit', 'scope', 'kind', 'source_name'],
    written: ownRow,
  },
  { columns: ['host', 'sender', 'as_of', 'count', 'unit', 'scope', 'source'], written: pressRow },
  {
    columns: ['episode', 'host', 'sender', 'date', 'count', 'unit', 'source'],
    written: expulsionRow,
  },
  { columns: ['host', 'sender', 'list_date', 'diplomats'], written: listRow },
];

function ownRow(row: ListRow): readonly WrittenEntry[] {
  return [
    {
      sender: row.value('sender'),
      host: row.value('host'),
      measure: row.value('measure'),
      min: row.value('min'),
      max: row.value('max'),
      unit: row.value('unit'),
      scope: row.value('scope'),
      stated: row.value('stated'),
      asOf: row.value('as_of'),
      kind: row.value('kind'),
      source: sourceOf(row, 'source_name', 'source_url', row.value('source_date')),
      note: row.value('note'),
      episode: row.value('episode'),
    },
  ];
}

/** What the press reports stays the press's, whomever it cites; whom it cites is noted. */
function pressRow(row: ListRow): readonly WrittenEntry[] {
  const [host, words = '', unit] = [row.value('host'), row.value('scope'), row.value('unit')];
  const note = row.value('note');
  const cites = row.value('source_kind');
  const mapped = unitStated(unit ?? '');
  const scope = scopeStated(words, stateStated(host ?? '') ?? '');
  return [
    {
      ...counted(row, 'count'),
      measure: statesCap(words, note ?? '') ? 'cap' : 'level',
      unit: mapped,
      scope: scope === 'unstated' ? scopeOfUnit(unit ?? '') : scope,
      stated: joined([mapped === 'unstated' ? unit : undefined, words]),
      asOf: row.value('as_of'),
      kind: 'press',
      source: sourceOf(row, 'source', 'url'),
      note: joined([note, cites === undefined ? undefined : `source: ${cites}`]),
    },
  ];
}

/** Expelled since a day: the count is of all days up to its date, not of that day. */
const SINCE = /\bsince (\d{4}(?:-\d\d(?:-\d\d)?)?)\b/;
/** The year that a count is said to be of: "persons, 2022". */
const OF_YEAR = /, (\d{4})$/;
/** A mission to a union: `UN-NY`, `EUmission`. */
const AT_UNION = /^(EU|UN|NATO)(?:[-\s][A-Za-z]+|mission)?$/;

function expulsionRow(row: ListRow): readonly WrittenEntry[] {
  const [host = '', unit = '', date] = [row.value('host'), row.value('unit'), row.value('date')];
  const union = AT_UNION.exec(host)?.[1];
  const several = host === 'TOTAL';
  const [since, year] = [SINCE.exec(unit)?.[1], OF_YEAR.exec(unit)?.[1]];
  const mapped = unitStated(unit);
  return [
    {
      ...counted(row, 'count'),
      host: several ? SEVERAL_STATES : (union ?? row.value('host')),
      measure: /\bposts cut\b/i.test(unit) ? 'fall' : 'expulsion',
      unit: mapped,
      scope: union === undefined ? scopeOfUnit(unit) : 'mission',
      stated: joined([
        unit === mapped ? undefined : unit,
        union !== undefined && union !== host ? host : undefined,
        several ? 'total over several states' : undefined,
      ]),
      asOf: year ?? (since === undefined ? date : `${since}/${date ?? ''}`),
      kind: 'press',
      source: sourceOf(row, 'source', 'url', year === undefined ? undefined : date),
      note: row.value('note'),
      episode: row.value('episode'),
    },
  ];
}

/** Diplomats as a diplomatic list has them, and the defence attachés among them. */
function listRow(row: ListRow, source: FactSource | undefined): readonly WrittenEntry[] {
  const date = row.value('list_date');
  const resident = row.value('diplomats_resident');
  const elsewhere = row.value('resident_mission') === '0';
  const shared = {
    measure: 'level',
    scope: 'embassy',
    asOf: date,
    kind: 'official-list',
    source: { name: 'diplomatic list', ...source, ...(date !== undefined && { date }) },
  } as const;
  const diplomats: WrittenEntry = {
    ...shared,
    ...counted(row, 'diplomats'),
    unit: 'diplomats',
    stated: elsewhere ? 'diplomatic list; the mission resides elsewhere' : 'diplomatic list',
    note: joined([
      resident === undefined ? undefined : `${resident} of them resident in the host`,
      row.value('method'),
    ]),
  };
  if (row.value('defence') === undefined) return [diplomats];
  const stated = 'diplomatic list: defence attachés, who are among its diplomats';
  return [diplomats, { ...shared, ...counted(row, 'defence'), unit: 'military', stated }];
}

function counted(row: ListRow, column: string) {
  const count = row.value(column);
  return { sender: row.value('sender'), host: row.value('host'), min: count, max: count };
}

function sourceOf(row: ListRow, name: string, url: string, date?: string): FactSource {
  const address = row.value(url);
  return {
    name: row.value(name) ?? '',
    ...(address !== undefined && { url: address }),
    ...(date !== undefined && { date }),
  };
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const stated = parts.filter((part) => part !== undefined && part !== '');
  return stated.length === 0 ? undefined : stated.join('; ');
}
