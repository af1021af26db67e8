/** Which columns or keys of a list hold what: the common names of `fields.ts`, and those of lists. */
import { type Field, fieldNamed, fieldsOf } from '../fields.ts';
import { firstOf, stringOf } from '../loose-values.ts';
import { collectorTime, languageCode } from './collector-words.ts';
import type { ListedFacts } from './listed.ts';

/** Names that only lists use; without case, blanks and punctuation. */
const OF_LISTS: ReadonlyMap<string, Field> = new Map([
  ...['address', 'webaddress', 'website', 'loc', 'storyurl', 'fullurl', 'expandedurl'].map(
    (name) => [name, 'url'] as const,
  ),
  ...['direccion', 'dirección', 'адрес', 'documentidentifier', 'mentionidentifier'].map(
    (name) => [name, 'url'] as const,
  ),
  ['seendate', 'firstSeen'],
  ['dateadded', 'firstSeen'],
  ['outletname', 'outlet'],
  ['mentionsourcename', 'domain'],
  ['sourcecommonname', 'domain'],
  ['pagetitle', 'title'],
]);

/** What a column or key of a list holds, if its name tells. */
export function listFieldNamed(name: string): Field | undefined {
  const bare = name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return fieldNamed(name.slice(0, 100)) ?? OF_LISTS.get(bare);
}

/** A record's values by field, most telling name first. */
export type ListFields = Readonly<Record<Field, readonly unknown[]>>;

/** Sorts a record's values by field, with the names of lists behind the common ones. */
export function listFieldsOf(record: Readonly<Record<string, unknown>>): ListFields {
  const fields = fieldsOf(record);
  let more: Record<Field, readonly unknown[]> | undefined;
  for (const key of Object.keys(record)) {
    const value = record[key];
    const field = fieldNamed(key) === undefined ? listFieldNamed(key) : undefined;
    if (field === undefined || value === null || value === undefined) continue;
    more ??= { ...fields };
    more[field] = [...more[field], value];
  }
  return more ?? fields;
}

/** What the fields say of an address; `domain` comes before a name. */
export function listedFacts(fields: ListFields): ListedFacts {
  const language = firstOf(fields.language, stringOf);
  const seen = firstOf(fields.firstSeen, stringOf);
  return {
    title: firstOf(fields.title, stringOf),
    published: firstOf(fields.published, stringOf),
    language: language === undefined ? undefined : languageCode(language),
    outlet: firstOf(fields.domain, stringOf) ?? firstOf(fields.outlet, stringOf),
    seen: seen === undefined ? undefined : (collectorTime(seen, 'Z') ?? seen),
  };
}
