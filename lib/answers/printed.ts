import { findLastNumber } from "./last-number.ts";
import { findPhrase } from "./phrase.ts";
import { lastLine, type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const FAILURE =
  /^(?:[\w.]{0,80}(?:Error|Exception|Interrupt|Exit|Warning)\b(?::|$)|Traceback|Execution timed|Timeout)/i;
const LABEL = /^[A-Za-z][^:=<>!\n]{0,120}[:=](?!=)\s{0,4}(?=\S)/;
const SENTENCE = /(?:^|\s)[A-Za-z]{2,}\s+[A-Za-z]{2,}\s/;
const NO_VALUE = /^(?:None|null|undefined|nan)$/i;
const MAX_LINE = 4000;

const MAX_LINES = 50;

/** How many more brackets close than open. */
function excess(text: string): number {
  return (text.match(/[)\]}]/g)?.length ?? 0) - (text.match(/[([{]/g)?.length ?? 0);
}

/** The last line, or the lines of the value that ends on it, such as the rows of a printed matrix. */
function lastValue(output: string): Span | null {
  const line = lastLine(output);
  if (!line) return null;
  let { start } = line;
  for (let lines = 0; lines < MAX_LINES && start > 0; lines += 1) {
    if (line.end - start > MAX_LINE || excess(output.slice(start, line.end)) <= 0) break;
    start = output.lastIndexOf("\n", start - 2) + 1;
  }
  return excess(output.slice(start, line.end)) === 0 ? { start, end: line.end } : line;
}

/**
 * The answer that a program printed: its last line that isn't blank (all lines of a value in brackets), without a label in front ("Total: 18"); of a
 * sentence its last number. Null where nothing was printed, or the program failed.
 */
export function findPrinted(output: string, steps: Steps = newSteps()): Span | null {
  const line = lastValue(output);
  if (!line || line.end - line.start > MAX_LINE || !spend(steps, line.end - line.start)) return null;
  const span = trimSpan(output, line);
  const text = output.slice(span.start, span.end);
  if (text === "" || FAILURE.test(text) || NO_VALUE.test(text)) return null;
  const shift = (found: Span, by: number): Span => ({ start: found.start + by, end: found.end + by });
  const phrase = findPhrase(text, steps);
  if (phrase) return shift(phrase, span.start);
  const label = LABEL.exec(text)?.[0].length ?? 0;
  const value = text.slice(label);
  const number = SENTENCE.test(value) ? findLastNumber(value, steps) : null;
  return number ? shift(number, span.start + label) : { start: span.start + label, end: span.end };
}
