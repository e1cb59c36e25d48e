/**
 * The text as the database can hold it: without NUL characters, with each broken half of a surrogate pair replaced,
 * and at most `limit` UTF-16 code units long, of which the last is an ellipsis where something was cut off.
 */
export function storable(text: string, limit: number): string {
  const clean = text.replaceAll("\0", "");
  const short =
    clean.length > limit ? `${clean.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : clean;
  return short.toWellFormed();
}
