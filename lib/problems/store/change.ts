import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { changedFields } from "../changed-fields.ts";
import type { Problem, ProblemFields } from "../contract.ts";
import { getProblem } from "./get.ts";
import { saveFields } from "./save-fields.ts";
import { uncheckPaths } from "./uncheck-paths.ts";
import { fieldsOf, keepVersions, type VersionCause, writeVersions } from "./versions.ts";

interface Change {
  problem: number;
  /** The version that the caller saw. */
  version: number;
  cause: VersionCause;
}

/**
 * Gives a problem other fields, as a new version. Where nothing changes nothing is written, whatever version the
 * caller saw, so sending the same again is no conflict. Otherwise another version than the caller's is one.
 */
export async function changeProblem(
  scope: ProjectScope,
  change: Change,
  next: (tx: SqlTransaction, before: ProblemFields) => Promise<ProblemFields>,
): Promise<Problem> {
  await sql().begin(async (tx) => {
    const before = await lockProblem(tx, scope, change.problem);
    const fields = await next(tx, before.fields);
    const changed = changedFields(before.fields, fields);
    if (changed.length === 0) return;
    if (before.version !== change.version) throw await changedMeanwhile(tx, change, before.version);
    const ids = [change.problem];
    await keepVersions(tx, ids);
    await saveFields(tx, scope.projectId, change.problem, fields);
    if (changed.includes("answer")) await uncheckPaths(tx, ids);
    await writeVersions(tx, ids, { cause: change.cause, authorId: scope.actor.userId });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'problem.update', ${`problem ${change.problem}`},
        ${tx.json({ version: before.version + 1, cause: change.cause, changed })})`;
  });
  return getProblem(scope, change.problem);
}

async function lockProblem(
  tx: SqlTransaction,
  scope: ProjectScope,
  id: number,
): Promise<{ version: number; fields: ProblemFields }> {
  const [row] = await tx<{ version: number; fields: ProblemFields }[]>`
    SELECT version, ${fieldsOf(tx)} AS fields FROM problem
    WHERE id = ${id} AND project_id = ${scope.projectId} FOR NO KEY UPDATE`;
  if (!row) throw notFound("problem");
  return row;
}

async function changedMeanwhile(tx: SqlTransaction, change: Change, now: number): Promise<AppError> {
  const [by] = await tx<{ name: string }[]>`
    SELECT name FROM problem_version JOIN "user" ON "user".id = author_id
    WHERE problem_id = ${change.problem} AND version = ${now}`;
  return new AppError(
    "conflict",
    `${by?.name ?? "Someone"} has changed this problem meanwhile: it is at version ${now}, and yours began with ${change.version}. Merge the two and save again.`,
    { field: "version" },
  );
}
