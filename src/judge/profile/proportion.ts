/**
 * Shares with the room that few cases leave: the Wilson score interval (Wilson 1927,
 * doi:10.1080/01621459.1927.10502953), which stays within 0–1 and holds for small numbers and for
 * shares near 0 and 1 (Brown, Cai, DasGupta 2001, doi:10.1214/ss/1009213286).
 */
import type { Proportion } from '../../domain/judgement.ts';

/** 97.5 % point of the normal distribution: an interval of 95 %. */
const Z = 1.959963984540054;

/** Below this no rate is said: with four cases the interval spans half of all shares. */
const FEWEST = 5;

/** `count` of `n`, whole numbers with `0 <= count <= n`; with a rate from five cases on. */
export function proportionOf(count: number, n: number): Proportion {
  return n < FEWEST ? { count, n } : { count, n, rate: wilson(count, n) };
}

function wilson(count: number, n: number): { share: number; low: number; high: number } {
  const share = count / n;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At the ends the interval touches 0 and 1 exactly; floating point misses them by a hair.
  return {
    share,
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === n ? 1 : Math.min(1, middle + half),
  };
}
