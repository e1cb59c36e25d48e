import type { PairFilter, PairOutcome } from "#lib/pairs/contract.ts";

interface Standing {
  proposed: PairOutcome | null;
  decided: PairOutcome | null;
}

/** What people have said of a pair. */
export function pairState({ decided }: Pick<Standing, "decided">): NonNullable<PairFilter["state"]> {
  if (decided === null) return "open";
  return decided === "tie" || decided === "both_bad" ? decided : "decided";
}

/** The outcome that counts: what people decided, else what was proposed. */
export function standingOutcome({ proposed, decided }: Standing): PairOutcome | null {
  return decided ?? proposed;
}

/** A pair's sides as chosen and rejected; null while no side is chosen, or where neither was. */
export function chosenAndRejected<Side>(pair: Standing & { first: Side; second: Side }) {
  const outcome = standingOutcome(pair);
  if (outcome === "first") return { chosen: pair.first, rejected: pair.second };
  if (outcome === "second") return { chosen: pair.second, rejected: pair.first };
  return null;
}

/** What was proposed, seen from the choice that stands; "one-side": a side, where people chose neither. */
export type ProposalView = "none" | "stands" | "other-side" | "one-side" | "tie" | "both-bad";

export function proposalView(pair: Standing): ProposalView {
  const { proposed, decided } = pair;
  if (proposed === null) return "none";
  if (proposed === standingOutcome(pair)) return "stands";
  if (proposed === "tie") return "tie";
  if (proposed === "both_bad") return "both-bad";
  return decided === "first" || decided === "second" ? "other-side" : "one-side";
}
