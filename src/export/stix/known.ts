/** What a bundle remembers of what it has emitted: identifiers only, never objects. */
import type { ArticleId, CascadeId, CheckId, EntryId } from '../../domain/ids.ts';
import { IdSet } from './id-set.ts';
import { unpacked } from './identifiers.ts';
import { STIX_TYPES, type StixType } from './object.ts';

/** Grows with the number of objects, by 11 to 22 bytes each, and by an identifier for each thing that others name. */
export interface Known {
  readonly emitted: IdSet;
  /** The identifiers of what records name, packed. */
  readonly reports: Map<ArticleId, string>;
  readonly narratives: Map<CascadeId, string>;
  readonly claims: Map<CheckId, string>;
  readonly entries: Map<EntryId, string>;
  readonly channels: Map<string, string>;
}

export function nothingKnown(): Known {
  return {
    emitted: new IdSet(),
    reports: new Map(),
    narratives: new Map(),
    claims: new Map(),
    entries: new Map(),
    channels: new Map(),
  };
}

const PLACES: ReadonlyMap<string, number> = new Map(STIX_TYPES.map((type, place) => [type, place]));

/** Whether an object was not emitted before; from now on it counts as emitted. */
export function isNew(known: Known, id: string): boolean {
  // The type keeps a channel and a narrative of one name apart, whose UUIDs are the same.
  return known.emitted.add(id, PLACES.get(id.slice(0, -38)) ?? STIX_TYPES.length);
}

/** The identifier that a map holds for a key. */
export function lookUp<Key>(
  type: StixType,
  map: ReadonlyMap<Key, string>,
  key: Key,
): string | undefined {
  const found = map.get(key);
  return found === undefined ? undefined : unpacked(type, found);
}
