/**
 * A count of the work done on one answer, so that hostile input is refused by arithmetic and not by a clock.
 * One step is about one character looked at, or one 64-bit word of a big number worked on.
 */
export type Steps = { taken: number; readonly limit: number };

/** What one comparison may cost. A long honest answer takes a few thousand steps. */
export const COMPARISON_STEPS = 300_000;

export function newSteps(limit: number = Number.POSITIVE_INFINITY): Steps {
  return { taken: 0, limit };
}

/** Counts `cost` steps; false once the limit is passed, and from then on for good. */
export function spend(steps: Steps, cost: number): boolean {
  steps.taken += cost;
  return steps.taken <= steps.limit;
}
