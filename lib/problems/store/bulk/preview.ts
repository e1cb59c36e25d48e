import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { BulkChange, BulkPreview } from "../../contract/bulk.ts";
import type { ProblemFilter, ProblemRow } from "../../contract.ts";
import { hardnessColumns } from "../hardness-columns.ts";
import { matching } from "../matching.ts";
import { changedColumns, differs, refuseMixed } from "./changes.ts";

interface Input {
  filter: ProblemFilter;
  change: BulkChange;
}

const EXAMPLES = 5;

type AfterColumns = {
  [K in "subdomain" | "split" | "difficulty" | "tags" as `new${Capitalize<K>}`]: ProblemRow[K];
};

/** What the change would do to everything that matches: how many there are, exactly, and the first few. */
export async function previewBulk(scope: ProjectScope, { filter, change }: Input): Promise<BulkPreview> {
  refuseMixed(change);
  const { projectId } = scope;
  const columns = changedColumns(change);
  const [[counted], rows] = await Promise.all([
    sql()<[{ matching: number; changing: number }]>`
      SELECT count(*)::int AS matching, (count(*) FILTER (WHERE ${differs(projectId, change)}))::int AS changing
      FROM problem WHERE ${matching(scope, filter)}`,
    sql()<(ProblemRow & AfterColumns)[]>`
      SELECT page.*, counted.* FROM (
        SELECT problem.id, key, left(text, 400) AS text, answer, subdomain.name AS subdomain, origin, split, difficulty,
          tags, ${columns.split} AS new_split, ${columns.difficulty} AS new_difficulty, ${columns.tags} AS new_tags,
          ${change.subdomain === undefined ? sql()`subdomain.name` : sql()`${change.subdomain}::text`} AS new_subdomain,
          ${hardnessColumns()}
        FROM problem LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
        LEFT JOIN hardness ON hardness.problem_id = problem.id
        WHERE ${matching(scope, filter)} AND (${differs(projectId, change)})
        ORDER BY problem.id LIMIT ${EXAMPLES}
      ) AS page
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS paths, (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct
        FROM path WHERE path.problem_id = page.id
      ) AS counted
      ORDER BY page.id`,
  ]);
  return { ...counted, examples: rows.map(exampleOf) };
}

function exampleOf(row: ProblemRow & AfterColumns): BulkPreview["examples"][number] {
  const { newSubdomain, newSplit, newDifficulty, newTags, ...before } = row;
  const after = {
    ...before,
    subdomain: newSubdomain,
    split: newSplit,
    difficulty: newDifficulty,
    tags: newTags,
  };
  return { before, after };
}
