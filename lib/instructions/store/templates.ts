import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Template } from "../contract/variation.ts";

/** Saves a seed's ranges and constraints. A conflict where someone else saved since `version`. */
export async function saveTemplate(
  scope: ProjectScope,
  input: { problem: number; problemVersion: number; version: number; template: Template },
): Promise<void> {
  await sql().begin(async (tx) => {
    const { count } = await tx`
      INSERT INTO variation_template AS saved (problem_id, project_id, problem_version, template, updated_by_id)
      SELECT id, project_id, ${input.problemVersion}, ${JSON.stringify(input.template)}::jsonb, ${scope.actor.userId}
      FROM problem WHERE id = ${input.problem} AND project_id = ${scope.projectId}
        AND (${input.version}::int = 0 OR EXISTS (SELECT FROM variation_template WHERE problem_id = ${input.problem}))
      ON CONFLICT (problem_id) DO UPDATE SET template = excluded.template, version = saved.version + 1,
        problem_version = excluded.problem_version, updated_by_id = excluded.updated_by_id, updated_at = now()
        WHERE saved.version = ${input.version}`;
    if (count === 0) {
      const message =
        "Someone else has saved this template meanwhile. Load it again and make your change there.";
      throw new AppError("conflict", message, { field: "version" });
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'template.save', ${`problem ${input.problem}`})`;
  });
}
