import type { Problem } from "#lib/problems/contract.ts";

export const ORIGIN_LABEL: Record<Problem["origin"], string> = { seed: "Seed", generated: "Generated" };

export const SPLIT_LABEL: Record<Problem["split"], string> = { train: "Train", test: "Test" };

/** What a split means for the data that leaves. */
export const SPLIT_HINT: Record<Problem["split"], string> = {
  train: "May leave in training files",
  test: "Never leaves in training files",
};
