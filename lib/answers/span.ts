/** A stretch of a text, from `start` up to but not including `end`. */
export type Span = { readonly start: number; readonly end: number };

const WRAPPERS = [
  ["**", "**"],
  ["__", "__"],
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ["`", "`"],
  ["*", "*"],
  ['"', '"'],
] as const;

const EDGE_BEFORE = /[\s:>]/;
const EDGE_AFTER = /[\s.,;:?。，；]/;

/** Narrows a span to the answer in it: without blanks, final punctuation, and bold or mathematics' delimiters. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  for (;;) {
    while (start < end && EDGE_BEFORE.test(text.charAt(start))) start += 1;
    while (end > start && EDGE_AFTER.test(text.charAt(end - 1)) && !endsInDots(text, start, end)) end -= 1;
    const wrapper = WRAPPERS.find(
      ([open, close]) =>
        end - start > open.length + close.length &&
        text.startsWith(open, start) &&
        text.startsWith(close, end - close.length) &&
        !text.slice(start + open.length, end - close.length).includes(open.trim()),
    );
    if (!wrapper) return { start, end };
    start += wrapper[0].length;
    end -= wrapper[1].length;
  }
}

const endsInDots = (text: string, start: number, end: number): boolean =>
  end - start > 2 && text.startsWith("..", end - 2);

/** The end of the line in which `at` stands. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** The last line that isn't blank. */
export function lastLine(text: string): Span | null {
  const end = text.trimEnd().length;
  return end === 0 ? null : { start: text.lastIndexOf("\n", end - 1) + 1, end };
}
