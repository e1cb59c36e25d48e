import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { getDraft } from "./get.ts";

/** Throws the caller's draft away; false where there was none. */
export async function discardDraft(
  scope: ProjectScope,
  input: { problem?: number | undefined },
): Promise<{ discarded: boolean }> {
  if ((await getDraft(scope, input)) === null) return { discarded: false };
  const { count } = await sql()`
    DELETE FROM problem_draft WHERE project_id = ${scope.projectId} AND user_id = ${scope.actor.userId}
      AND problem_id IS NOT DISTINCT FROM ${input.problem ?? null}::int`;
  return { discarded: count > 0 };
}
