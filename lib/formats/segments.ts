import { z } from "zod";
import { isBareProgram } from "./bare-program.ts";
import { readFence, scanTrace } from "./trace-scanner.ts";

/** One stretch of a reasoning path: prose, a Python program, or what a program printed. */
export const segmentSchema = z.strictObject({
  type: z.enum(["text", "code", "output"], { error: "Give the segment's type: text, code or output." }),
  content: z.string({ error: "Give the segment's content as text." }),
});
export type Segment = z.infer<typeof segmentSchema>;

export const pathKindSchema = z.enum(["cot", "pot", "mixed"], { error: "Give the kind: cot, pot or mixed." });
export type PathKind = z.infer<typeof pathKindSchema>;

/** Longest prose, in words, that may stand before and after the code of a `pot` path. */
export const LEAD_WORDS = 25;
export const CLOSING_WORDS = 30;

/**
 * Splits a model's raw answer into ordered segments.
 *
 * Code: fences opened by ```` ```python ````, `py`, `python3` or nothing, and `<llm-code>…</llm-code>`.
 * Output: ```` ```output ```` fences and `<llm-code-output>…</llm-code-output>`. Fences of other languages
 * (json, latex, …) stay in the text. A block that never closes runs to the end; a fenced block also ends where
 * the next ```` ```python ```` or ```` ```output ```` opens. Blank text between blocks is dropped; every other
 * character of text is kept. A text with no block at all that is plainly a Python program becomes one code
 * segment. A blank text has no segments. Never throws; time grows linearly with the text.
 *
 * `segmentText(joinSegments(segmentText(t)))` equals `segmentText(t)` for every text.
 */
export function segmentText(text: string): Segment[] {
  const segments = scanTrace(text).filter(
    (segment) => segment.type !== "text" || segment.content.trim() !== "",
  );
  const [only] = segments;
  if (segments.length === 1 && only?.type === "text" && isBareProgram(only.content)) {
    return [{ type: "code", content: only.content }];
  }
  return segments;
}

/**
 * Writes segments as one text: prose as it is, code in ```` ```python ```` fences, output in ```` ```output ````
 * fences, one after the other on lines of their own. A fence has more backticks than any line of its content
 * begins with. `segmentText` gives the segments back where they are canonical: no blank text, no two texts
 * side by side, no text that holds a fence or tag of its own or is by itself a program.
 */
export function joinSegments(segments: readonly Segment[]): string {
  return segments
    .map(({ type, content }) => {
      if (type === "text") return content;
      const fence = "`".repeat(fenceLength(content));
      return `${fence}${type === "code" ? "python" : "output"}\n${content}\n${fence}`;
    })
    .join("\n");
}

function fenceLength(content: string): number {
  return content
    .split("\n")
    .reduce((longest, line) => Math.max(longest, (readFence(line)?.ticks ?? 0) + 1), 3);
}

/**
 * Tells the kind of a path from its segments:
 *
 * - `cot`: no code (a code segment with nothing in it is no code);
 * - `pot`: code carries the reasoning. Prose is at most a lead-in before the first code, of no more than
 *   `LEAD_WORDS` words and without an equals sign (an equation would be reasoning), and a closing after the
 *   last code or output of no more than `CLOSING_WORDS` words; nothing stands between the blocks;
 * - `mixed`: anything else, text reasons and code computes.
 */
export function kindOf(segments: readonly Segment[]): PathKind {
  const isBlock = ({ type }: Segment) => type !== "text";
  const firstCode = segments.findIndex(({ type, content }) => type === "code" && content.trim() !== "");
  if (firstCode === -1) return "cot";
  const lastBlock = segments.findLastIndex(isBlock);
  const lead = prose(segments.slice(0, firstCode));
  const between = prose(segments.slice(firstCode, lastBlock));
  const closing = prose(segments.slice(lastBlock + 1));
  const carriedByCode =
    words(lead) <= LEAD_WORDS &&
    !lead.includes("=") &&
    words(between) === 0 &&
    words(closing) <= CLOSING_WORDS;
  return carriedByCode ? "pot" : "mixed";
}

function prose(segments: readonly Segment[]): string {
  return segments
    .filter(({ type }) => type === "text")
    .map(({ content }) => content)
    .join("\n");
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
