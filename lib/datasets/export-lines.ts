import type { PairRow, PathRow } from "#lib/formats/rows.ts";
import { writeLemmaPair, writeLemmaPath } from "#lib/formats/writers/lemma.ts";
import { writeTrlDpo } from "#lib/formats/writers/trl-dpo.ts";
import { writeTrlSft } from "#lib/formats/writers/trl-sft.ts";
import type { Written } from "#lib/formats/writers/written.ts";
import type { ExportFormat } from "./contract.ts";

/** One row of a frozen version. */
export type FrozenRow = PathRow | PairRow;
export type ExportStyle = "text" | "messages";

/**
 * A writer of one export: give it the version's rows in order, and it gives each one's lines, without line ends.
 * In the formats `lemma` and `trl-sft` a line that a problem has had already is left out, so that each record
 * stands there once though several pairs share it. Rows of a problem must stand together.
 */
export function exportWriter(format: ExportFormat, style: ExportStyle): (row: FrozenRow) => string[] {
  let problem: string | undefined;
  let written = new Set<string>();
  return (row) => {
    const key = row.problem.id ?? row.problem.problem;
    if (key !== problem) written = new Set();
    problem = key;
    const result = write(row, format, style);
    if ("dropped" in result) return [];
    if (format === "trl-dpo") return result.lines;
    const fresh = [...new Set(result.lines)].filter((line) => !written.has(line));
    for (const line of fresh) written.add(line);
    return fresh;
  };
}

function write(row: FrozenRow, format: ExportFormat, style: ExportStyle): Written {
  switch (format) {
    case "trl-dpo":
      return "path" in row ? { dropped: "A path alone is no preference." } : writeTrlDpo(row, { style });
    case "trl-sft":
      return writeTrlSft("path" in row ? row : { problem: row.problem, path: row.chosen }, { style });
    case "lemma":
      return "path" in row ? writeLemmaPath(row) : writeLemmaPair(row);
  }
}
