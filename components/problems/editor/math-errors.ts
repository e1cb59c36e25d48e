import { splitMath } from "#components/ui/math-delimiters.ts";
import type { SpanDecoration } from "#components/ui/monaco/monaco-decorations.ts";
import { texError } from "#components/ui/tex-error.ts";

/** A formula that can't be drawn, with its place in the text: lines and columns from 1, in UTF-16 units. */
export interface MathError {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

/** More than this nobody reads; checking stops there. */
const MOST_ERRORS = 20;
/** Longer texts are checked as far as this. */
const MOST_CHARACTERS = 50_000;

interface Place {
  line: number;
  column: number;
}

function after({ line, column }: Place, text: string): Place {
  const breaks = text.split("\n");
  const last = breaks.at(-1) ?? "";
  return breaks.length === 1
    ? { line, column: column + last.length }
    : { line: line + breaks.length - 1, column: last.length + 1 };
}

/** The formulas of a text that can't be drawn, from its start on. */
export function mathErrors(text: string): MathError[] {
  const errors: MathError[] = [];
  let from: Place = { line: 1, column: 1 };
  for (const piece of splitMath(text.slice(0, MOST_CHARACTERS).replace(/\r\n/g, "\n"))) {
    const to = after(from, piece.source);
    const error = "tex" in piece ? texError(piece.tex, piece.kind === "display") : null;
    if ("tex" in piece && error) {
      const inside = piece.source.indexOf(piece.tex);
      const at =
        error.at === null || inside < 0 ? from : after(from, piece.source.slice(0, inside + error.at));
      errors.push({ ...at, endLine: to.line, endColumn: to.column, message: error.message });
    }
    if (errors.length === MOST_ERRORS) break;
    from = to;
  }
  return errors;
}

/** The same as marks under the text. */
export const mathErrorSpans = (errors: readonly MathError[]): SpanDecoration[] =>
  errors.map(({ line, column, endLine, endColumn, message }) => ({
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    className: "mt-wrong",
    hover: message,
  }));
