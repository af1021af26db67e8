/** What fact-checks are archived under: evidence of a kind of its own, never taken for an article. */
import type { Place } from '../../domain/outcome.ts';

const SCHEME = 'fact-check:';

/** `fact-check:<path>#<line>`. */
export function originOfCheck({ file, line }: Place): string {
  return `${SCHEME}${file}${line === undefined ? '' : `#${line}`}`;
}

export const isCheckOrigin = (origin: string): boolean => origin.startsWith(SCHEME);
