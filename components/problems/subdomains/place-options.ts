import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { treeRows } from "./tree-rows.ts";

/** Stands for no sub-domain: the top of the tree, or problems that are unclassified. */
export const NOWHERE = "none";

const EVERYTHING_OPEN: ReadonlySet<number> = new Set();

/** Sub-domains to choose a place from, in the order of the tree, each with what it stands below. */
export function placeOptions(
  subdomains: readonly Subdomain[],
  { nowhere, without }: { nowhere: string; without: ReadonlySet<number> },
): { value: string; label: string; hint?: string | undefined }[] {
  const names = new Map(subdomains.map(({ id, name }) => [id, name]));
  const places = treeRows(subdomains, EVERYTHING_OPEN).flatMap(({ subdomain: { id, name, parentId } }) =>
    without.has(id)
      ? []
      : [
          {
            value: String(id),
            label: name,
            hint: parentId === null ? undefined : `in ${names.get(parentId)}`,
          },
        ],
  );
  return [{ value: NOWHERE, label: nowhere }, ...places];
}

/** The chosen place as the API takes it. */
export function placeOf(value: string): number | null {
  return value === NOWHERE ? null : Number(value);
}
