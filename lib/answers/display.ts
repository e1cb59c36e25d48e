import { isPlaceholder } from "./plausible.ts";
import { type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const MAX_FORMULA = 2000;

/** The last `$$…$$`, found by pairing the marks from the start. */
function lastDollars(text: string, steps: Steps): Span | null {
  let found: Span | null = null;
  let open = text.indexOf("$$");
  while (open >= 0 && spend(steps, 1)) {
    const close = text.indexOf("$$", open + 2);
    if (close < 0) break;
    found = { start: open + 2, end: close };
    open = text.indexOf("$$", close + 2);
  }
  return found;
}

function lastBrackets(text: string): Span | null {
  const close = text.lastIndexOf("\\]");
  const open = close < 0 ? -1 : text.lastIndexOf("\\[", close);
  return open < 0 ? null : { start: open + 2, end: close };
}

const SEPARATOR = /,|\\q?quad(?![a-z])|\\(?:text|mbox) ?\{ ?(?:and|or) ?\}|\\l(?:or|and)(?![a-z])/;
const ONE_VALUE = /^[\s&]*[A-Za-z](?:_\{?\w\}?)?[\s&]*=[^=]+$/;

/** Does a row name several values, as `x = 1, \quad y = 2` does? */
function listsValues(row: string): boolean {
  const parts = row.split(SEPARATOR).filter((part) => part.trim() !== "");
  return parts.length > 1 && parts.every((part) => ONE_VALUE.test(part));
}

/** What follows the last equals sign outside brackets in the last row. */
function rightSide(text: string, span: Span, steps: Steps): Span {
  const formula = text.slice(span.start, span.end);
  const environment = /\\end\{(?:align|aligned|gather|gathered|split|equation)\*?\}\s*$/.exec(formula);
  const end = span.start + (environment?.index ?? formula.length);
  let start = span.start;
  if (environment) {
    const row = text
      .slice(span.start, end)
      .replace(/\\\\\s*$/, "")
      .lastIndexOf("\\\\");
    start = row < 0 ? span.start + Math.max(0, formula.indexOf("}") + 1) : span.start + row + 2;
  }
  if (listsValues(text.slice(start, end))) return trimSpan(text, { start, end });
  let depth = 0;
  let from = start;
  for (let at = start; at < end && spend(steps, 1); at += 1) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if (depth > 0) continue;
    else if (char === "=" && !"<>!".includes(text.charAt(at - 1))) from = at + 1;
    else if (char === "\\" && text.startsWith("\\approx", at)) from = at + 7;
  }
  const right = trimSpan(text, {
    start: from,
    end: end - (/\\\\\s*$/.exec(text.slice(from, end))?.[0].length ?? 0),
  });
  return right.start < right.end ? right : trimSpan(text, { start, end });
}

/**
 * The right side of the last equals sign in the last displayed formula (`$$…$$` or `\[…\]`), or the whole formula
 * where there is none, or where it names several values. Linear in the length of the text.
 */
export function findDisplay(text: string, steps: Steps = newSteps()): Span | null {
  const [dollars, brackets] = [lastDollars(text, steps), lastBrackets(text)];
  const last = !dollars || (brackets && brackets.start > dollars.start) ? brackets : dollars;
  if (!last || last.end - last.start > MAX_FORMULA) return null;
  const span = rightSide(text, last, steps);
  return isPlaceholder(text.slice(span.start, span.end)) ? null : span;
}
