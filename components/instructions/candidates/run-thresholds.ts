import { type Thresholds, thresholds } from "#lib/instructions/contract.ts";
import type { Run } from "#lib/jobs/contract.ts";

/** The thresholds that a run's candidates are decided by: those it was last filtered by, or began with. */
export function runThresholds(run: Pick<Run, "parameters" | "result">): Thresholds | null {
  const last = run.result?.["thresholds"] ?? run.parameters["thresholds"];
  return thresholds.safeParse(last).data ?? null;
}
