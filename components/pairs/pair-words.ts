import type { Tone } from "#components/ui/tone.ts";
import type { MiningPolicy, PairFilter, PairOutcome, PairRow } from "#lib/pairs/contract.ts";
import type { ProposalView } from "./pair-roles.ts";

export type PairState = NonNullable<PairFilter["state"]>;

export const PAIR_STATES: readonly PairState[] = ["open", "decided", "tie", "both_bad"];

export const STATE_LABEL: Record<PairState, string> = {
  open: "Open",
  decided: "Decided",
  tie: "Tie",
  both_bad: "Both bad",
};

export const STATE_TONE: Record<PairState, Tone> = {
  open: "neutral",
  decided: "good",
  tie: "accent",
  both_bad: "bad",
};

export const ORIGIN_LABEL: Record<PairRow["origin"], string> = { mined: "Mined", imported: "Imported" };

/** Outcomes in terms of the sides as this page shows them. */
export const OUTCOME_LABEL: Record<PairOutcome, string> = {
  first: "First is better",
  second: "Second is better",
  tie: "Tie",
  both_bad: "Both bad",
};

export const POLICIES: readonly { value: MiningPolicy; label: string; hint: string }[] = [
  {
    value: "correct-vs-incorrect",
    label: "Correct against incorrect",
    hint: "The correct path is proposed as the chosen one. Problems that have only one of the two give no pair.",
  },
  {
    value: "any-two",
    label: "Any two",
    hint: "Paths with different text whose verdicts settle nothing, different answers first. People must choose; nothing is proposed.",
  },
  {
    value: "orders-disagree",
    label: "Reward and critique disagree",
    hint: "The path with the higher reward has the lower critique, the strongest disagreement first. People say who is right; nothing is proposed.",
  },
];

export function policyLabel(policy: string): string {
  return POLICIES.find(({ value }) => value === policy)?.label ?? policy;
}

export const PROPOSAL_LABEL: Record<ProposalView, string> = {
  none: "—",
  stands: "this choice",
  "other-side": "the other side",
  "one-side": "one side",
  tie: "a tie",
  "both-bad": "both bad",
};
