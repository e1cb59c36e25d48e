/**
 * Whether a reviewer's next unit is to be a gold one: when, with it, no more than `share` of all would be gold, and
 * without it less. So the first gold unit comes after about half of 1 / share units.
 */
export function goldDue({ all, gold }: { all: number; gold: number }, share: number): boolean {
  return gold + 0.5 < (all + 1) * share;
}
