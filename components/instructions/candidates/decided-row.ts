import type { CandidateRow, Decision } from "#lib/instructions/contract.ts";

/** A row as a decision will leave it, until the studio's answer says how it did. */
export function decidedRow<Row extends CandidateRow>(
  row: Row,
  decision: Decision,
  by: string,
  at: string,
): Row {
  const byFilter = row.reason === "person" ? null : row.reason;
  if (decision === "undecided") {
    const state = byFilter === null ? "accepted" : "dropped";
    return {
      ...row,
      state,
      reason: byFilter,
      decidedBy: null,
      decidedAt: null,
      problemId: linked(row, state),
    };
  }
  const reason = decision === "dropped" ? (byFilter ?? "person") : byFilter;
  return { ...row, state: decision, reason, decidedBy: by, decidedAt: at, problemId: linked(row, decision) };
}

function linked(row: CandidateRow, state: CandidateRow["state"]): number | null {
  return state === "dropped" ? null : row.problemId;
}

/** What takes a decision back: to what the row was before. */
export function takingBack(before: Pick<CandidateRow, "state" | "decidedAt">): Decision {
  return before.decidedAt === null ? "undecided" : before.state;
}
