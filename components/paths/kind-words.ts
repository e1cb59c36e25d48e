import type { PathKind } from "#lib/paths/contract.ts";

export const PATH_KINDS: readonly PathKind[] = ["cot", "pot", "mixed"];

export const KIND_LABEL: Record<PathKind, string> = { cot: "CoT", pot: "PoT", mixed: "Mixed" };

export const KIND_HINT: Record<PathKind, string> = {
  cot: "Chain of thought: text only",
  pot: "Program of thought: code carries the reasoning",
  mixed: "Text reasons, code computes",
};
