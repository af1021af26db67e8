/** `parts` without those that are absent: an optional field is left out, never `undefined`. */
export function stated<T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key of Object.keys(parts) as (keyof T)[]) {
    const value = parts[key];
    if (value !== undefined && value !== '') kept[key] = value;
  }
  return kept as T;
}
