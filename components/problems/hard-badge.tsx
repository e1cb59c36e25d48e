import { Badge } from "#components/ui/badge.tsx";
import type { ProblemRow } from "#lib/problems/contract.ts";

/** Marks a hard sample, and says why it is one. */
export function HardBadge({ problem }: { problem: Pick<ProblemRow, "countedPaths" | "failedPaths"> }) {
  const { countedPaths, failedPaths } = problem;
  return (
    <Badge tone="warn" title={`Hard sample: ${failedPaths} of ${countedPaths} samples fail`}>
      Hard
    </Badge>
  );
}
