import type { ProblemRecord } from "../records.ts";

/** What a writer makes of a row: JSON lines without their line ends, or the reason why the row is left out. */
export type Written = { lines: string[] } | { dropped: string };

/** Why a problem may not leave in a format that models are trained on; null where it may. */
export function trainingBar(problem: ProblemRecord): string | null {
  return problem.split === "test"
    ? "The problem belongs to the test split, which never leaves for training."
    : null;
}
