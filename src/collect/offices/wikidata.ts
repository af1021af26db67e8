/**
 * Office holders of Wikidata: results of a query (SPARQL 1.1 JSON, variables `person`, `position`,
 * `start`, `end` and their `…Label`), and entities (`Special:EntityData`, statements P39 with
 * qualifiers P580 and P582). Total in the value; O(its size).
 */

import type { Tenure } from '../../domain/tenure.ts';
import type { RefusedRow } from '../outlets/list-rows.ts';
import { daysOfWikidata } from './stated-days.ts';
import {
  type OfficeImport,
  type OfficeListOptions,
  type ReadTenure,
  tenureOf,
} from './stated-tenure.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a parsed answer of either kind; `undefined` where it is neither. */
export function readWikidata(value: unknown, options: OfficeListOptions): OfficeImport | undefined {
  const bindings = fields(fields(value)['results'])['bindings'];
  if (Array.isArray(bindings)) {
    return gathered(bindings.map((row: unknown) => boundTenure(fields(row), options)));
  }
  const entities = fields(value)['entities'];
  if (typeof entities !== 'object' || entities === null) return undefined;
  const all = fields(entities);
  return gathered(Object.keys(all).flatMap((id) => entityTenures(fields(all[id]), all, options)));
}

/** `line` is the number of the entry, from 1: JSON has no lines of its own. */
function gathered(read: readonly ReadTenure[]): OfficeImport {
  const tenures: Tenure[] = [];
  const refused: RefusedRow[] = [];
  for (const [at, one] of read.entries()) {
    if ('tenure' in one) tenures.push(one.tenure);
    else refused.push({ line: at + 1, ...one, reason: `entry ${at + 1}: ${one.reason}` });
  }
  return { tenures, refused };
}

function boundTenure(row: Fields, options: OfficeListOptions): ReadTenure {
  const bound = (name: string): string | undefined => text(fields(row[name])['value']);
  const label = (name: string): string | undefined =>
    nameLike(bound(`${name}Label`)) ?? nameLike(bound(name));
  const address = bound('person');
  return tenureOf(
    {
      person: label('person'),
      office: label('position'),
      state: bound('state') ?? options.state,
      from: bound('start'),
      to: bound('end'),
      source: sourced(address, options),
    },
    (date) => daysOfWikidata(date, undefined),
  );
}

/** An id or an address of one is no name. */
function nameLike(value: string | undefined): string | undefined {
  return value === undefined || /^Q\d+$|^https?:/.test(value) ? undefined : value;
}

function sourced(
  address: string | undefined,
  { source }: OfficeListOptions,
): OfficeListOptions['source'] {
  return address === undefined || !/^https?:/.test(address) ? source : { ...source, url: address };
}

/** The tenures of one entity; its own labels and those of its positions are all its names. */
function entityTenures(entity: Fields, all: Fields, options: OfficeListOptions): ReadTenure[] {
  const statements = fields(entity['claims'])['P39'];
  if (!Array.isArray(statements)) return [];
  const [person, ...personNames] = labels(entity);
  const id = text(entity['id']);
  return statements.map((statement: unknown): ReadTenure => {
    const position = text(fields(snakValue(fields(statement)['mainsnak']))['id']);
    const [office, ...officeNames] = labels(fields(all[position ?? '']));
    if (office === undefined && position !== undefined) {
      const reason = `the position ${position} is not among the entities; fetch it too, for its name.`;
      return { reason, value: position };
    }
    const [from, to] = [qualifier(statement, 'P580'), qualifier(statement, 'P582')];
    const precisions = new Map([from, to].map((time) => [text(time['time']), time['precision']]));
    return tenureOf(
      {
        person,
        personNames,
        office,
        officeNames,
        state: options.state,
        from: text(from['time']),
        to: text(to['time']),
        source: sourced(id && `https://www.wikidata.org/wiki/${id}`, options),
      },
      (date) => daysOfWikidata(date, precisions.get(date)),
    );
  });
}

function qualifier(statement: unknown, property: string): Fields {
  const found = fields(fields(statement)['qualifiers'])[property];
  return Array.isArray(found) ? fields(snakValue(found[0])) : {};
}

function snakValue(snak: unknown): unknown {
  return fields(fields(snak)['datavalue'])['value'];
}

/** Languages whose names are taken, the first one as the name. */
const LANGUAGES = ['en', 'es', 'ru', 'mul'] as const;

/** Labels and aliases, each once. */
function labels(entity: Fields): readonly string[] {
  const names = LANGUAGES.flatMap((language) => {
    const aliases = fields(entity['aliases'])[language];
    const others: readonly unknown[] = Array.isArray(aliases) ? aliases : [];
    return [fields(entity['labels'])[language], ...others].map((one) => text(fields(one)['value']));
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
