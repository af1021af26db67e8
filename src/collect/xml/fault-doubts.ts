/** Faults of markup in words, for people. */
import type { MarkupFaults } from './elements.ts';

/** One sentence a kind of fault. */
export function markupDoubts(faults: MarkupFaults): string[] {
  const doubts: string[] = [];
  const count = (number: number, one: string, many: string) => {
    if (number > 0) doubts.push(number === 1 ? `1 ${one}` : `${number} ${many}`);
  };
  if (faults.cutOff) doubts.push('it ends before it is finished');
  count(faults.unclosed, 'element was not closed', 'elements were not closed');
  count(faults.stray, 'end tag has no element', 'end tags have no element');
  count(faults.bareAmpersands, 'ampersand was not escaped', 'ampersands were not escaped');
  count(faults.tooDeep, 'tag stands too deep', 'tags stand too deep');
  count(faults.undeclared, 'name has no namespace', 'names have no namespace');
  return doubts;
}
