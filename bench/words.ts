/** Words of a text as the bench compares them, and the runs that two texts can share. */

/** Letters and digits in a row, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All runs of exactly `length` words. */
export function runsOf(text: string, length: number): Set<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(' '));
  return runs;
}

/** Runs of `length` words that two texts share. */
export function sharedRuns(a: string, b: string, length: number): number {
  const runs = runsOf(a, length);
  return [...runsOf(b, length)].filter((run) => runs.has(run)).length;
}
