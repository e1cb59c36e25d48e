import { useMemo } from "react";
import { checkSegments } from "#lib/answers/arithmetic.ts";
import type { Path } from "#lib/paths/contract.ts";
import { stepMarks } from "./step-marks.ts";
import { traceDocument } from "./trace-document.ts";

/** A path's trace with its arithmetic checked, here and now, and its marks. */
export function useTraceMarks({ segments, execution }: Pick<Path, "segments" | "execution">) {
  const checked = useMemo(
    () => ({ document: traceDocument(segments), steps: checkSegments(segments) }),
    [segments],
  );
  return useMemo(
    () => ({ ...checked, marks: stepMarks(segments, checked.document, checked.steps, execution) }),
    [checked, segments, execution],
  );
}
