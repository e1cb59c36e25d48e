import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { ModelUse } from "../contract.ts";

/** What a use is for, after "isn't there for". */
const FOR = {
  sampler: "sampling paths",
  critique: "critiques",
  judge: "comparing",
  reward: "rewards",
  embedding: "embeddings",
} as const satisfies Partial<Record<ModelUse, string>>;

interface RegisteredModel {
  name: string;
  uses: ModelUse[];
  concurrency: number;
}

/** A model that a run is to be started with. AppError, naming the field, where it isn't in the registry (any more). */
export async function registeredModel(
  { projectId }: ProjectScope,
  id: number,
  field: string,
): Promise<RegisteredModel> {
  const [row] = await sql()<RegisteredModel[]>`
    SELECT name, uses, concurrency FROM model_endpoint
    WHERE id = ${id} AND project_id = ${projectId} AND removed_at IS NULL`;
  if (row) return row;
  const message = "This model isn't in the project's registry. Choose another one.";
  throw new AppError("not_found", message, { field });
}

/** AppError, naming the field, where a model isn't in the registry or not there for this use. */
export async function needModel(
  scope: ProjectScope,
  id: number,
  { use, field }: { use: keyof typeof FOR; field: string },
): Promise<void> {
  const { name, uses } = await registeredModel(scope, id, field);
  if (uses.includes(use)) return;
  const message = `${name} isn't there for ${FOR[use]}: a lead can give it the use “${use}”.`;
  throw new AppError("invalid_input", message, { field });
}
