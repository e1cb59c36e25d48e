import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { type PairFacets, type PairRow, pairOrigin, pairState } from "../contract.ts";
import { stateOf } from "./filter.ts";

/** Pairs by state and by origin, every value named, also those with no pair. */
export async function pairFacets(scope: ProjectScope): Promise<PairFacets> {
  const groups = await sql()<(Pick<PairRow, "decided" | "origin"> & { count: number })[]>`
    SELECT decided, origin, count(*)::int FROM preference_pair
    WHERE project_id = ${scope.projectId} GROUP BY decided, origin`;
  const total = (matches: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(matches).reduce((sum, group) => sum + group.count, 0);
  return {
    states: pairState.options.map((value) => ({
      value,
      count: total(({ decided }) => stateOf(decided) === value),
    })),
    origins: pairOrigin.options.map((value) => ({ value, count: total(({ origin }) => origin === value) })),
  };
}
