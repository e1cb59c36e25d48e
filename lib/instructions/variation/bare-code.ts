import { NUMBER_WORD } from "./number-words.ts";
import { type PythonToken, pythonTokens } from "./python-tokens.ts";

function namesNumbers(text: string): boolean {
  return /\d/.test(text) || text.search(NUMBER_WORD) >= 0;
}

/** A string that is a statement by itself: what stands before and after it on its lines is nothing. */
function isDocstring(tokens: readonly PythonToken[], at: number): boolean {
  const before = tokens.slice(0, at).findLast(({ kind }) => kind !== "comment");
  const after = tokens[at + 1];
  return (
    tokens[at]?.kind === "string" &&
    (before === undefined || before.kind === "newline") &&
    (after === undefined || after.kind === "newline" || after.kind === "comment")
  );
}

/** Where the line goes with what is cut out of it, where nothing else is on it. */
function cutOf(source: string, { start, end }: PythonToken): { start: number; end: number } {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const before = source.slice(lineStart, start);
  if (before.trim() !== "") return { start: lineStart + before.trimEnd().length, end };
  const lineEnd = source.indexOf("\n", end);
  if (lineEnd < 0) return { start: Math.max(0, lineStart - 1), end: source.length };
  return source.slice(end, lineEnd).trim() === "" ? { start: lineStart, end: lineEnd + 1 } : { start, end };
}

/** A body must not be empty: where a docstring is all of it, `pass` does nothing instead. */
function needsPass(tokens: readonly PythonToken[], at: number, source: string): boolean {
  const colon = tokens.slice(0, at).findLast(({ kind }) => kind !== "comment" && kind !== "newline");
  if (colon?.text !== ":") return false;
  const next = tokens.slice(at + 1).find(({ kind }) => kind !== "comment" && kind !== "newline");
  const indent = (token: PythonToken | undefined) =>
    token === undefined ? -1 : token.start - (source.lastIndexOf("\n", token.start - 1) + 1);
  return indent(next) < indent(tokens[at]);
}

/**
 * A program without the comments and docstrings that speak of numbers: they would be wrong once its numbers are
 * others. Does the same as before.
 */
export function bareCode(source: string): string {
  const tokens = pythonTokens(source);
  let bare = source;
  for (const [at, token] of [...tokens.entries()].toReversed()) {
    const isProse = token.kind === "comment" || isDocstring(tokens, at);
    if (!isProse || !namesNumbers(token.text)) continue;
    if (token.kind === "string" && needsPass(tokens, at, source)) {
      bare = `${bare.slice(0, token.start)}pass${bare.slice(token.end)}`;
      continue;
    }
    const { start, end } = cutOf(source, token);
    bare = bare.slice(0, start) + bare.slice(end);
  }
  return bare;
}
