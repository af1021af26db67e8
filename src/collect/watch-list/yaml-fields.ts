/** Keys, lists and values of a YAML node, by a closed schema: what is not known is a problem. */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { PlainData } from '../../domain/watch.ts';
import { type Checked, shown } from './checked.ts';
import { nearestWord } from './nearest-word.ts';
import {
  complain,
  type Entry,
  isNothing,
  type Reading,
  resolved,
  textOf,
  wordFor,
} from './yaml-reading.ts';

/** Deeper data is refused: an alias to what it stands in has no end. */
const MAX_DEPTH = 16;

/** The entries of a map, by key; keys whose value is left empty are absent. */
export type Entries = ReadonlyMap<string, Entry>;

/**
 * The map at `entry`. Unknown keys (all are known where `keys` is absent), keys given twice and keys
 * that are no text are problems, and left out. `undefined` where it is no map.
 */
export function entriesAt(
  reading: Reading,
  entry: Entry,
  keys?: readonly string[],
): Entries | undefined {
  const node = resolved(reading, entry);
  if (node === undefined) return undefined;
  if (!isMap(node)) {
    const wanted = keys === undefined ? 'keys with values' : `keys (${keys.join(', ')})`;
    return complain(reading, entry, `${wordFor(node)} stands here; expected ${wanted}.`);
  }
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
    const name = isScalar(key) ? textOf(key) : undefined;
    const at = { node: key ?? node, path: joined(entry.path, name ?? '?') };
    if (name === undefined) complain(reading, at, 'this key is no text; write a plain word.');
    else if (seen.has(name))
      complain(reading, at, `${shown(name)} stands here twice; take one out.`);
    else if (keys !== undefined && !keys.includes(name)) complain(reading, at, unknown(name, keys));
    else if (value !== null && !isNothing(value)) entries.set(name, { node: value, path: at.path });
    if (name !== undefined) seen.add(name);
  }
  return entries;
}

function unknown(name: string, keys: readonly string[]): string {
  if (name === '<<') return 'merging keys with << is not read here; write the keys out.';
  const meant = nearestWord(name, keys);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `${shown(name)} is no key that is known here${hint || '.'} Known: ${keys.join(', ')}.`;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The items of the list at `entry`; a single value is a problem. Absent: none. */
export function itemsAt(reading: Reading, entry: Entry | undefined): readonly Entry[] {
  if (entry === undefined) return [];
  const node = resolved(reading, entry);
  if (node === undefined) return [];
  if (!isSeq(node)) {
    complain(reading, entry, `${wordFor(node)} stands here; expected a list (lines with "- ").`);
    return [];
  }
  return (node.items as Node[]).map((item, i) => ({ node: item, path: `${entry.path}[${i}]` }));
}

/** The value at `entry`, checked as text; `undefined` where it is absent or, with a problem, wrong. */
export function valueAt<T>(
  reading: Reading,
  entry: Entry | undefined,
  check: (text: string) => Checked<T>,
): T | undefined {
  if (entry === undefined) return undefined;
  const node = resolved(reading, entry);
  if (node === undefined) return undefined;
  const text = textOf(node);
  if (text === undefined) {
    return complain(reading, entry, `${wordFor(node)} stands here; expected one value.`);
  }
  const checked = check(text);
  if ('value' in checked) return checked.value;
  return complain(reading, entry, checked.fault);
}

/** The values of a list, each checked; one that stands there twice is a problem. */
export function valuesAt(
  reading: Reading,
  entry: Entry | undefined,
  check: (text: string) => Checked<string>,
): readonly string[] {
  const values = new Set<string>();
  for (const item of itemsAt(reading, entry)) {
    const value = valueAt(reading, item, check);
    if (value === undefined) continue;
    if (values.has(value))
      complain(reading, item, `${shown(value)} stands here twice; take one out.`);
    values.add(value);
  }
  return [...values];
}

/** The data at `entry` as it stands, nested at most 16 deep. */
export function dataAt(reading: Reading, entry: Entry, depth = 0): PlainData | undefined {
  if (depth > MAX_DEPTH) {
    return complain(reading, entry, `this is nested deeper than ${MAX_DEPTH} levels; flatten it.`);
  }
  const node = resolved(reading, entry);
  if (node === undefined) return undefined;
  if (isSeq(node)) {
    return itemsAt(reading, { node, path: entry.path }).map(
      (item) => dataAt(reading, item, depth + 1) ?? null,
    );
  }
  if (isMap(node)) {
    const entries = entriesAt(reading, { node, path: entry.path }) ?? new Map<string, Entry>();
    return Object.fromEntries(
      [...entries].map(([key, value]) => [key, dataAt(reading, value, depth + 1) ?? null]),
    );
  }
  const value = isScalar(node) ? node.value : null;
  const plain = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return plain ? value : (textOf(node) ?? null);
}
