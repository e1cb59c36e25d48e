import { sql } from "#lib/db.ts";

/** What the rule for hard samples says of a problem, where `hardness` is joined to it from the left. */
export function hardnessColumns() {
  return sql()`coalesce(hardness.counted, 0) AS counted_paths, coalesce(hardness.failed, 0) AS failed_paths,
    coalesce(hardness.is_hard, false) AS is_hard`;
}
