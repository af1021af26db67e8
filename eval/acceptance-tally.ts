/**
 * Counting right, invented and missed items, and giving each item of a reading to one item of the
 * gold at most.
 */

/** In the order in which they are shown. All of these make the overall figure. */
export const PARTS = [
  'attributions',
  'speakers',
  'roles',
  'venues',
  'uttered',
  'via',
  'events',
  'counts',
  'positions',
  'staleness',
  'dates',
] as const;
/** Looser looks at the same items; not in the overall figure. */
export const DETAILS = [
  'aligned',
  'polarity',
  'mode',
  'nested',
  'eventDates',
  'countDates',
] as const;
export type Part = (typeof PARTS)[number] | (typeof DETAILS)[number];

/** Right, invented and missed items. */
export interface Tally {
  right: number;
  invented: number;
  missed: number;
}
export type Score = Readonly<Record<Part, Tally>>;

/** A score of nothing. */
export function emptyScore(): Score {
  const entries = [...PARTS, ...DETAILS].map((part) => [part, emptyTally()] as const);
  return Object.fromEntries(entries) as Record<Part, Tally>;
}

export const emptyTally = (): Tally => ({ right: 0, invented: 0, missed: 0 });

/** Adds `other` to `tally`. */
export function addTally(tally: Tally, other: Tally): void {
  tally.right += other.right;
  tally.invented += other.invented;
  tally.missed += other.missed;
}

/** Precision, recall and F1; `null` where there is nothing to divide by. */
export function ratesOf({ right, invented, missed }: Tally): {
  readonly p: number | null;
  readonly r: number | null;
  readonly f1: number | null;
} {
  const share = (part: number, all: number) => (all === 0 ? null : part / all);
  return {
    p: share(right, right + invented),
    r: share(right, right + missed),
    f1: share(2 * right, 2 * right + invented + missed),
  };
}

interface Items<G, F> {
  readonly gold: readonly G[];
  readonly found: readonly F[];
  right(gold: G, found: F): boolean;
  /** Whether a leftover may be what the gold holds as optional. */
  near(gold: G, found: F): boolean;
  /** Leftovers that do not count. */
  ignored?(found: F): boolean;
}

export interface Pairing {
  /** Place in the gold to place in the reading. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly missed: readonly number[];
  readonly invented: readonly number[];
}

/** First come, first served, in the order of the gold; the optional ones take what is left. */
export function pairUp<G extends { readonly optional?: true | undefined }, F>(
  items: Items<G, F>,
): Pairing {
  const left = new Set(items.found.keys());
  const pairs = new Map<number, number>();
  const missed: number[] = [];
  items.gold.forEach((gold, i) => {
    if (gold.optional === true) return;
    const at = [...left].find((j) => items.right(gold, items.found[j]!));
    if (at === undefined) missed.push(i);
    else {
      pairs.set(i, at);
      left.delete(at);
    }
  });
  for (const gold of items.gold.filter((item) => item.optional === true)) {
    const at = [...left].find((j) => items.near(gold, items.found[j]!));
    if (at !== undefined) left.delete(at);
  }
  const invented = [...left].filter((j) => items.ignored?.(items.found[j]!) !== true);
  return { pairs, missed, invented };
}
