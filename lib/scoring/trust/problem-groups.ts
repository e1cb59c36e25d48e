import type { Verdict } from "#lib/paths/contract.ts";

/** A whole path with its score by the scorer that is looked at. */
export interface ScoredPath {
  pathId: number;
  problemId: number;
  value: number;
  /** Null: not checked. */
  verdict: Verdict | null;
  /** Mean of people's grades, other than the scorer's own. */
  grade: number | null;
}

/** Groups rows by their problem, in the order in which problems appear. */
export function problemGroups<Row extends { problemId: number }>(rows: readonly Row[]): Row[][] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.problemId);
    if (group) group.push(row);
    else groups.set(row.problemId, [row]);
  }
  return [...groups.values()];
}
