import type { TextPlace } from "#components/ui/monaco/monaco-decorations.ts";
import type { Segment } from "#lib/paths/contract.ts";
import type { TraceDocument } from "./trace-document.ts";

/** Finds where characters `start` up to `end` of a segment stand in the document; null where they don't stand in it. */
type PlaceFinder = (segment: number, start: number, end: number) => TextPlace | null;

type Line = { start: number; end: number };

/** Where the lines of a text begin and end, their line ends left out, as `traceDocument` cuts them. */
function linesOf(content: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: lineEnd } of content.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: index });
    start = index + lineEnd.length;
  }
  lines.push({ start, end: content.length });
  return lines;
}

/** The last line that begins at or before an offset. */
function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Places in a path's trace document. Offsets count UTF-16 units of the segment's own content, lines and columns count
 * from 1; an offset in a line end, or in the empty lines that the document leaves out, is the end of the line before.
 */
export function placesOf(segments: readonly Segment[], { lines: blocks }: TraceDocument): PlaceFinder {
  const blockOf = new Map(blocks.map((block) => [block.segment, block]));
  const known = new Map<number, Line[]>();
  return (segment, start, end) => {
    const block = blockOf.get(segment);
    const content = segments[segment]?.content;
    if (!block || content === undefined) return null;
    const lines = known.get(segment) ?? linesOf(content);
    known.set(segment, lines);
    const fence = block.type === "text" ? 0 : 1;
    const shown = block.endLine - block.startLine + 1 - 2 * fence;
    if (shown === 0) return null;
    const at = (offset: number) => {
      const place = Math.min(lineAt(lines, offset), shown - 1);
      const line = lines[place] ?? { start: 0, end: 0 };
      return {
        line: block.startLine + fence + place,
        column: Math.max(0, Math.min(offset, line.end) - line.start) + 1,
      };
    };
    const [from, to] = [at(start), at(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}
