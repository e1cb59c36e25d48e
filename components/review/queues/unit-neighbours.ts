/**
 * The units before and after one in a list. After the last comes the first again, so that what was passed over comes
 * back; a unit that isn't in the list, such as one just settled, is followed by the list's first. Null: there is no
 * other.
 */
export function unitNeighbours(
  ids: readonly number[],
  current: number,
): { before: number | null; after: number | null } {
  const others = ids.filter((id) => id !== current);
  const at = ids.indexOf(current);
  if (others.length === 0) return { before: null, after: null };
  if (at < 0) return { before: null, after: others[0] ?? null };
  return { before: ids[at - 1] ?? null, after: ids[at + 1] ?? others[0] ?? null };
}
