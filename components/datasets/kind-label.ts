import type { DatasetKind, DropReason } from "#lib/datasets/contract.ts";

export const KIND_LABEL: Record<DatasetKind, string> = { sft: "SFT paths", dpo: "DPO pairs" };

/** Why rows are not in a dataset, in words that follow a number: "12 are of the test split". */
export const DROP_LABEL: Record<DropReason, string> = {
  test_split: "of the test split",
  undecided: "not decided, or decided as tie or both bad",
  chosen_not_correct: "with a chosen path that isn't known to be correct",
  rejected_correct: "with a rejected path that is correct",
  same_text: "with the same text on both sides",
  over_problem_limit: "over the limit for their problem",
};
