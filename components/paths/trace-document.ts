import type { Segment } from "#lib/paths/contract.ts";

/** Lines of the document that belong to one segment, from 1, both ends included. */
export interface SegmentLines {
  type: Segment["type"];
  /** The segment's place in the path. */
  segment: number;
  startLine: number;
  endLine: number;
}

export interface TraceDocument {
  text: string;
  lines: SegmentLines[];
  /** Code and output as whole-line decorations of an editor. */
  decorations: { startLine: number; endLine: number; className: string; hover: string }[];
}

const DECORATION = {
  code: { className: "mt-code", hover: "Code" },
  output: { className: "mt-output", hover: "Output of the code" },
} as const;

const LANGUAGE = { code: "python", output: "output" } as const;

/**
 * A path's segments as one Markdown text: text as it stands, code and output in fences, each segment from a line of
 * its own. Line ends become `\n`, and those at the end of a segment are left out, as are texts of nothing else. A
 * fence is longer than any run of backticks that starts a line inside it (CommonMark 0.31, section 4.5).
 */
export function traceDocument(segments: readonly Segment[]): TraceDocument {
  const all: string[] = [];
  const lines: SegmentLines[] = [];
  for (const [segment, { type, content }] of segments.entries()) {
    const own = linesOf(content);
    if (type === "text" && own.every((line) => line.trim() === "")) continue;
    const startLine = all.length + 1;
    for (const line of type === "text" ? own : fenced(own, LANGUAGE[type])) all.push(line);
    lines.push({ type, segment, startLine, endLine: all.length });
  }
  const decorations = lines.flatMap(({ type, startLine, endLine }) =>
    type === "text" ? [] : [{ startLine, endLine, ...DECORATION[type] }],
  );
  return { text: all.join("\n"), lines, decorations };
}

function linesOf(content: string): string[] {
  const lines = content.split(/\r\n|\r|\n/);
  while (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}

function fenced(lines: readonly string[], language: string): string[] {
  const runs = lines.map((line) => /^\s*(`{3,})/.exec(line)?.[1]?.length ?? 0);
  // Not Math.max(...runs): an output can have more lines than a call may have arguments.
  const fence = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run + 1), 3));
  const isEmpty = lines.length === 1 && lines[0] === "";
  return [fence + language, ...(isEmpty ? [] : lines), fence];
}
