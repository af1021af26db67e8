/** What a STIX object is, as plain data, and which kinds of it leave the desk. */

/**
 * All that is ever emitted. No `indicator`: an alert is a reason to look, not a pattern of malice. No
 * threat actor, intrusion set, campaign, malware, tool or incident: the desk knows articles and outlets,
 * never culprits.
 */
export const STIX_TYPES = [
  'attack-pattern',
  'channel',
  'extension-definition',
  'file',
  'grouping',
  'identity',
  'language-content',
  'location',
  'marking-definition',
  'media-content',
  'narrative',
  'note',
  'observed-data',
  'opinion',
  'relationship',
  'report',
  'url',
] as const;
export type StixType = (typeof STIX_TYPES)[number];

/** Values of properties. */
export type StixValue = string | number | boolean | readonly StixValue[] | StixProperties;

/** What is undefined, or a list without items, is left out: `present` does so. */
export interface StixProperties {
  readonly [property: string]: StixValue | undefined;
}

/** One object of a bundle, complete in itself. */
export interface StixObject extends StixProperties {
  readonly type: StixType;
  readonly id: string;
}

/** The same without what is undefined and without lists that are empty: STIX 2.1, section 2.6, has neither. */
export function present<T extends StixProperties>(properties: T): T {
  const kept: Record<string, StixValue> = {};
  for (const key in properties) {
    const value = properties[key];
    if (isPresent(value)) kept[key] = value;
  }
  return kept as T;
}

/** Whether there is something to say. */
export function isPresent(value: StixValue | undefined): value is StixValue {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** A list without items that say nothing. */
export function telling(items: readonly StixProperties[]): readonly StixProperties[] {
  return items.filter((item) => Object.keys(item).length > 0);
}

/** A whole number, rounded; undefined for what JSON has no number for. */
export function whole(value: number | null | undefined): number | undefined {
  return value === null || value === undefined || !Number.isFinite(value)
    ? undefined
    : Math.round(value);
}

/** A share 0–1 as STIX's confidence 0–100; undefined for what is none. */
export function confidenceOf(share: number | undefined): number | undefined {
  return share !== undefined && share >= 0 && share <= 1 ? Math.round(share * 100) : undefined;
}
