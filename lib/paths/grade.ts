import type { Comparison } from "#lib/answers/equal.ts";
import type { Grade } from "./contract.ts";

const EQUAL: Record<Comparison["outcome"], boolean | null> = {
  equal: true,
  different: false,
  undecided: null,
};

/** A comparison as graders give it: true, false, or null with no method where it can't be told. */
export function gradeOf({ outcome, method, reason }: Comparison): Grade {
  return { equal: EQUAL[outcome], method: outcome === "undecided" ? null : method, reason };
}
