import { looksLikeAnswer } from "./plausible.ts";
import { lineEnd, type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const HEADING = /^[A-Za-z]{3,}/;
const MAX_TRIES = 60;

/**
 * The answer after the last `####`, as GSM8K writes it. A Markdown heading of that level isn't one: words count only
 * on the last line of the text.
 */
export function findHashes(text: string, steps: Steps = newSteps()): Span | null {
  let at = text.lastIndexOf("####");
  for (let tries = 0; tries < MAX_TRIES && at >= 0 && spend(steps, 1); tries += 1) {
    const end = lineEnd(text, at);
    const span = trimSpan(text, { start: at + 4, end });
    const answer = text.slice(span.start, span.end);
    const isLast = text.slice(end, end + 500).trim() === "";
    if (!answer.startsWith("#") && looksLikeAnswer(answer) && (isLast || !HEADING.test(answer))) return span;
    while (text.charAt(at - 1) === "#") at -= 1;
    at = at === 0 ? -1 : text.lastIndexOf("####", at - 1);
  }
  return null;
}
