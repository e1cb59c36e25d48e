import type { DistanceMeasure, DropReason, KeepReason, SelectionRule } from "#lib/selection/contract.ts";

export const DISTANCE_WORD: Record<DistanceMeasure, string> = {
  lcs: "Words (LCS)",
  equations: "Equations (Levenshtein)",
  program: "Program tokens (Jaccard)",
};

export const REASON_WORD: Record<DropReason | KeepReason, string> = {
  verdict: "Verdict",
  flawed: "Not whole",
  execution: "Code",
  steps: "Arithmetic",
  too_short: "Too short",
  too_long: "Too long",
  critique: "Critique",
  reward: "Reward rank",
  duplicate: "Same reasoning",
  too_near: "Too near",
  crowded: "Others are farther apart",
  first: "First chosen",
  most_distant: "Most distant",
  all_kept: "Room for all",
};

/** A rule as a sentence. */
export function ruleSentence({ gates, duplicates, k, distance, split, least }: SelectionRule): string {
  const wanted = [
    gates.verdicts.length === 0 ? "any verdict" : gates.verdicts.join(" or "),
    gates.whole ? "whole" : null,
    gates.executes ? "code runs" : null,
    gates.rightSteps ? "arithmetic right" : null,
    gates.minWords > 0 ? `${gates.minWords} words or more` : null,
    gates.maxWords === null ? null : `${gates.maxWords} words or fewer`,
    gates.critique ? `${gates.critique.atLeast} or more by ${gates.critique.scorer}` : null,
    gates.reward ? `among the first ${gates.reward.rankAtMost} by ${gates.reward.scorer}` : null,
  ].filter((part) => part !== null);
  const once = duplicates === "none" ? "" : `, each ${duplicates === "text" ? "text" : "reasoning"} once`;
  const apart = least > 0 ? `, at least ${least} apart` : "";
  const which = split === "any" ? "" : ` of the ${split} split`;
  return `Of paths${which} that are ${wanted.join(", ")}${once}: the ${k} of each problem that are most distant by ${DISTANCE_WORD[distance].toLowerCase()}${apart}.`;
}
