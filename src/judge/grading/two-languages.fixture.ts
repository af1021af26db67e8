/** Whether a sentence says in Spanish what it says in English. */
import type { Worded } from '../../domain/worded.ts';

const ENGLISH =
  /\b(?:the|of|and|with|was|than|not|it|for|by|in|to|least|more|passages|undated|false|true|stated)\b/iu;

/**
 * What is wrong with the two texts; empty where they differ, name the same numbers, hold `kept` alike
 * (names, addresses, labels: what is quoted), and the Spanish one has no English word beside those.
 */
export function languageFaults({ en, es }: Worded, kept: readonly string[]): string[] {
  const faults: string[] = [];
  if (es === '' || es === en) faults.push(`says the same in both: ${en}`);
  if (numbersIn(en) !== numbersIn(es)) faults.push(`other numbers: ${en} | ${es}`);
  for (const words of kept) {
    if (en.includes(words) !== es.includes(words)) faults.push(`"${words}" in one only: ${es}`);
  }
  const own = kept.reduce((rest, words) => rest.replaceAll(words, ''), es);
  if (ENGLISH.test(own)) faults.push(`English in Spanish: ${es}`);
  return faults;
}

/** The numbers, each once and in order, as English writes them. */
function numbersIn(text: string): string {
  const plain = text.replace(/(\d)\u202f(?=\d)/gu, '$1').replace(/(\d),(?=\d)/gu, '$1.');
  return [...new Set(plain.match(/\d+(?:\.\d+)?/gu))].sort().join(' ');
}
