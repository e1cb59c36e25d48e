import type { ExportFormat } from "./contract.ts";

/** File name of a download: `project-dataset-v3.trl-dpo.jsonl`, in ASCII letters, digits, dots and hyphens. */
export function exportName(
  project: string,
  version: { dataset: string; number: number },
  format: ExportFormat,
): string {
  const dataset = version.dataset
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${project}-${dataset || "dataset"}-v${version.number}.${format}.jsonl`;
}
