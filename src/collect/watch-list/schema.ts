/** The keys of a watch file and the bounds of its values. `docs/watch.md` names every one of them. */

export const WATCH_KEYS = [
  'name',
  'host',
  'sponsors',
  'languages',
  'every',
  'sources',
  'outlets',
  'outletLists',
  'rules',
  'fetch',
] as const;

export const SOURCE_KEYS = [
  'id',
  'kind',
  'url',
  'outlet',
  'title',
  'language',
  'tags',
  'every',
  'enabled',
] as const;

export const OUTLET_KEYS = [
  'domain',
  'name',
  'owner',
  'country',
  'affiliation',
  'labels',
  'source',
] as const;

export const FACT_SOURCE_KEYS = ['name', 'url', 'date'] as const;

export const OUTLET_LIST_KEYS = ['file', 'format'] as const;

export const FETCH_KEYS = [
  'contact',
  'pace',
  'connectTimeout',
  'timeout',
  'maxBytes',
  'connections',
] as const;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A source's pause where neither it nor the watch states one. */
export const EVERY_DEFAULT = 30 * MINUTE;
/** More often is impolite, more rarely is no watch. */
export const EVERY_BOUNDS = { min: MINUTE, max: 30 * DAY } as const;
/** Nothing below half a second a host: publishers' pages are not ours to wear out. */
export const PACE_BOUNDS = { min: SECOND / 2, max: 10 * MINUTE } as const;
export const TIMEOUT_BOUNDS = { min: SECOND, max: 10 * MINUTE } as const;
export const CONNECTION_BOUNDS = { min: 1, max: 256 } as const;
