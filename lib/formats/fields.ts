import { isObject } from "./json-value.ts";

export type Row = Record<string, unknown>;

/** True where the row is an object that holds a text, not blank, under each of the keys. */
export function hasTexts(row: unknown, ...keys: readonly string[]): row is Row {
  return isObject(row) && keys.every((key) => textOf(row[key]) !== undefined);
}

/** The value as a text that isn't blank; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The value as a text, finite numbers in decimal; undefined for anything else. */
export function plainOf(value: unknown): string | undefined {
  return typeof value === "number" && Number.isFinite(value) ? String(value) : textOf(value);
}

/** What a row says beyond the keys that its shape reads, for `meta`; undefined where there is nothing. */
export function leftover(row: Row, read: readonly string[]): Row | undefined {
  const rest = Object.entries(row).filter(([key, value]) => !read.includes(key) && (value ?? null) !== null);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
