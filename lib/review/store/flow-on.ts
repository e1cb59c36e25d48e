import type { ProjectScope } from "#lib/auth/scope.ts";
import type { SqlTransaction } from "#lib/db.ts";
import { writeGrade } from "#lib/scoring/store/grade.ts";
import type { PathValue } from "../category.ts";

/** Problems that a reviewer found bad carry this tag, for the curator to find them by. */
export const BAD_PROBLEM = "bad problem";

interface Said {
  unit: { paths: number[]; problemId: number; isGold: boolean };
  value: PathValue;
  comment: string;
}

/**
 * Where an answer goes besides its unit: a critique is the reviewer's own grade of the path, against which scorers are
 * measured; a bad problem goes back to the curator with a tag, and with the comment (see remarks.ts).
 */
export async function flowOn(
  tx: SqlTransaction,
  scope: ProjectScope,
  { unit, value, comment }: Said,
): Promise<void> {
  if (unit.isGold) return;
  if (value.kind === "score") {
    const [path] = unit.paths;
    const rationale = comment === "" ? null : comment;
    if (path !== undefined) await writeGrade(tx, scope, { path, value: value.score, rationale });
  }
  if (value.kind === "seed" && value.verdict === "bad") await tagBad(tx, scope, unit.problemId, comment);
}

async function tagBad(
  tx: SqlTransaction,
  scope: ProjectScope,
  problemId: number,
  comment: string,
): Promise<void> {
  // A tag is no new version: reviewers who have the problem on the screen see the same words still.
  await tx`
    UPDATE problem SET tags = tags || ${BAD_PROBLEM}::text
    WHERE id = ${problemId} AND project_id = ${scope.projectId} AND NOT tags @> ARRAY[${BAD_PROBLEM}]::text[]`;
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${scope.projectId}, ${scope.actor.userId}, 'problem.bad', ${`problem ${problemId}`}, ${tx.json({ comment })})`;
}

/** Takes the grade back that an answer was. */
export async function takeBackGrade(
  tx: SqlTransaction,
  scope: ProjectScope,
  path: number | undefined,
): Promise<void> {
  if (path !== undefined) await writeGrade(tx, scope, { path, value: null, rationale: null });
}
