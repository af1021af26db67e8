/** One tenure as somebody wrote it down, checked field by field: a tenure, or one sentence why not. */
import type { Days, Tenure } from '../../domain/tenure.ts';
import type { FactSource } from '../../domain/watch.ts';
import { countryCode, countryNamed } from '../outlets/countries.ts';
import type { RefusedRow } from '../outlets/list-rows.ts';
import { daysStated } from './stated-days.ts';

export interface OfficeListOptions {
  /** Who states what names no source of its own: the list itself. */
  readonly source: FactSource;
  /** Whose offices they are, where a row does not say. */
  readonly state?: string;
}

/** Every row below the header is either a tenure or refused. */
export interface OfficeImport {
  readonly tenures: readonly Tenure[];
  readonly refused: readonly RefusedRow[];
}

/** As written; an absent field is not stated. */
export interface WrittenTenure {
  readonly person: string | undefined;
  readonly personNames?: readonly string[];
  readonly office: string | undefined;
  readonly officeNames?: readonly string[];
  readonly state?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly source: FactSource;
}

/** A tenure, or why there is none and of which value. */
export type ReadTenure =
  | { readonly tenure: Tenure }
  | { readonly reason: string; readonly value?: string };

/** Unions whose offices count like a state's. */
const UNIONS = new Set(['EU', 'UN', 'NATO']);
/** Longer names are no names. UTF-16 units. */
const MOST_LENGTH = 300;

/** Checks one tenure. `readDays` reads its dates, where they are written in a way of their own. */
export function tenureOf(
  written: WrittenTenure,
  readDays: (text: string) => Days | undefined = daysStated,
): ReadTenure {
  const { person, office, source } = written;
  if (person === undefined) return { reason: 'no person is named; write who held the office.' };
  if (office === undefined)
    return { reason: `no office is named; write which one ${cut(person)} held.` };
  const long = [person, office].find((name) => name.length > MOST_LENGTH);
  if (long !== undefined) return fault(long, 'is too long for a name; shorten it');
  const state = written.state === undefined ? undefined : stateOf(written.state);
  if (written.state !== undefined && state === undefined) {
    return fault(
      written.state,
      'is no state; write ISO 3166-1 alpha-2 such as MX, or EU, UN, NATO',
    );
  }
  const from = written.from === undefined ? undefined : readDays(written.from);
  const to = written.to === undefined ? undefined : readDays(written.to);
  const unread = [
    [written.from, from],
    [written.to, to],
  ].find(([text, days]) => text !== undefined && days === undefined)?.[0];
  if (typeof unread === 'string')
    return fault(unread, 'is no date; write YYYY, YYYY-MM or YYYY-MM-DD');
  if (from !== undefined && to !== undefined && from.first > to.last) {
    return fault(written.to!, `lies before the beginning, ${written.from}; correct one of the two`);
  }
  const wrong = sourceFault(source);
  if (wrong !== undefined) return wrong;
  return {
    tenure: {
      person,
      personNames: written.personNames ?? [],
      office,
      officeNames: written.officeNames ?? [],
      ...(state !== undefined && { state }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      source,
    },
  };
}

/** The code of a state or union, by its code or its name. */
export function stateOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return UNIONS.has(code) ? code : (countryCode(code) ?? countryNamed(text));
}

function sourceFault({ name, url, date }: FactSource): ReadTenure | undefined {
  if (name === '') return { reason: 'no source is named; say who states this.' };
  if (url !== undefined && !/^https?:\/\/[^\s/][^\s/.]*\.\S+$/i.test(url)) {
    return fault(url, 'is no address; write the page that states it, beginning with https://');
  }
  if (date !== undefined && daysStated(date) === undefined) {
    return fault(date, 'is no date; write YYYY, YYYY-MM or YYYY-MM-DD');
  }
  return undefined;
}

function fault(value: string, what: string): { readonly reason: string; readonly value: string } {
  return { reason: `"${cut(value)}" ${what}.`, value: value.slice(0, 200) };
}

const cut = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
