import type { PathFlaw } from "#lib/paths/contract.ts";

export const FLAW_FILTERS = ["whole", "truncated", "refused"] as const;

export const FLAW_LABEL: Record<PathFlaw | "whole", string> = {
  whole: "Whole",
  truncated: "Cut off",
  refused: "Refused",
};

export const FLAW_HINT: Record<PathFlaw, string> = {
  truncated: "Cut off before its end: neither right nor wrong",
  refused: "The model refused to answer: neither right nor wrong",
};
