/** Numbers for footings: one for each that differs, in the order in which sentences first name them. */
import type { Footing } from '../../domain/briefing.ts';

/** What two footings that are the same share. */
function keyOf(footing: Footing): string {
  switch (footing.kind) {
    case 'passage': {
      const { source, span, quote } = footing;
      return JSON.stringify(['p', source.url, source.digest, source.name, span, quote]);
    }
    case 'record': {
      const { source, words } = footing;
      return JSON.stringify(['r', source.url, source.digest, source.name, words]);
    }
    case 'count':
      return JSON.stringify(['c', footing.command, footing.what]);
  }
}

/** The list of sources of one briefing as it grows. */
interface Numbering {
  /** The same footings with their numbers, each once, ascending. */
  readonly number: (footings: readonly Footing[]) => readonly Footing[];
  /** All so far, from 1. */
  readonly all: () => readonly Footing[];
}

/** An empty list. O(1) a footing. */
export function numbering(): Numbering {
  const known = new Map<string, Footing>();
  const numberOne = (footing: Footing): Footing => {
    const key = keyOf(footing);
    const found = known.get(key) ?? { ...footing, n: known.size + 1 };
    known.set(key, found);
    return found;
  };
  return {
    number: (footings) =>
      [...new Set(footings.map(numberOne))].sort((one, other) => one.n - other.n),
    all: () => [...known.values()],
  };
}
