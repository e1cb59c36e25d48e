import type { ProjectScope } from "#lib/auth/scope.ts";
import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { storable } from "../answer.ts";
import { usesOf } from "../contract/protocols.ts";
import type { EndpointSettings, ModelEndpoint } from "../contract.ts";
import { tidyBaseUrl } from "../endpoint-url.ts";
import { keyIdentity } from "../key-identity.ts";
import { hintOf } from "../scrub.ts";
import { seal } from "../seal.ts";
import { inSnakeCase } from "./snake-case.ts";

interface EndpointInput {
  settings: EndpointSettings;
  /** Left out: stays as it is; null: none. */
  key?: string | null | undefined;
}

const selected = (db: Sql | SqlTransaction, projectId: number) => db`
  SELECT id, name, base_url, protocol, model, uses, parameters, input_price, output_price, concurrency, requests_per_minute,
    tokens_per_minute, structured_output, timeout_seconds, key_hint, version, created_at,
    coalesce(used.calls, 0) AS calls, coalesce(used.cost, 0) AS cost
  FROM model_endpoint LEFT JOIN LATERAL (
    SELECT count(*)::int AS calls, sum(cost) AS cost FROM model_call WHERE endpoint_id = model_endpoint.id
  ) AS used ON true
  WHERE project_id = ${projectId} AND removed_at IS NULL`;

/** The project's registry, by name. */
export async function listEndpoints(scope: ProjectScope): Promise<ModelEndpoint[]> {
  return sql()<ModelEndpoint[]>`${selected(sql(), scope.projectId)} ORDER BY name, id`;
}

export async function createEndpoint(scope: ProjectScope, input: EndpointInput): Promise<ModelEndpoint> {
  const settings = tidy(input.settings);
  return sql().begin(async (tx) => {
    const row = { projectId: scope.projectId, createdById: scope.actor.userId, ...columnsOf(tx, settings) };
    const [made] = await tx<{ id: number }[]>`
      INSERT INTO model_endpoint ${tx(inSnakeCase(row))}
      ON CONFLICT (project_id, name) WHERE removed_at IS NULL DO NOTHING RETURNING id`;
    if (!made) throw nameTaken();
    await writeKey(tx, scope.projectId, made.id, input.key ?? null);
    await audit(tx, scope, "model.create", made.id, settings);
    return oneEndpoint(tx, scope, made.id);
  });
}

/**
 * Changes an endpoint that is still at the `version` that the caller saw. A key that isn't given stays, unless the
 * address has moved to another host: that could be a way to have it sent there.
 */
export async function updateEndpoint(
  scope: ProjectScope,
  input: EndpointInput & { model: number; version: number },
): Promise<ModelEndpoint> {
  const settings = tidy(input.settings);
  return sql().begin(async (tx) => {
    const [before] = await tx<{ version: number; baseUrl: string; hasKey: boolean }[]>`
      SELECT version, base_url, sealed_key IS NOT NULL AS has_key FROM model_endpoint
      WHERE id = ${input.model} AND project_id = ${scope.projectId} AND removed_at IS NULL FOR UPDATE`;
    if (!before) throw notFound("model");
    if (before.version !== input.version) {
      throw new AppError(
        "conflict",
        "Someone else has changed this model since you opened it. Load it again, and make your change to what is there now.",
        { field: "version" },
      );
    }
    const moved = new URL(before.baseUrl).origin !== new URL(settings.baseUrl).origin;
    if (moved && before.hasKey && input.key === undefined) {
      throw new AppError("invalid_input", "The address is on another host: enter the key for it again.", {
        field: "key",
      });
    }
    const [taken] = await tx`
      SELECT FROM model_endpoint WHERE project_id = ${scope.projectId} AND name = ${settings.name}
        AND id <> ${input.model} AND removed_at IS NULL`;
    if (taken) throw nameTaken();
    await tx`
      UPDATE model_endpoint SET ${tx(inSnakeCase(columnsOf(tx, settings)))}, version = version + 1, updated_at = now()
      WHERE id = ${input.model} AND project_id = ${scope.projectId}`;
    if (input.key !== undefined) await writeKey(tx, scope.projectId, input.model, input.key);
    await audit(tx, scope, "model.update", input.model, settings);
    return oneEndpoint(tx, scope, input.model);
  });
}

/** Takes an endpoint out of the registry and forgets its key; the calls that were made stay. */
export async function removeEndpoint(scope: ProjectScope, id: number): Promise<boolean> {
  return sql().begin(async (tx) => {
    const [row] = await tx<{ name: string }[]>`
      UPDATE model_endpoint SET removed_at = now(), sealed_key = NULL, key_hint = NULL, version = version + 1
      WHERE id = ${id} AND project_id = ${scope.projectId} AND removed_at IS NULL RETURNING name`;
    if (!row) throw notFound("model");
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'model.remove', ${`model ${id}`}, ${tx.json({ name: row.name })})`;
    return true;
  });
}

async function oneEndpoint(tx: SqlTransaction, scope: ProjectScope, id: number): Promise<ModelEndpoint> {
  const [row] = await tx<[ModelEndpoint]>`${selected(tx, scope.projectId)} AND id = ${id}`;
  return row;
}

async function writeKey(
  tx: SqlTransaction,
  projectId: number,
  id: number,
  key: string | null,
): Promise<void> {
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
    throw new AppError("invalid_input", "A key has neither spaces nor letters beyond ASCII. Copy it again.", {
      field: "key",
    });
  }
  const sealed = key === null ? null : seal(key, keyIdentity(projectId, id));
  await tx`UPDATE model_endpoint SET sealed_key = ${sealed}, key_hint = ${key === null ? null : hintOf(key)}
    WHERE id = ${id} AND project_id = ${projectId}`;
}

/** The audit names what was set, never the key. */
async function audit(
  tx: SqlTransaction,
  scope: ProjectScope,
  action: string,
  id: number,
  settings: EndpointSettings,
): Promise<void> {
  const { name, baseUrl, model, uses } = settings;
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${scope.projectId}, ${scope.actor.userId}, ${action}, ${`model ${id}`}, ${tx.json({ name, baseUrl, model, uses })})`;
}

function tidy(settings: EndpointSettings): EndpointSettings {
  const baseUrl = tidyBaseUrl(settings.baseUrl);
  if (baseUrl === null) {
    throw new AppError(
      "invalid_input",
      "Use the address alone, without a user name, password, query or fragment. A key has a field of its own.",
      { field: "settings.baseUrl" },
    );
  }
  // PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair, which JSON writes as escapes.
  if (/\\u(0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(settings.parameters))) {
    throw new AppError("invalid_input", "Take NUL characters and halves of symbols out of the parameters.", {
      field: "settings.parameters.extra",
    });
  }
  const stranger = settings.uses.find((use) => !usesOf(settings.protocol).includes(use));
  if (stranger !== undefined) {
    const can = usesOf(settings.protocol).join(", ");
    throw new AppError(
      "invalid_input",
      `An endpoint that speaks ${settings.protocol} can be used for ${can}; not for ${stranger}.`,
      {
        field: "settings.uses",
      },
    );
  }
  return { ...settings, baseUrl, name: storable(settings.name), model: storable(settings.model) };
}

function columnsOf(db: SqlTransaction, settings: EndpointSettings) {
  const { parameters, uses, ...rest } = settings;
  return { ...rest, uses: [...new Set(uses)], parameters: db.json(parameters) };
}

function nameTaken(): AppError {
  return new AppError("conflict", "Another model of this project has this name. Choose another one.", {
    field: "settings.name",
  });
}
