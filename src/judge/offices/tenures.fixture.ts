/** Invented offices and persons for tests, in invented states with codes of real shape. */
import type { Moment } from '../../domain/moment.ts';
import type { Tenure } from '../../domain/tenure.ts';
import { statedDays } from './day-bounds.ts';

/** A tenure of an invented source of `written` (2025-01-31 where not given); dates as in a list. */
export function tenure(
  person: string,
  office: string,
  dates: { readonly from?: string; readonly to?: string; readonly written?: string },
  names: { readonly person?: readonly string[]; readonly office?: readonly string[] } = {},
  state?: string,
): Tenure {
  const from = dates.from === undefined ? undefined : statedDays(dates.from);
  const to = dates.to === undefined ? undefined : statedDays(dates.to);
  return {
    person,
    personNames: names.person ?? [],
    office,
    officeNames: names.office ?? [],
    ...(state !== undefined && { state }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    source: {
      name: 'Invented list',
      url: 'https://list.example/',
      date: dates.written ?? '2025-01-31',
    },
  };
}

/** A day in UTC. */
export function day(date: string): Moment {
  const earliest = Date.parse(`${date}T00:00:00Z`);
  return { earliest, latest: earliest + 86_399_999, precision: 'day', zone: 'stated' };
}
