/**
 * JSON Lines and JSON that name addresses: texts, objects with a field for the address, objects with
 * a list of these (`{"articles": […]}`). Among them the JSON of GDELT: the article list (GAL), the
 * graphs of quotations, entities and metadata (GQG, GEG, GEMG) and the answers of its DOC API.
 */
import { firstOf, stringOf } from '../loose-values.ts';
import { listedFacts, listFieldsOf } from './columns.ts';
import { type Found, fault, type ListedFacts, listed, notAnAddress } from './listed.ts';
import { utf8Text } from './records.ts';
import { statedAddress } from './stated-address.ts';

/** What the lines of GDELT's graphs have beside `date`, `url` and `lang`. */
const OF_GDELT = ['outletName', 'quotes', 'entities', 'metatags', 'jsonld', 'docembed'];
/** `20240923101500.gal.json.gz`, `20200101000100.gqg.json`. */
const GDELT_NAME = /\d{8,14}\.(?:gal|g[a-z]{1,4}g)[.\w-]*\.json/i;

export interface JsonPlace {
  readonly base: string;
  /** Whether the file's name is that of a GDELT graph. */
  readonly gdelt: boolean;
}

/** What a reader of JSON needs to know of where it stands. */
export function jsonPlace(name: string, base: string): JsonPlace {
  return { base, gdelt: GDELT_NAME.test(name) };
}

/** What one JSON text names. */
export function foundInJson(
  bytes: Uint8Array,
  line: number,
  at: JsonPlace,
): Found | readonly Found[] {
  const text = utf8Text(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const detail = 'this is no JSON; the line may be cut off, or lack a quote or a bracket.';
    return fault('broken-line', line, text, detail);
  }
  const own = foundInValue(value, line, at);
  if (own !== undefined) return own;
  const list = listIn(value);
  if (list === undefined || list.length === 0) return noAddressField(line, text);
  return list.map((one, i) => foundInValue(one, i + 1, at) ?? notAnAddress(i + 1, shown(one)));
}

/** Absent where the value has no field for an address. */
function foundInValue(value: unknown, line: number, at: JsonPlace): Found | undefined {
  if (typeof value === 'string') {
    const url = statedAddress(value, at.base);
    return url === undefined ? notAnAddress(line, value) : listed(url, line, {});
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  const fields = listFieldsOf(record);
  if (fields.url.length === 0) return undefined;
  const url = firstOf(fields.url, (one) => {
    const stated = stringOf(one);
    return stated === undefined ? undefined : statedAddress(stated, at.base);
  });
  if (url === undefined) return notAnAddress(line, shown(fields.url[0]));
  const facts = listedFacts(fields);
  return listed(url, line, isGdelt(record, at) ? seenFacts(facts) : facts);
}

function isGdelt(record: Readonly<Record<string, unknown>>, at: JsonPlace): boolean {
  if (at.gdelt) return true;
  return 'date' in record && 'lang' in record && OF_GDELT.some((key) => key in record);
}

/**
 * GDELT's `date` is when the page says that it was published, where it says so, and else when GDELT saw it:
 * nobody can tell which, so it is no date of publication.
 */
function seenFacts({ published, ...facts }: ListedFacts): ListedFacts {
  return { ...facts, seen: facts.seen ?? published };
}

/** The first list in an object that holds texts or objects. */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value;
  for (const inner of Object.values(value)) {
    if (!Array.isArray(inner) || inner.length === 0) continue;
    if (typeof inner[0] === 'string' || (typeof inner[0] === 'object' && inner[0] !== null)) {
      return inner;
    }
  }
  return undefined;
}

function noAddressField(line: number, text: string): Found {
  const detail = 'no field of this value is an address; call that field "url".';
  return fault('not-an-address', line, text, detail);
}

/** A value in a few words; nested ones only by their keys, since they may be of any depth. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.keys(value).slice(0, 9).join(', ')}}`;
}
