/** Objects of schema.org in parsed JSON-LD, in whichever of its spellings. */

export type Node = Readonly<Record<string, unknown>>;

/** What may stand before a name of the vocabulary. */
const PREFIXES = ['', 'schema:', 'https://schema.org/', 'http://schema.org/'];
const PREFIX = /^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/i;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a property, whatever stands before its name. */
export function propertyOf(node: Node, property: string): unknown {
  for (const prefix of PREFIXES) {
    const value = node[prefix + property];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** Whether it is of that type, alone or among others. */
export function isOfType(node: Node, type: string): boolean {
  return [node['@type']]
    .flat()
    .some((stated) => typeof stated === 'string' && stated.replace(PREFIX, '') === type);
}

/** The objects of a document by their `@id`, so that what only refers to one can be followed. */
export type Named = ReadonlyMap<string, Node>;

/** A value as a list: objects that only refer to another are that other one. */
export function followed(value: unknown, named: Named): readonly unknown[] {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return values.map((one) => {
    const id = isNode(one) && Object.keys(one).length === 1 ? one['@id'] : undefined;
    return typeof id === 'string' ? (named.get(id) ?? one) : one;
  });
}

/** The text of the first value that has one: a text, a number, `{"@value"}`, an object's name. */
export function textOf(value: unknown, named: Named): string | undefined {
  for (const one of followed(value, named)) {
    const bare = isNode(one) ? (one['@value'] ?? propertyOf(one, 'name')) : one;
    const text = Array.isArray(bare) ? bare[0] : bare;
    if (typeof text === 'number') return String(text);
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return undefined;
}

/** The addresses of values: texts that are addresses, and those of objects. */
export function addressesOf(value: unknown, named: Named): string[] {
  return followed(value, named).flatMap((one) => {
    const stated = isNode(one)
      ? [propertyOf(one, 'url'), propertyOf(one, 'contentUrl'), one['@id']]
      : [one];
    const address = stated
      .flat()
      .find(
        (text): text is string => typeof text === 'string' && /^https?:\/\//i.test(text.trim()),
      );
    return address === undefined ? [] : [address.trim()];
  });
}

/** What stands in a document: its ClaimReviews, its named objects, how many MediaReviews. */
export interface ReviewNodes {
  readonly reviews: readonly Node[];
  readonly named: Named;
  readonly mediaReviews: number;
}

/** Every ClaimReview within the values, near ones first. Linear; explicit queue, for any depth. */
export function reviewNodes(roots: readonly unknown[]): ReviewNodes {
  const queue: unknown[] = [...roots];
  const reviews: Node[] = [];
  const named = new Map<string, Node>();
  let mediaReviews = 0;
  for (let i = 0; i < queue.length; i++) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (isNode(value)) {
      const id = value['@id'];
      if (typeof id === 'string' && Object.keys(value).length > 1) named.set(id, value);
      if (isOfType(value, 'ClaimReview')) reviews.push(value);
      else if (isOfType(value, 'MediaReview')) mediaReviews++;
    }
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object' && inner !== null) queue.push(inner);
    }
  }
  return { reviews, named, mediaReviews };
}
