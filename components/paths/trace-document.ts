import type { Segment } from "#lib/paths/contract.ts";

/** Where a segment stands in the document. Lines from 1, both ends included, fences not counted. */
export interface TracePart {
  type: Segment["type"];
  startLine: number;
  endLine: number;
}

interface Decoration {
  startLine: number;
  endLine: number;
  className: string;
}

export interface TraceDocument {
  /** All segments in order as one Markdown text: code and outputs stand in fences. */
  text: string;
  parts: TracePart[];
  /** Tints for whole lines of code and output. */
  decorations: Decoration[];
}

const CLASS: Record<Segment["type"], string | null> = { text: null, code: "mt-code", output: "mt-output" };

/** A fence that the content can't close: longer than any run of backticks in it. */
function fenceFor(content: string): string {
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((match) => match[0].length));
  return "`".repeat(Math.max(3, longest + 1));
}

function lines(content: string): string[] {
  return content.replace(/\r\n?/g, "\n").split("\n");
}

/**
 * One Markdown document of a trace, for one editor: text as it is, code and outputs in fences, an empty line between
 * segments. Nothing of a segment's content is changed or left out.
 */
export function traceDocument(segments: readonly Segment[]): TraceDocument {
  const all: string[] = [];
  const parts: TracePart[] = [];
  for (const { type, content } of segments) {
    if (all.length > 0) all.push("");
    const fence = type === "text" ? null : fenceFor(content);
    if (fence !== null) all.push(fence + (type === "code" ? "python" : "output"));
    const body = lines(content);
    parts.push({ type, startLine: all.length + 1, endLine: all.length + body.length });
    for (const line of body) all.push(line);
    if (fence !== null) all.push(fence);
  }
  const decorations = parts.flatMap(({ type, startLine, endLine }) => {
    const className = CLASS[type];
    return className === null ? [] : [{ startLine, endLine, className }];
  });
  return { text: all.join("\n"), parts, decorations };
}
