// How far a share may be from what was counted: Wilson's score interval. Pure arithmetic.

/** Standard normal quantile of a two-sided 95 % interval. */
const z = 1.96;

/**
 * Wilson's 95 % interval of a share 0..1 counted over `n` (E. B. Wilson 1927); undefined where nothing was counted. A
 * mean of partial credits is taken for a share, which makes the interval rather too wide.
 */
export function wilson(share: number, n: number): { readonly low: number; readonly high: number } | undefined {
  if (n === 0) return undefined;
  const square = z * z;
  const middle = share + square / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share) + square / (4 * n)) / n);
  const scale = 1 + square / n;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
