/**
 * Counts that scatter wider than Poisson's: variance mu + alpha·mu². The extra is found by the method of
 * moments, from Pearson's statistic (Breslow 1984, doi:10.2307/2347661); quantiles by adding up
 * probabilities, in logarithms so that none underflows. O(quantile).
 */

/** Doublings of the bracket, and halvings in it. */
const DOUBLINGS = 60;
const HALVINGS = 80;

/** The alpha at which Pearson's statistic equals its degrees of freedom; 0 where Poisson is wide enough. */
export function dispersionOf(
  counts: Float64Array,
  fitted: Float64Array,
  parameters: number,
): number {
  const freedom = counts.length - parameters;
  if (freedom <= 0) return 0;
  const excess = (alpha: number) => {
    let sum = 0;
    for (const [i, count] of counts.entries()) {
      const mu = fitted[i]!;
      sum += (count - mu) ** 2 / (mu + alpha * mu * mu);
    }
    return sum - freedom;
  };
  if (excess(0) <= 0) return 0;
  let high = 1;
  for (let i = 0; i < DOUBLINGS && excess(high) > 0; i++) high *= 2;
  let low = 0;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Larger quantiles are not looked for: no embassy is near it. */
const MOST_COUNT = 1_000_000;

/** The smallest count whose probability of being reached or stayed below is at least `share`. */
export function countQuantile(share: number, mean: number, alpha: number): number {
  // Without any bound on the scatter, the lower end is nobody; the upper one is the caller's to call open.
  if (!(mean > 0) || !Number.isFinite(alpha)) return 0;
  const poisson = alpha * mean < 1e-9;
  let log = poisson ? -mean : -Math.log1p(alpha * mean) / alpha;
  const spread = poisson ? 0 : Math.log(mean) - Math.log1p(alpha * mean);
  let reached = 0;
  for (let count = 0; count < MOST_COUNT; count++) {
    reached += Math.exp(log);
    if (reached >= share) return count;
    log += poisson
      ? Math.log(mean / (count + 1))
      : spread + Math.log((1 + alpha * count) / (count + 1));
  }
  return MOST_COUNT;
}
