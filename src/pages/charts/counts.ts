/** What a shown count says in numbers: `72`, `1–2`, `at least 9`. */

export interface CountBounds {
  readonly low: number;
  /** Undefined: no upper end is stated. */
  readonly high: number | undefined;
}

export function boundsOfCount(shown: string): CountBounds | undefined {
  const [, least] = /^at least (\d+)$/.exec(shown) ?? [];
  if (least !== undefined) return { low: Number(least), high: undefined };
  const [, low, high] = /^(\d+)(?:–(\d+))?$/.exec(shown) ?? [];
  if (low === undefined) return undefined;
  return { low: Number(low), high: Number(high ?? low) };
}
