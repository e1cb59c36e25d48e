import type {
  DistanceMeasure,
  DropReason,
  KeepReason,
  SelectionCounts,
  SelectionRule,
} from "#lib/selection/contract.ts";

export const DISTANCE_WORD: Record<DistanceMeasure, string> = {
  lcs: "Words (LCS)",
  equations: "Equations (Levenshtein)",
  program: "Program tokens (Jaccard)",
  embedding: "Embeddings (cosine)",
};

/** What each distance looks at, in a line. */
export const DISTANCE_MEANING: Record<DistanceMeasure, string> = {
  lcs: "How much of the longer path's words the other doesn't have in the same order. Fits any path.",
  equations:
    "How many equations must be put in, taken out or changed. Where a path has none, its words stand in.",
  program: "How many of both programs' tokens only one has. Where a path has none, its words stand in.",
  embedding:
    "How far apart a model places them: 1 − cosine of their vectors. The model is asked once for each path.",
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
  unembedded: "Not embedded",
  too_near: "Too near",
  crowded: "Others are farther apart",
  first: "First chosen",
  most_distant: "Most distant",
  all_kept: "Room for all",
};

const KEPT_WHY: Record<KeepReason, string> = {
  first: "The preferred one of those kept: by reward rank, then critique, then age.",
  most_distant: "Of all choices of so many paths, the kept ones are farthest from each other.",
  all_kept: "There was room for each path that passed.",
};

/** Why a path was kept or dropped, as a sentence. */
export function reasonSentence({
  reason,
  detail,
}: {
  reason: DropReason | KeepReason;
  detail: string | null;
}): string {
  if (detail !== null) return detail;
  if (reason === "first" || reason === "most_distant" || reason === "all_kept") return KEPT_WHY[reason];
  return `${REASON_WORD[reason]}.`;
}

const NEAR_WORD: Record<Exclude<DistanceMeasure, "embedding">, { what: string; how: string }> = {
  lcs: { what: "words", how: "in the same order" },
  equations: { what: "equations", how: "one by one" },
  program: { what: "program tokens", how: "whatever their order" },
};

/** A distance between 0 and 1 in words. */
export function distanceSentence(distance: number, measure: DistanceMeasure): string {
  if (measure === "embedding") return `${distance.toFixed(3)} away, by the cosine of their vectors.`;
  const { what, how } = NEAR_WORD[measure];
  if (distance === 0) return `No distance: the same ${what}, ${how}.`;
  if (distance === 1) return `As far as can be: no ${what} in common, ${how}.`;
  // Never "100 %" for what isn't all.
  const share = Math.min(99, Math.max(1, Math.round(100 * (1 - distance))));
  return `${distance.toFixed(3)} away: ${share} % of their ${what} are the same, ${how}.`;
}

/** A rule as a sentence. */
export function ruleSentence(rule: SelectionRule): string {
  const { gates, duplicates, k, distance, embedding, split, least } = rule;
  const wanted = [
    gates.verdicts.length === 0 ? null : gates.verdicts.join(" or "),
    gates.whole ? "whole" : null,
  ].filter((part) => part !== null);
  const more = [
    gates.executes ? "with code that runs" : null,
    gates.rightSteps ? "without a wrong arithmetic step" : null,
    gates.minWords > 0 ? `of ${gates.minWords} words or more` : null,
    gates.maxWords === null ? null : `of ${gates.maxWords} words or fewer`,
    gates.critique ? `graded ${gates.critique.atLeast} or more by ${gates.critique.scorer}` : null,
    gates.reward
      ? `ranked ${gates.reward.rankAtMost} or better in their problem by ${gates.reward.scorer}`
      : null,
    duplicates === "none" ? null : `each ${duplicates === "text" ? "text" : "reasoning"} once`,
  ].filter((part) => part !== null);
  const which = [...(wanted.length === 0 ? [] : [`that are ${wanted.join(" and ")}`]), ...more].join(", ");
  const from = `Of paths${split === "any" ? "" : ` of the ${split} split`}${filterWords(rule)}${which === "" ? "" : ` ${which}`}`;
  if (k === 1) return `${from}: the preferred one of each problem, by reward rank, then critique, then age.`;
  const apart = least > 0 ? `, at least ${least} apart` : "";
  return `${from}: the ${k} of each problem that are most distant by ${DISTANCE_WORD[distance]}${embedding === null || distance !== "embedding" ? "" : ` of ${embedding}`}${apart}.`;
}

/** Only the API can give a rule a filter of its own. */
function filterWords({ filter }: SelectionRule): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? "" : ` (${parts.map(([name, value]) => `${name} ${value}`).join(", ")})`;
}

const count = (value: number) => value.toLocaleString("en");

/** How many paths a selection kept. */
export function countsText({ kept, considered }: SelectionCounts): string {
  return `${count(kept)} of ${count(considered)} paths kept`;
}

/** For how many problems it kept any. */
export function coverageText({ covered, problems }: SelectionCounts): string {
  const share = problems === 0 ? "" : ` (${((100 * covered) / problems).toFixed(1)} %)`;
  return `${count(covered)} of ${count(problems)} problems covered${share}`;
}
