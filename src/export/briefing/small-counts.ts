/**
 * Counts of people as a briefing may show them. Views give them as ranges already; here they are asked again,
 * since a briefing leaves the desk: 1 and 2 are never shown as such.
 */

/** A number of one digit that is 1 or 2, not a part of a longer one. */
const FEW = /(?<![\d.,])[12](?![\d.,]*\d)/g;
const ALONE = /^\s*[12](?:\s*[–-]\s*[12])?(?=\s*$|\s+\p{L})/u;

/** The count with fewer than three people as `1–2`, alone or as one end of a range: `1–9`, `at least 1`. */
export function shownPresence(count: string): string {
  return ALONE.test(count) ? count.replace(ALONE, '1–2') : count.replace(FEW, '1');
}
