/** A value of one column as COPY takes it; null is SQL's NULL. */
export type CopyValue = string | number | null;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/**
 * One row in the text format of PostgreSQL's COPY (its manual, "COPY", section "Text Format"): columns between
 * tabs, `\N` for NULL, a line feed at the end; backslash, tab, line feed and carriage return are escaped.
 * The values must be storable (lib/formats/storable.ts): COPY itself refuses a NUL character.
 */
export function copyRow(values: readonly CopyValue[]): string {
  return `${values.map(copyValue).join("\t")}\n`;
}

function copyValue(value: CopyValue): string {
  if (value === null) return "\\N";
  return String(value).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
