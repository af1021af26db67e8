/** Fields of foreign objects, each as what it may be or not at all. */

/** An object as JSON gives it. */
export type Loose = Readonly<Record<string, unknown>>;

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that the object itself has: never one of what all objects have. */
export function fieldOf(object: Loose, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text that is not blank. */
export function textIn(object: Loose, name: string): string | undefined {
  const value = fieldOf(object, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The texts of a list, or the one that stands in its place. */
export function textsIn(object: Loose, name: string): readonly string[] {
  const value = fieldOf(object, name);
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string' && one.trim() !== '') as string[];
}

/** The objects of a list. */
export function objectsIn(object: Loose, name: string): readonly Loose[] {
  const value = fieldOf(object, name);
  return Array.isArray(value) ? value.filter(isLoose) : [];
}

/** The longest of several texts; absent where there is none. */
export function longestOf(texts: readonly (string | undefined)[]): string | undefined {
  let best: string | undefined;
  for (const one of texts) if (one !== undefined && one.length > (best?.length ?? 0)) best = one;
  return best;
}
