/** What one model may spend of a run's budget, and what each item that it is asked about can cost at most. In dollars. */
export interface Share {
  budget: number;
  ceiling: number;
  /** Items that may be out at a time. */
  window: number;
}

/**
 * Whether a model's n-th item (from 0) may be begun. `settled`: what its items up to n − window cost, all of them;
 * those between may be out and are reckoned with at their ceiling. So this depends on what was settled in order and on
 * nothing else: a run that was killed begins the same items.
 */
export function fitsShare(n: number, settled: number, { budget, ceiling, window }: Share): boolean {
  return settled + Math.min(n + 1, window) * ceiling <= budget;
}
