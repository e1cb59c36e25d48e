/** What a model may spend of a run's budget, and what its samples can cost at most. In dollars. */
export interface Share {
  budget: number;
  ceiling: number;
  /** Samples that may be out at a time. */
  window: number;
}

/** A run's budget, shared out among its models by what all their samples together can cost. */
export function sharesOf(
  budget: number,
  models: readonly { id: number; ceiling: number; samples: number }[],
): Map<number, number> {
  const total = models.reduce((sum, { ceiling, samples }) => sum + ceiling * samples, 0);
  return new Map(
    models.map(({ id, ceiling, samples }) => [
      id,
      total === 0 ? budget : budget * ((ceiling * samples) / total),
    ]),
  );
}

/**
 * Whether a model's n-th sample (from 0) may be asked for. `settled`: what its samples up to n − window cost, all of
 * them; those between may be out and are reckoned with at their ceiling. So this depends on what was settled in order
 * and on nothing else: a run that was killed asks for the same samples.
 */
export function fitsShare(n: number, settled: number, { budget, ceiling, window }: Share): boolean {
  return settled + Math.min(n + 1, window) * ceiling <= budget;
}
