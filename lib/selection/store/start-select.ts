import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { lastPath } from "#lib/scoring/store/last-path.ts";
import type { SelectionRule } from "../contract.ts";
import { selectJob } from "../jobs.ts";
import { needRule } from "./need-rule.ts";
import { countConsidered } from "./selectable.ts";

/** Makes a selection and starts its run. AppError where the name is taken, or the rule can't work here. */
export async function startSelect(
  scope: ProjectScope,
  { name, rule }: { name: string; rule: SelectionRule },
): Promise<Run> {
  const { projectId, actor } = scope;
  await needRule(scope, rule);
  const last = await lastPath(projectId);
  if ((await countConsidered({ projectId, rule, last })).paths === 0) {
    throw new AppError("conflict", "No path matches this rule's filter. Sample or import some first.");
  }
  return sql().begin(async (tx) => {
    const selectionId = await makeSelection(tx, scope, name, rule);
    const owner = { projectId, createdById: actor.userId };
    const run = await startRun(tx, owner, selectJob, { selectionId, rule, last });
    await tx`UPDATE selection SET run_id = ${run.id} WHERE id = ${selectionId}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'selection.start', ${name}, ${JSON.stringify({ run: run.id, rule })}::jsonb)`;
    return run;
  });
}

async function makeSelection(
  tx: SqlTransaction,
  { projectId, actor }: ProjectScope,
  name: string,
  rule: SelectionRule,
): Promise<number> {
  const [made] = await tx<{ id: number }[]>`
    INSERT INTO selection (project_id, name, rule, created_by_id)
    VALUES (${projectId}, ${name}, ${JSON.stringify(rule)}::jsonb, ${actor.userId})
    ON CONFLICT (project_id, name) DO NOTHING RETURNING id`;
  if (made) return made.id;
  throw new AppError("conflict", `There is a selection “${name}” already. Choose another name.`, {
    field: "name",
  });
}
