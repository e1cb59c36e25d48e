import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { type EndpointSettings, modelParameters } from "../contract.ts";
import { keyIdentity } from "../key-identity.ts";
import { unseal } from "../seal.ts";

/** An endpoint with its key opened: for requests alone, never to be shown, logged or passed on. */
export interface Target extends EndpointSettings {
  readonly id: number;
  readonly projectId: number;
  readonly key: string | null;
}

/** The project's endpoint. AppError where it isn't in the registry (any more), or its key can't be opened. */
export async function loadTarget(projectId: number, id: number): Promise<Target> {
  const [row] = await sql()<
    (EndpointSettings & { id: number; projectId: number; sealedKey: string | null })[]
  >`
    SELECT id, project_id, name, base_url, protocol, model, sealed_key, uses, parameters, input_price, output_price,
      concurrency, requests_per_minute, tokens_per_minute, structured_output, timeout_seconds
    FROM model_endpoint WHERE id = ${id} AND project_id = ${projectId} AND removed_at IS NULL`;
  if (!row) throw notFound("model");
  const { sealedKey, ...settings } = row;
  return {
    ...settings,
    parameters: modelParameters.parse(settings.parameters),
    key: sealedKey === null ? null : unseal(sealedKey, keyIdentity(projectId, id)),
  };
}

/** Keeps what an endpoint was found to take, where nobody has said so. */
export async function learnStructured(
  target: Pick<Target, "id" | "projectId">,
  found: "schema" | "object" | "none",
): Promise<void> {
  await sql()`
    UPDATE model_endpoint SET structured_output = ${found}
    WHERE id = ${target.id} AND project_id = ${target.projectId} AND structured_output = 'auto'`;
}
