/**
 * A watch file (`watch.yaml`), read whole and checked: a closed schema, every problem told with its
 * place, none hidden by another. Linear in the text; never throws for what the text holds.
 */
import {
  AFFILIATIONS,
  type FetchSettings,
  OUTLET_LIST_FORMATS,
  type OutletFact,
  type OutletListFile,
  type Watch,
  type WatchProblem,
  type WatchRule,
} from '../../domain/watch.ts';
import { factOf } from '../outlets/own-list.ts';
import { readSources } from './read-sources.ts';
import * as schema from './schema.ts';
import { idValue } from './source-ids.ts';
import { spanOfTime } from './spans-of-time.ts';
import {
  contactValue,
  countryValue,
  languageValue,
  lineValue,
  oneOf,
  sizeValue,
  wholeNumber,
} from './written-values.ts';
import { dataAt, type Entries, entriesAt, itemsAt, valueAt, valuesAt } from './yaml-fields.ts';
import {
  complain,
  type Entry,
  openYaml,
  placeOf,
  problemsOf,
  type Reading,
} from './yaml-reading.ts';

export type WatchReading =
  | { readonly watch: Watch }
  | { readonly problems: readonly WatchProblem[] };

/** Reads the text of a watch file; `file` is the name that the problems show. */
export function readWatch(text: string, file: string): WatchReading {
  const opened = openYaml(text, file);
  if ('problems' in opened) return opened;
  const { reading } = opened;
  const root: Entry = { node: reading.document.contents!, path: '' };
  const entries = entriesAt(reading, root, schema.WATCH_KEYS);
  const watch = entries === undefined ? undefined : watchAt(reading, root, entries);
  const problems = problemsOf(reading);
  if (watch === undefined || problems.length > 0) return { problems };
  return { watch };
}

/** `watch.yaml:12:5: sources[3].every: "soon" is no span of time; …` */
export function problemText({ file, line, column, path, message }: WatchProblem): string {
  return `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message}`;
}

function watchAt(reading: Reading, root: Entry, entries: Entries): Watch | undefined {
  const need = (key: string, what: string): void => {
    if (!entries.has(key)) complain(reading, root, `${key} is missing; ${what}.`);
  };
  need('host', 'write the code of the watched state, such as host: MX');
  need('sponsors', 'write the codes of the states asked about, such as sponsors: [RU, CN]');
  need('languages', 'write the codes of the languages read, such as languages: [es, en, ru]');
  const name = valueAt(reading, entries.get('name'), lineValue);
  const host = valueAt(reading, entries.get('host'), countryValue);
  const sponsors = valuesAt(reading, entries.get('sponsors'), countryValue);
  const languages = valuesAt(reading, entries.get('languages'), languageValue);
  checkParties(reading, entries, host, sponsors);
  const everyMs = valueAt(reading, entries.get('every'), (text) =>
    spanOfTime(text, schema.EVERY_BOUNDS),
  );
  const sources = readSources(reading, entries.get('sources'), everyMs ?? schema.EVERY_DEFAULT);
  const outlets = itemsAt(reading, entries.get('outlets')).flatMap((item) => factAt(reading, item));
  const outletLists = itemsAt(reading, entries.get('outletLists')).flatMap((item) =>
    listAt(reading, item),
  );
  const rules = rulesAt(reading, entries.get('rules'));
  const fetch = fetchAt(reading, entries.get('fetch'));
  if (host === undefined) return undefined;
  return {
    ...(name !== undefined && { name }),
    host,
    sponsors,
    languages,
    outlets,
    outletLists,
    sources,
    rules,
    fetch,
  };
}

function checkParties(
  reading: Reading,
  entries: Entries,
  host: string | undefined,
  sponsors: readonly string[],
): void {
  const stated = entries.get('sponsors');
  if (stated !== undefined && host !== undefined && sponsors.includes(host)) {
    complain(reading, stated, `${host} is the host; a sponsor is another state, take it out.`);
  }
  for (const key of ['sponsors', 'languages']) {
    const entry = entries.get(key);
    if (entry !== undefined && itemsQuiet(reading, entry) === 0) {
      complain(reading, entry, `${key} is an empty list; write at least one code.`);
    }
  }
}

