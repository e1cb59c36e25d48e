import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

const FOR = { critique: "critiques", judge: "comparing" } as const;

/** AppError where a model isn't in the registry, or not there for this use. */
export async function needJudge(scope: ProjectScope, id: number, use: keyof typeof FOR): Promise<void> {
  const [row] = await sql()<{ name: string; uses: string[] }[]>`
    SELECT name, uses FROM model_endpoint
    WHERE id = ${id} AND project_id = ${scope.projectId} AND removed_at IS NULL`;
  const field = { field: "model" };
  if (!row) {
    const message = "This model isn't in the project's registry. Choose another one.";
    throw new AppError("not_found", message, field);
  }
  if (row.uses.includes(use)) return;
  const message = `${row.name} isn't there for ${FOR[use]}: a lead can give it the use “${use}”.`;
  throw new AppError("invalid_input", message, field);
}
