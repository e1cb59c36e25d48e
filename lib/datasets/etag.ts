/**
 * Whether an `If-None-Match` header names this entity tag (RFC 9110, 13.1.2: weak comparison, `*` names any).
 * `tag` is in its quotes.
 */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
