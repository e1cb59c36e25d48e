import type { PathRecord } from "../records.ts";
import type { PairRow, PathRow } from "../rows.ts";
import { segmentText } from "../segments.ts";

function path(text: string, id?: string): PathRecord {
  return { ...(id === undefined ? {} : { id }), problem: "Why 2?", kind: "cot", segments: segmentText(text) };
}

/** A path row and a pair row of one problem without an id. */
export const pathRow: PathRow = { problem: { problem: "Why 2?", answer: "2" }, path: path("It is 2.") };
export const pairRow: PairRow = {
  problem: { problem: "Why 2?", answer: "2" },
  chosen: path("```python\nprint(2)\n```\nIt is 2."),
  rejected: path("It is 3."),
  origin: "mined",
};
export const TRACE = "```python\nprint(2)\n```\nIt is 2.";

/** The same pair with ids on the problem and both paths. */
export const pairRowWithIds: PairRow = {
  ...pairRow,
  problem: { ...pairRow.problem, id: "q1" },
  chosen: { ...pairRow.chosen, id: "p1" },
  rejected: { ...pairRow.rejected, id: "p2" },
  margin: 0.5,
};
