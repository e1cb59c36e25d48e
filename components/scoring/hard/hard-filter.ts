import type { ProblemFilter } from "#lib/problems/contract.ts";

/** Of problems: the hard samples alone. */
export const HARD: ProblemFilter = { hard: true };
