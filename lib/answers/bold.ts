import { looksLikeAnswer } from "./plausible.ts";
import { lastLine, type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const PAIR = "**";

const JOINT = /^ ?(?:,|and|or|, ?and|, ?or) ?$/;
const SENTENCE = /^[^=$\\]{0,80}\b(?:is|are|equals)\b:? +(?=\S)/i;

/** Without the words before the answer: "the total is 18" is 18. */
function withoutSentence(text: string, span: Span): Span {
  const lead = SENTENCE.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + lead, end: span.end };
}

/** The last bold text on the last line that looks like an answer, with those before it that "and" or a comma joins. */
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
    const close = marks[pair + 1] ?? 0;
    const inner = trimSpan(text, { start: (marks[pair] ?? 0) + 2, end: close });
    const isHeading = text.slice(inner.start, close).trim().endsWith(":");
    if (isHeading || !looksLikeAnswer(text.slice(inner.start, inner.end))) continue;
    let first = pair;
    while (first > 0 && JOINT.test(text.slice((marks[first - 1] ?? 0) + 2, marks[first]))) first -= 2;
    if (first === pair) return withoutSentence(text, inner);
    const all = { start: (marks[first] ?? 0) + 2, end: close };
    return looksLikeAnswer(text.slice(all.start, all.end)) ? all : inner;
  }
  return null;
}
