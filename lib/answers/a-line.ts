import { looksLikeAnswer } from "./plausible.ts";
import { lineEnd, type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const A_LINE = /^[ \t>*_]{0,8}A[ \t*_]{0,4}[:：](?:[*_]{1,3}(?=\s|$))?/;

/** Is the next line that says anything another option, as in a list of choices `A: 3`, `B: 4`? */
function isOption(text: string, end: number): boolean {
  return /^\s{0,4}B\s?[:：]/.test(text.slice(end, end + 40));
}

/** The answer on the last line that starts with `A:`, or on the line below where nothing follows the colon. */
export function findALine(text: string, steps: Steps = newSteps()): Span | null {
  let end = text.length;
  while (end >= 0 && spend(steps, 1)) {
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const marker = A_LINE.exec(text.slice(start, Math.min(end, start + 20)))?.[0];
    if (marker !== undefined && !isOption(text, end)) {
      const same = trimSpan(text, { start: start + marker.length, end });
      const below = text.slice(same.end, same.end + 400).search(/\S/);
      const empty = text.slice(same.start, same.end).replace(/[*_]/g, "") === "";
      const span =
        empty && below >= 0 && same.start >= end
          ? trimSpan(text, { start: same.end + below, end: lineEnd(text, same.end + below) })
          : same;
      if (looksLikeAnswer(text.slice(span.start, span.end))) return span;
    }
    end = start - 1;
  }
  return null;
}
