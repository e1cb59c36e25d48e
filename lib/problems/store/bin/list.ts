import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { BinnedProblem } from "../../contract/bin.ts";
import { binOf } from "../bin.ts";
import { hardnessColumns } from "../hardness-columns.ts";
import { givenKey } from "../set-aside.ts";

/** Problems in the bin, the last deleted first. */
export async function listBin(
  scope: ProjectScope,
  input: { cursor?: number | undefined; limit: number },
): Promise<Page<BinnedProblem>> {
  return sql().begin(async (tx) => {
    const binId = await binOf(tx, scope.projectId);
    if (binId === null) return { items: [], nextCursor: null, count: 0 };
    const { cursor } = input;
    const after = cursor
      ? tx`AND (binned_at, id) < (${await timeOf(tx, binId, cursor)}::timestamptz, ${cursor}::int)`
      : tx``;
    const rows = await tx<BinnedProblem[]>`
      SELECT problem.id, ${givenKey(tx)} AS key, left(text, 400) AS text, answer, subdomain.name AS subdomain, origin,
        split, difficulty, tags, binned_at, "user".name AS binned_by,
        ${hardnessColumns()}, counted.*
      FROM (
        SELECT id FROM problem WHERE project_id = ${binId} ${after}
        ORDER BY binned_at DESC, id DESC LIMIT ${input.limit + 1}
      ) AS page
      JOIN problem ON problem.id = page.id
      LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
      LEFT JOIN hardness ON hardness.problem_id = problem.id
      LEFT JOIN "user" ON "user".id = problem.binned_by_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS paths, (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct
        FROM path WHERE path.problem_id = problem.id
      ) AS counted
      ORDER BY binned_at DESC, problem.id DESC`;
    const [counted] = await tx<[{ count: number }]>`
      SELECT count(*)::int FROM (SELECT FROM problem WHERE project_id = ${binId} LIMIT ${COUNT_LIMIT}) AS counted`;
    return pageFrom(rows, input.limit, counted.count);
  });
}

/** The order is by time, so a page begins after the row that the cursor names. */
async function timeOf(tx: SqlTransaction, binId: number, cursor: number): Promise<string> {
  const [last] = await tx<{ binnedAt: string }[]>`
    SELECT binned_at FROM problem WHERE id = ${cursor} AND project_id = ${binId}`;
  if (last) return last.binnedAt;
  const message = "The bin has changed meanwhile. Load its list from the start.";
  throw new AppError("conflict", message, { field: "cursor" });
}
