/**
 * The rules of STIX 2.1 that its schemas cannot hold, and those of the desk's own, as a total checker:
 * it takes any list of objects and says what is wrong with it, one sentence each.
 */

/** Nothing else ever leaves the desk as STIX. */
const TYPES = new Set(
  (
    'attack-pattern channel extension-definition file grouping identity language-content location ' +
    'marking-definition media-content narrative note observed-data opinion relationship report url'
  ).split(' '),
);
const OBSERVABLES = new Set(['file', 'media-content', 'url']);
/** The definition of TLP 2.0 is published by OASIS and known to all who read STIX. */
const KNOWN_EXTENSIONS = new Set(['extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d']);
const ID =
  /^([a-z][a-z0-9-]*[a-z0-9])--[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIMESTAMP = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TIMES = [
  'created',
  'modified',
  'published',
  'first_observed',
  'last_observed',
  'object_modified',
];
const ORDERED = [
  ['created', 'modified'],
  ['first_observed', 'last_observed'],
] as const;

type Loose = Readonly<Record<string, unknown>>;

/** What is wrong with the objects of one bundle; empty where nothing is. */
export function brokenRules(objects: readonly unknown[]): string[] {
  const broken: string[] = [];
  const ids = new Set<string>();
  for (const object of objects) {
    if (!isObject(object)) {
      broken.push(`${JSON.stringify(object)} is not an object`);
      continue;
    }
    const id = String(object['id']);
    if (ids.has(id)) broken.push(`${id} stands there twice`);
    ids.add(id);
    broken.push(...ofOne(object, id));
  }
  const known = new Set([...ids, ...KNOWN_EXTENSIONS]);
  for (const object of objects) {
    if (!isObject(object)) continue;
    for (const ref of refsOf(object)) {
      if (!known.has(ref)) broken.push(`${object['id']} refers to ${ref}, which is not there`);
    }
  }
  return broken;
}

function ofOne(object: Loose, id: string): string[] {
  const broken: string[] = [];
  const type = String(object['type']);
  if (!TYPES.has(type)) broken.push(`${id} is of the type ${type}`);
  if (ID.exec(id)?.[1] !== type) broken.push(`${id} is no identifier of ${type}`);
  if (object['spec_version'] !== '2.1') broken.push(`${id} is of no version`);
  if (type !== 'marking-definition') {
    if (!Array.isArray(object['object_marking_refs'])) broken.push(`${id} has no marking`);
    const needed = OBSERVABLES.has(type) ? [] : ['created', 'modified', 'created_by_ref'];
    for (const property of needed)
      if (!(property in object)) broken.push(`${id} lacks ${property}`);
    if (OBSERVABLES.has(type) && 'created' in object) broken.push(`${id} has a date`);
  }
  for (const property of TIMES) {
    const time = object[property];
    if (time !== undefined && !(typeof time === 'string' && TIMESTAMP.test(time))) {
      broken.push(`${id}: ${property} is ${time}`);
    }
  }
  for (const [before, after] of ORDERED) {
    if (String(object[before]) > String(object[after] ?? '~'))
      broken.push(`${id}: ${before} is later`);
  }
  broken.push(...emptiesOf(object, id), ...ofRelationship(object, id));
  return broken;
}

function ofRelationship(object: Loose, id: string): string[] {
  if (object['type'] !== 'relationship') return [];
  const [from, to] = [String(object['source_ref']), String(object['target_ref'])];
  const broken = from === to ? [`${id} joins ${from} to itself`] : [];
  if (to.startsWith('attack-pattern--')) {
    if (!/^(report|narrative)--/.test(from)) broken.push(`${id} attaches a technique to ${from}`);
    if (object['relationship_type'] !== 'related-to')
      broken.push(`${id} says more than related-to`);
    if (!/^Evidence: ./.test(String(object['description']))) broken.push(`${id} names no evidence`);
  }
  return broken;
}

/** Lists and objects without content, nulls, and texts that UTF-8 cannot hold. */
function emptiesOf(value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [`${path} is ${value}`];
  if (typeof value === 'string') return value.isWellFormed() ? [] : [`${path} is not well formed`];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${path} is empty`];
  return entries.flatMap(([key, inner]) => emptiesOf(inner, `${path}.${key}`));
}

/** All identifiers that an object refers to, those of its extensions' definitions with them. */
function refsOf(object: Loose): string[] {
  const refs = Object.keys(isObject(object['extensions']) ? object['extensions'] : {});
  for (const [property, value] of Object.entries(object)) {
    if (property.endsWith('_ref')) refs.push(String(value));
    if (property.endsWith('_refs') && Array.isArray(value)) refs.push(...value.map(String));
  }
  return refs;
}

/** The longest run of words of `body` that one string anywhere in the objects holds. */
export function longestRun(objects: readonly unknown[], body: string): number {
  const words = body.split(/\s+/);
  const places = new Map<string, number[]>();
  for (const [place, word] of words.entries())
    places.set(word, [...(places.get(word) ?? []), place]);
  let longest = 0;
  for (const text of objects.flatMap(textsOf)) {
    // Runs that end at the word before, by their place in the body.
    let runs = new Map<number, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
      const next = new Map<number, number>();
      for (const place of places.get(word) ?? []) next.set(place, (runs.get(place - 1) ?? 0) + 1);
      for (const run of next.values()) longest = Math.max(longest, run);
      runs = next;
    }
  }
  return longest;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
