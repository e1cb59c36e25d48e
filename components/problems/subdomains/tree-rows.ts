import type { Subdomain } from "#lib/problems/contract/subdomains.ts";

/** A sub-domain as a line of the tree. */
export interface TreeRow {
  readonly subdomain: Subdomain;
  /** From 1. */
  readonly level: number;
  /** Its place among those of the same parent, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  /** Null where nothing is below it. */
  readonly open: boolean | null;
}

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "variant" });

/** By parent, each in the order of names; what hangs on a parent that isn't there stands at the top. */
function branches(subdomains: readonly Subdomain[]): ReadonlyMap<number | null, readonly Subdomain[]> {
  const known = new Set(subdomains.map(({ id }) => id));
  const byParent = new Map<number | null, Subdomain[]>();
  for (const each of subdomains.toSorted((a, b) => byName.compare(a.name, b.name) || a.id - b.id)) {
    const parent = each.parentId !== null && known.has(each.parentId) ? each.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), each]);
  }
  return byParent;
}

/** The lines of the tree from top to bottom, without what is below a closed one. */
export function treeRows(subdomains: readonly Subdomain[], closed: ReadonlySet<number>): TreeRow[] {
  const byParent = branches(subdomains);
  const rowsOf = (parent: number | null, level: number): TreeRow[] => {
    const siblings = byParent.get(parent) ?? [];
    return siblings.flatMap((subdomain, at) => {
      const open = byParent.has(subdomain.id) ? !closed.has(subdomain.id) : null;
      const row = { subdomain, level, place: at + 1, siblings: siblings.length, open };
      return open === true ? [row, ...rowsOf(subdomain.id, level + 1)] : [row];
    });
  };
  return rowsOf(null, 1);
}

/** Ids of the sub-domain and of all below it: where it can't be moved to. */
export function branchOf(subdomains: readonly Subdomain[], id: number): ReadonlySet<number> {
  const byParent = branches(subdomains);
  const found = new Set([id]);
  // A set that grows while it is walked: what is added is walked too.
  for (const each of found) for (const child of byParent.get(each) ?? []) found.add(child.id);
  return found;
}

/** The sibling before it, below which it goes when it is indented; null for the first one. */
export function indented(subdomains: readonly Subdomain[], { id, parentId }: Subdomain): Subdomain | null {
  const siblings = branches(subdomains).get(parentId) ?? [];
  return siblings[siblings.findIndex((each) => each.id === id) - 1] ?? null;
}

/** What it stands below once it is outdented; undefined where it is at the top already. */
export function outdented(
  subdomains: readonly Subdomain[],
  { parentId }: Subdomain,
): number | null | undefined {
  return subdomains.find((each) => each.id === parentId)?.parentId;
}

/** Where below row `at` a new one is written: right under it when it goes inside, else after all that is below it. */
export function placeAfter(rows: readonly TreeRow[], at: number, inside: boolean): number {
  const level = rows[at]?.level ?? 0;
  if (inside) return at + 1;
  const next = rows.findIndex((row, place) => place > at && row.level <= level);
  return next === -1 ? rows.length : next;
}
