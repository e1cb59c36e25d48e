import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { HardRule } from "../../contract.ts";
import { refreshHardness } from "./refresh.ts";

/** Changes the rule, and what it finds with it. AppError where its scorer has given no critique in the project. */
export async function setHardRule(scope: ProjectScope, rule: HardRule): Promise<void> {
  const { projectId, actor } = scope;
  await sql().begin(async (tx) => {
    if (rule.scorer !== null) {
      const [known] = await tx`
        SELECT FROM score WHERE project_id = ${projectId} AND scorer = ${rule.scorer} AND kind = 'critique' LIMIT 1`;
      if (!known) {
        const message = `“${rule.scorer}” has given no critique in this project. Choose another scorer, or none.`;
        throw new AppError("invalid_input", message, { field: "rule.scorer" });
      }
    }
    await tx`UPDATE project SET hard_rule = ${JSON.stringify(rule)}::jsonb WHERE id = ${projectId}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'hard.rule', 'project', ${JSON.stringify(rule)}::jsonb)`;
    await refreshHardness(tx, projectId, null);
  });
}
