/** A run's budget, shared out among its models by what all their samples together can cost. In dollars. */
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
