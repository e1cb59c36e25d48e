/** The text, cut to `limit` UTF-16 code units with an ellipsis as the last; never within a surrogate pair. */
export function clipText(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/**
 * A copy of a JSON value small enough to look at: texts are cut to `limit` characters, lists and objects to `limit`
 * entries, and below `depth` levels there is only an ellipsis.
 */
export function clipJson(value: unknown, limit: number, depth = 6): unknown {
  if (typeof value === "string") return clipText(value, limit);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value))
    return value.slice(0, limit).map((item: unknown) => clipJson(item, limit, depth - 1));
  const entries = Object.entries(value).slice(0, limit);
  return Object.fromEntries(
    entries.map(([key, inner]) => [clipText(key, limit), clipJson(inner, limit, depth - 1)]),
  );
}
