import type { DatasetKind, ExportFormat } from "./contract.ts";

/** The formats that a dataset's versions can be downloaded in. Of a pair, trl-sft takes the chosen side. */
export function formatsOf(kind: DatasetKind): ExportFormat[] {
  return kind === "sft" ? ["trl-sft", "lemma"] : ["trl-dpo", "trl-sft", "lemma"];
}
