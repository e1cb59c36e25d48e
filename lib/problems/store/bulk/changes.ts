import type { PendingQuery, Row } from "postgres";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { bulkTags } from "../../bulk-tags.ts";
import type { BulkChange } from "../../contract/bulk.ts";

/** A change goes into the bin, or gives other fields: both at once would leave nothing to see of the fields. */
export function refuseMixed(change: BulkChange): void {
  const { remove, ...fields } = change;
  if (remove && Object.values(fields).some((value) => value !== undefined)) {
    const message = "Delete these problems or change them, not both at once.";
    throw new AppError("invalid_input", message, { field: "change" });
  }
}

/** True for a `problem` that the change would not leave as it is. A sub-domain that isn't there yet fits nobody. */
export function differs(projectId: number, change: BulkChange): PendingQuery<Row[]> {
  if (change.remove) return sql()`true`;
  const { subdomain, split, difficulty, source } = change;
  const { add, remove } = bulkTags(change);
  const parts: PendingQuery<Row[]>[] = [];
  if (subdomain === null) parts.push(sql()`problem.subdomain_id IS NOT NULL`);
  else if (subdomain !== undefined) {
    parts.push(sql()`problem.subdomain_id IS DISTINCT FROM coalesce(
      (SELECT id FROM subdomain WHERE project_id = ${projectId} AND name = ${subdomain}), -1)`);
  }
  if (split !== undefined) parts.push(sql()`problem.split <> ${split}`);
  if (difficulty !== undefined) parts.push(sql()`problem.difficulty IS DISTINCT FROM ${difficulty}`);
  if (source !== undefined) parts.push(sql()`problem.source IS DISTINCT FROM ${source}`);
  if (add.length > 0) parts.push(sql()`NOT problem.tags @> ${add}::text[]`);
  if (remove.length > 0) parts.push(sql()`problem.tags && ${remove}::text[]`);
  return parts.reduce((any, part) => sql()`${any} OR ${part}`, sql()`false`);
}

/** The values that a `problem` would have, by column; sub-domains apart, which have names and numbers. */
export function changedColumns(change: BulkChange) {
  const { split, difficulty, source } = change;
  const { add, remove } = bulkTags(change);
  return {
    split: split === undefined ? sql()`problem.split` : sql()`${split}::split`,
    difficulty: difficulty === undefined ? sql()`problem.difficulty` : sql()`${difficulty}::text`,
    source: source === undefined ? sql()`problem.source` : sql()`${source}::text`,
    tags: sql()`(
      SELECT coalesce(array_agg(tag ORDER BY place), '{}') FROM (
        SELECT tag, place FROM unnest(problem.tags) WITH ORDINALITY AS had(tag, place)
        WHERE tag <> ALL(${remove}::text[])
        UNION ALL
        SELECT tag, cardinality(problem.tags) + place FROM unnest(${add}::text[]) WITH ORDINALITY AS new(tag, place)
        WHERE tag <> ALL(problem.tags)
      ) AS tags)`,
  };
}
