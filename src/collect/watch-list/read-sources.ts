/** The sources of a watch file: each complete in itself, none there twice. */
import { SOURCE_KINDS, type SourceKind, type WatchSource } from '../../domain/watch.ts';
import { outletKey } from '../outlets/outlet-key.ts';
import { shown } from './checked.ts';
import { EVERY_BOUNDS, SOURCE_KEYS } from './schema.ts';
import { idValue, sourceIdOf } from './source-ids.ts';
import { spanOfTime } from './spans-of-time.ts';
import {
  addressValue,
  flagValue,
  languageValue,
  lineValue,
  oneOf,
  outletValue,
} from './written-values.ts';
import { type Entries, entriesAt, itemsAt, valueAt, valuesAt } from './yaml-fields.ts';
import { complain, type Entry, placeOf, type Reading } from './yaml-reading.ts';

/** Reads the list at `entry`; `everyMs` is the pause of a source that states none. */
export function readSources(
  reading: Reading,
  entry: Entry | undefined,
  everyMs: number,
): readonly WatchSource[] {
  const sources: WatchSource[] = [];
  const byId = new Map<string, number>();
  const byAddress = new Map<string, number>();
  for (const item of itemsAt(reading, entry)) {
    const entries = entriesAt(reading, item, SOURCE_KEYS);
    if (entries === undefined) continue;
    const source = sourceAt(reading, item, entries, everyMs);
    if (source === undefined) continue;
    const address = addressKey(source.url);
    const twin = byAddress.get(address);
    const namesake = byId.get(source.id);
    if (twin !== undefined) {
      const message = `${shown(source.url)} is watched already, in line ${twin}; take one of them out.`;
      complain(reading, entries.get('url') ?? item, message);
    } else if (namesake !== undefined) {
      const message = `the id ${shown(source.id)} is taken by the source in line ${namesake}; give another id.`;
      complain(reading, entries.get('id') ?? item, message);
    }
    if (twin === undefined) byAddress.set(address, source.line);
    if (namesake === undefined) byId.set(source.id, source.line);
    sources.push(source);
  }
  return sources;
}

/** What makes two addresses one source: all but the scheme, so that http and https are not two. */
export function addressKey(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

/** What a source is read as where that is not stated: its address tells a sitemap, else a feed. */
export function kindOf(url: string): SourceKind {
  return /sitemap/i.test(url) ? 'sitemap' : 'feed';
}

/** The outlet of a source that names none: who publishes its address. */
export function outletOf(url: string): string {
  return outletKey(url) ?? new URL(url).host;
}

function sourceAt(
  reading: Reading,
  item: Entry,
  entries: Entries,
  everyMs: number,
): WatchSource | undefined {
  if (!entries.has('url')) {
    complain(
      reading,
      item,
      'this source has no url; write the address of its feed, sitemap or page.',
    );
  }
  const url = valueAt(reading, entries.get('url'), addressValue);
  const id = valueAt(reading, entries.get('id'), idValue);
  const kind = valueAt(reading, entries.get('kind'), (text) => oneOf(text, SOURCE_KINDS));
  const outlet = valueAt(reading, entries.get('outlet'), outletValue);
  const title = valueAt(reading, entries.get('title'), lineValue);
  const language = valueAt(reading, entries.get('language'), languageValue);
  const tags = valuesAt(reading, entries.get('tags'), lineValue);
  const every = valueAt(reading, entries.get('every'), (text) => spanOfTime(text, EVERY_BOUNDS));
  const enabled = valueAt(reading, entries.get('enabled'), flagValue);
  if (url === undefined) return undefined;
  return {
    id: id ?? sourceIdOf(url),
    kind: kind ?? kindOf(url),
    url,
    outlet: outlet ?? outletOf(url),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    tags,
    everyMs: every ?? everyMs,
    enabled: enabled ?? true,
    line: placeOf(reading, item.node).line,
  };
}
