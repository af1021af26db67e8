/**
 * What led to a page, as the fields of a WARC `metadata` record beside its response: what a feed said
 * of a page is evidence like the page, and reading again from the archive alone needs both.
 */
import type { Field } from '../archive/records.ts';
import type { Found } from '../domain/article.ts';
import type { Digest } from '../domain/ids.ts';

/** The name of the field that says that this record is ours, and its value. */
const OURS = 'atalaya-found';
const VERSION = '1';
/** Fields that may be absent, and the names under which they are kept. */
const TEXTS = [
  ['via', 'named-by'],
  ['title', 'title'],
  ['published', 'published'],
  ['outlet', 'outlet'],
  ['language', 'language'],
  ['knownAs', 'known-as'],
  ['source', 'source'],
] as const satisfies readonly (readonly [keyof Found, string])[];

export function fieldsOfFound(found: Found): Field[] {
  const texts = TEXTS.flatMap(([key, name]): Field[] => {
    const value = found[key];
    return value === undefined ? [] : [[name, value.replace(/\s+/g, ' ')]];
  });
  const at: Field[] = found.at === undefined ? [] : [['found-at', String(found.at)]];
  return [[OURS, VERSION], ['url', found.url], ...at, ...texts];
}

/** The same read again; absent where the fields are not ours, or damaged. */
export function foundOfFields(fields: readonly Field[]): Found | undefined {
  const values = new Map(fields);
  const url = values.get('url');
  const stated = values.get('found-at');
  const at = stated === undefined ? undefined : Number(stated);
  if (
    values.get(OURS) !== VERSION ||
    url === undefined ||
    (at !== undefined && !Number.isSafeInteger(at))
  )
    return undefined;
  const texts = TEXTS.flatMap(([key, name]) => {
    const value = values.get(name);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { url, ...(at !== undefined && { at }), ...Object.fromEntries(texts) };
}

/** Bytes that the archive holds already, from elsewhere. */
export interface SameBytes {
  readonly digest: Digest;
  /** As what they are to be read here. */
  readonly mediaType: string;
}

/** Fields that say, beside those of the finding, which bytes stood there. */
export function fieldsOfSame({ digest, mediaType }: SameBytes): Field[] {
  return [
    ['same-bytes-as', digest],
    ['media-type', mediaType.replace(/\s+/g, ' ')],
  ];
}

/** The same read again; absent where the fields do not say it, or are damaged. */
export function sameOfFields(fields: readonly Field[]): SameBytes | undefined {
  const values = new Map(fields);
  const digest = values.get('same-bytes-as');
  const mediaType = values.get('media-type');
  if (mediaType === undefined || digest === undefined || !/^[0-9a-f]{64}$/.test(digest))
    return undefined;
  return { digest: digest as Digest, mediaType };
}
