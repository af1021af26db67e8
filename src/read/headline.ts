/** Headlines, whose words have capitals: what capitals tell elsewhere, they do not tell there. */
import type { Token } from './document.ts';

/** Letters that make a word a longer one, which headlines write with a capital. */
const LONGER = 4;

/** Whether at least three, and four fifths, of the longer words from `first` to `last` have capitals. */
export function isHeadline(tokens: readonly Token[], first: number, last: number): boolean {
  let longer = 0;
  let capitals = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || token.text.length < LONGER) continue;
    longer++;
    if (token.capital) capitals++;
  }
  return longer >= 3 && capitals >= longer * 0.8;
}
