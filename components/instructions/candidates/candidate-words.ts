import type { CandidateRow, CandidateState, DropReason } from "#lib/instructions/contract.ts";

export const STATE_LABEL: Record<CandidateState, string> = { accepted: "Accepted", dropped: "Dropped" };

export const METHOD_LABEL: Record<CandidateRow["method"], string> = {
  self_instruct: "Self-Instruct",
  variation: "Variation",
};

export const REASON_LABEL: Record<DropReason, string> = {
  duplicate: "Duplicate",
  similar: "Similar",
  contamination: "Near a test problem",
  too_short: "Too short",
  too_long: "Too long",
  language: "Other language",
  no_question: "No question",
  unsupported: "Needs an image",
  no_solution: "No solution",
  uncheckable_answer: "Uncheckable answer",
  unequal_solutions: "Solutions differ",
  negative: "Negative",
  fractional: "Fractional",
  same_answer: "Same answer",
  constraint: "Breaks a constraint",
  program_failed: "Program failed",
  person: "By a person",
};

/** Where a candidate stands, in a word or two. */
export function standingWord(row: Pick<CandidateRow, "state" | "reason">): string {
  if (row.state === "accepted" || row.reason === null || row.reason === "person")
    return STATE_LABEL[row.state];
  return REASON_LABEL[row.reason];
}

/** Why a candidate stands as it does, and by whom, in a sentence. */
export function standingSentence(
  row: Pick<CandidateRow, "state" | "reason" | "detail" | "decidedBy">,
): string {
  const { state, reason, detail, decidedBy } = row;
  const words = reason === null || reason === "person" ? "" : (detail ?? `${REASON_LABEL[reason]}.`);
  if (decidedBy === null) return state === "accepted" ? "The filter accepted it." : words;
  if (state === "accepted") {
    return words === ""
      ? `${decidedBy} accepted it.`
      : `${decidedBy} accepted it. The filter dropped it: ${words}`;
  }
  return words === "" ? `${decidedBy} dropped it.` : `${decidedBy} dropped it, as the filter did: ${words}`;
}
