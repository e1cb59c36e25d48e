import type { TraceDocument } from "#components/paths/trace-document.ts";
import type { BlindPath, Note } from "#lib/review/contract.ts";

/** A selection in an editor, lines and columns from 1. */
export interface Selected {
  startLineNumber: number;
  startColumn: number;
  endLineNumber: number;
  endColumn: number;
}

/**
 * The stretch of a path's segment that is selected in its document; null where nothing is, or where it lies in a fence.
 * A selection over several segments counts up to the end of the first one.
 */
export function noteOf(path: BlindPath, trace: TraceDocument, selected: Selected): Omit<Note, "text"> | null {
  const at = trace.lines.find(
    ({ startLine, endLine }) => selected.startLineNumber >= startLine && selected.startLineNumber <= endLine,
  );
  const content = at === undefined ? undefined : path.segments[at.segment]?.content;
  if (at === undefined || content === undefined) return null;
  const first = at.type === "text" ? at.startLine : at.startLine + 1;
  const lines = content.split(/\r\n|\r|\n/);
  const offset = (line: number, column: number) => {
    const before = lines.slice(0, Math.max(0, line - first));
    return Math.min(content.length, before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1);
  };
  const from = Math.max(0, offset(selected.startLineNumber, selected.startColumn));
  const to = offset(Math.min(selected.endLineNumber, first + lines.length), selected.endColumn);
  if (selected.startLineNumber < first || to <= from) return null;
  return { pathId: path.pathId, segment: at.segment, from, to };
}
