import type { Segment } from "#lib/paths/contract.ts";

/** A step of a path. `from` and `to` count characters in the segment's content. */
export interface ReviewStep {
  segment: number;
  from: number;
  to: number;
  text: string;
}

const OPENS: Record<string, string> = { "\\[": "\\]", $$: "$$" };

/**
 * The steps of a path, in order, for a reviewer to mark the first wrong one: each line of its text that isn't blank
 * (lines of one block of display maths, between \[ and \] or $$ and $$, are one step), and each program. What a
 * program printed is no step.
 */
export function reviewSteps(segments: readonly Segment[]): ReviewStep[] {
  return segments.flatMap(({ type, content }, segment) => {
    if (type === "output" || content.trim() === "") return [];
    if (type === "code") return [{ segment, from: 0, to: content.length, text: content }];
    return linesOf(content).map((step) => ({ segment, ...step }));
  });
}

function linesOf(content: string): Omit<ReviewStep, "segment">[] {
  const steps: Omit<ReviewStep, "segment">[] = [];
  let start = 0;
  let begun: number | null = null;
  let closes: string | null = null;
  for (const line of content.split("\n")) {
    const end = start + line.length;
    begun ??= start;
    closes = closes === null ? opened(line) : line.includes(closes) ? null : closes;
    if (closes === null) {
      const text = content.slice(begun, end);
      if (text.trim() !== "") steps.push({ from: begun, to: end, text });
      begun = null;
    }
    start = end + 1;
  }
  if (begun !== null && content.slice(begun).trim() !== "") {
    steps.push({ from: begun, to: content.length, text: content.slice(begun) });
  }
  return steps;
}

/** What will close the block of display maths that a line leaves open; null where it leaves none open. */
function opened(line: string): string | null {
  for (const [open, close] of Object.entries(OPENS)) {
    const last = line.lastIndexOf(open);
    if (last < 0) continue;
    const isOpen =
      open === close ? (line.split(open).length - 1) % 2 === 1 : !line.slice(last).includes(close);
    if (isOpen) return close;
  }
  return null;
}
