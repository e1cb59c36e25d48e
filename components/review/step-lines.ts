import { traceDocument } from "#components/paths/trace-document.ts";
import type { BlindPath } from "#lib/review/contract.ts";
import type { ReviewStep } from "#lib/review/review-steps.ts";

/** The lines of a step in its path's document, from 1; null without one. */
export function stepLines(
  path: BlindPath,
  step: ReviewStep | undefined,
): { startLine: number; endLine: number } | null {
  if (step === undefined) return null;
  const lines = traceDocument(path.segments).lines.find(({ segment }) => segment === step.segment);
  const content = path.segments[step.segment]?.content;
  if (lines === undefined || content === undefined) return null;
  const linesIn = (text: string) => text.split(/\r\n|\r|\n/).length;
  const first = lines.type === "text" ? lines.startLine : lines.startLine + 1;
  const startLine = first + linesIn(content.slice(0, step.from)) - 1;
  return { startLine, endLine: startLine + linesIn(step.text) - 1 };
}
