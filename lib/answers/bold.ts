import { looksLikeAnswer } from "./plausible.ts";
import { lastLine, type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const PAIR = "**";

/** The last bold text on the last line that looks like an answer. */
export function findBold(text: string, steps: Steps = newSteps()): Span | null {
  const line = lastLine(text);
  if (!line || line.end - line.start > 2000) return null;
  const marks: number[] = [];
  for (let at = text.indexOf(PAIR, line.start); at >= 0 && at < line.end; at = text.indexOf(PAIR, at + 2)) {
    spend(steps, 1);
    marks.push(at);
  }
  const paired = marks.length - (marks.length % 2);
  for (let pair = paired - 2; pair >= 0; pair -= 2) {
    const [open, close] = [marks[pair], marks[pair + 1]];
    if (open === undefined || close === undefined) continue;
    const span = trimSpan(text, { start: open + 2, end: close });
    const content = text.slice(span.start, span.end);
    if (
      !text
        .slice(open + 2, close)
        .trim()
        .endsWith(":") &&
      looksLikeAnswer(content)
    )
      return span;
  }
  return null;
}
