/** One spelling for words that are written in two: the Russian ё is mostly printed as е. */

/** A word in lower case as the lists of cues hold it. */
export function foldedCue(lower: string): string {
  return lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
}
