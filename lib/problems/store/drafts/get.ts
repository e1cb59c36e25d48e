import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Draft } from "../../contract/drafts.ts";

/** The caller's draft of a problem, or of a new one; null where there is none. */
export async function getDraft(
  scope: ProjectScope,
  { problem }: { problem?: number | undefined },
): Promise<Draft | null> {
  const [row] = await sql()<(Draft & { found: boolean })[]>`
    SELECT draft.fields, draft.base_version, draft.updated_at, draft.id IS NOT NULL AS found
    FROM ${problem === undefined ? sql()`(SELECT NULL::int AS id) AS about` : sql()`problem AS about`}
    LEFT JOIN problem_draft AS draft ON draft.project_id = ${scope.projectId} AND draft.user_id = ${scope.actor.userId}
      AND draft.problem_id IS NOT DISTINCT FROM about.id
    ${problem === undefined ? sql()`` : sql()`WHERE about.id = ${problem} AND about.project_id = ${scope.projectId}`}`;
  if (!row) throw notFound("problem");
  const { found, ...draft } = row;
  return found ? draft : null;
}
