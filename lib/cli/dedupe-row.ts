import { type LineFault, rowFromJson } from "#lib/formats/readers/read-row.ts";
import type { WholeLine } from "./dedupe-lines.ts";

export type DedupeRow =
  | { ok: true; line: number; bytes: Uint8Array; json: string; text: string }
  | { ok: false; fault: string };

/** The text of a line's row that is compared; `json` is the row as it is written, without what stands around it. */
export function dedupeRow(found: WholeLine | LineFault, field: string): DedupeRow {
  if ("error" in found) return bad(found.line, found.error.message);
  const { line, bytes, text } = found;
  const read = rowFromJson(line, text.trimEnd(), !text.endsWith("\n"));
  if ("error" in read) return bad(line, read.error.message);
  const value = Object.hasOwn(read.row, field) ? read.row[field] : undefined;
  if (typeof value === "string") return { ok: true, line, bytes, json: text.trim(), text: value };
  const name = JSON.stringify(field);
  if (value !== undefined) return bad(line, `${name} is no text.`);
  const keys = Object.keys(read.row)
    .slice(0, 8)
    .map((key) => JSON.stringify(key));
  return bad(
    line,
    `it has no ${name}${keys.length > 0 ? `, but ${keys.join(", ")}` : ""}: name its text by --field.`,
  );
}

function bad(line: number, reason: string): DedupeRow {
  return { ok: false, fault: `line ${line}: ${reason}` };
}
