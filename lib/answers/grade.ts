import type { Comparison } from "./equal.ts";
import type { Method } from "./finding.ts";

/** A comparison as graders give it, with its keys in this order: `equal` is null where it can't be told. */
export interface AnswerGrade {
  equal: boolean | null;
  method: Method | null;
  reason: string;
}

/** True, false, or null with no method where it can't be told. */
export function gradeOf({ outcome, method, reason }: Comparison): AnswerGrade {
  return outcome === "undecided"
    ? { equal: null, method: null, reason }
    : { equal: outcome === "equal", method, reason };
}