/** Items of a list, or one for anything else: its problem is told where it is read. */
function itemsQuiet(reading: Reading, entry: Entry): number {
  const before = reading.problems.length;
  const count = itemsAt(reading, entry).length;
  const complained = reading.problems.length > before;
  reading.problems.length = before;
  return complained ? 1 : count;
}

function factAt(reading: Reading, item: Entry): readonly OutletFact[] {
  const entries = entriesAt(reading, item, schema.OUTLET_KEYS);
  if (entries === undefined) return [];
  const text = (from: Entries | undefined, key: string) =>
    valueAt(reading, from?.get(key), lineValue);
  const stated = entries.get('source');
  const source =
    stated === undefined ? undefined : entriesAt(reading, stated, schema.FACT_SOURCE_KEYS);
  const affiliation = valueAt(reading, entries.get('affiliation'), (word) =>
    oneOf(word, AFFILIATIONS),
  );
  const country = valueAt(reading, entries.get('country'), countryValue);
  const read = factOf({
    domain: text(entries, 'domain'),
    name: text(entries, 'name'),
    owner: text(entries, 'owner'),
    country,
    affiliation,
    labels: valuesAt(reading, entries.get('labels'), lineValue),
    sourceName: text(source, 'name'),
    sourceUrl: text(source, 'url'),
    sourceDate: text(source, 'date'),
  });
  if ('fact' in read) return [read.fact];
  complain(reading, item, read.reason);
  return [];
}

function listAt(reading: Reading, item: Entry): readonly OutletListFile[] {
  const entries = entriesAt(reading, item, schema.OUTLET_LIST_KEYS);
  if (entries === undefined) return [];
  const file = valueAt(reading, entries.get('file'), lineValue);
  const format = valueAt(reading, entries.get('format'), (text) =>
    oneOf(text, OUTLET_LIST_FORMATS),
  );
  if (!entries.has('file')) complain(reading, item, 'this list has no file; write its path.');
  return file === undefined ? [] : [{ file, format: format ?? 'atalaya' }];
}

function rulesAt(reading: Reading, entry: Entry | undefined): readonly WatchRule[] {
  const rules: WatchRule[] = [];
  const taken = new Set<string>();
  for (const item of itemsAt(reading, entry)) {
    const entries = entriesAt(reading, item);
    if (entries === undefined) continue;
    const id = valueAt(reading, entries.get('id'), idValue);
    if (!entries.has('id')) complain(reading, item, 'this rule has no id; give it one.');
    if (id === undefined) continue;
    if (taken.has(id)) complain(reading, item, `the rule "${id}" stands here twice; rename one.`);
    taken.add(id);
    const settings = [...entries]
      .filter(([key]) => key !== 'id')
      .map(([key, value]) => [key, dataAt(reading, value) ?? null] as const);
    const { line } = placeOf(reading, item.node);
    rules.push({ id, settings: Object.fromEntries(settings), line });
  }
  return rules;
}

function fetchAt(reading: Reading, entry: Entry | undefined): FetchSettings {
  const entries = entry === undefined ? undefined : entriesAt(reading, entry, schema.FETCH_KEYS);
  if (entries === undefined) return {};
  const span = (key: string, bounds: { readonly min: number; readonly max: number }) =>
    valueAt(reading, entries.get(key), (text) => spanOfTime(text, bounds));
  const contact = valueAt(reading, entries.get('contact'), contactValue);
  const paceMs = span('pace', schema.PACE_BOUNDS);
  const connectTimeoutMs = span('connectTimeout', schema.TIMEOUT_BOUNDS);
  const timeoutMs = span('timeout', schema.TIMEOUT_BOUNDS);
  const maxBytes = valueAt(reading, entries.get('maxBytes'), sizeValue);
  const connections = valueAt(reading, entries.get('connections'), (text) =>
    wholeNumber(text, schema.CONNECTION_BOUNDS),
  );
  return {
    ...(contact !== undefined && { contact }),
    ...(paceMs !== undefined && { paceMs }),
    ...(connectTimeoutMs !== undefined && { connectTimeoutMs }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(connections !== undefined && { connections }),
  };
}
