import { countLabel } from "./run-words.ts";

export interface ResultItem {
  label: string;
  value: string;
}

/** A run's result as lines of words: nested objects are joined into one label, lists are counted. */
export function resultItems(result: Record<string, unknown>, prefix = ""): ResultItem[] {
  return Object.entries(result).flatMap(([name, value]): ResultItem[] => {
    const label = prefix === "" ? countLabel(name) : `${prefix}, ${countLabel(name)}`;
    if (typeof value === "number") return [{ label, value: value.toLocaleString("en") }];
    if (typeof value === "string" || typeof value === "boolean") return [{ label, value: String(value) }];
    if (Array.isArray(value))
      return value.length > 0 ? [{ label, value: value.length.toLocaleString("en") }] : [];
    if (typeof value === "object" && value !== null) return resultItems({ ...value }, label);
    return [];
  });
}

/** What a result says beyond the run's counts, which stand above it. */
export function beyondCounts(
  result: Record<string, unknown>,
  counts: Readonly<Record<string, number>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result).filter(([name, value]) => counts[name] !== value));
}
