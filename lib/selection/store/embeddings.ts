import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import type { PathFilter, Segment } from "#lib/paths/contract.ts";
import { matching } from "#lib/paths/store/matching.ts";
import { lastPath } from "#lib/scoring/store/last-path.ts";
import type { EmbeddingModel, EmbedRequest } from "../contract/embedding.ts";
import { embedJob } from "../jobs.ts";

/** Models that embed paths, those of the registry and those whose embeddings are there, by name. */
export async function embeddingModels({ projectId }: ProjectScope): Promise<EmbeddingModel[]> {
  return sql()<EmbeddingModel[]>`
    WITH whole AS MATERIALIZED (SELECT id FROM path WHERE project_id = ${projectId}),
    made AS (
      SELECT model, count(*)::int AS paths FROM path_embedding JOIN whole ON whole.id = path_id GROUP BY model),
    known AS (
      SELECT model, jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name) AS endpoints FROM model_endpoint
      WHERE project_id = ${projectId} AND removed_at IS NULL AND 'embedding' = ANY(uses) GROUP BY model)
    SELECT model, coalesce(endpoints, '[]') AS endpoints, coalesce(paths, 0) AS paths,
      (SELECT count(*)::int FROM whole) - coalesce(paths, 0) AS missing
    FROM made FULL JOIN known USING (model) ORDER BY model`;
}

/** Starts embedding what an endpoint's model hasn't embedded yet. AppError where it can't, by the field that is wrong. */
export async function startEmbed(scope: ProjectScope, request: EmbedRequest): Promise<Run> {
  const { projectId, actor } = scope;
  await needModel(scope, request.model, { use: "embedding", field: "model" });
  const last = await lastPath(projectId);
  return sql().begin(async (tx) => {
    const run = await startRun(tx, { projectId, createdById: actor.userId }, embedJob, { ...request, last });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'paths.embed', ${`run ${run.id}`}, ${tx.json({ model: request.model })})`;
    return run;
  });
}

interface EmbeddingTask {
  projectId: number;
  filter: PathFilter;
  last: number;
  model: string;
}

export interface Embeddable {
  id: number;
  segments: Segment[];
}

const PAGE = 100;

function due({ projectId, filter, last, model }: EmbeddingTask) {
  return sql()`${matching({ projectId }, filter)} AND path.id <= ${last} AND NOT EXISTS (
    SELECT FROM path_embedding WHERE path_id = path.id AND path_embedding.model = ${model})`;
}

export async function countEmbeddable(task: EmbeddingTask): Promise<number> {
  const [row] = await sql()<[{ count: number }]>`SELECT count(*)::int AS count FROM path WHERE ${due(task)}`;
  return row.count;
}

/** Paths that are still to be embedded, by id, a page at a time. */
export async function* embeddable(task: EmbeddingTask): AsyncGenerator<Embeddable, void, undefined> {
  for (let after = 0; ; ) {
    const page = await sql()<Embeddable[]>`
      SELECT id, segments FROM path WHERE ${due(task)} AND path.id > ${after} ORDER BY id LIMIT ${PAGE}`;
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    after = end.id;
  }
}

/** The model's name at an endpoint. */
export async function modelAt(projectId: number, endpointId: number): Promise<string> {
  const [row] = await sql()<{ model: string }[]>`
    SELECT model FROM model_endpoint WHERE id = ${endpointId} AND project_id = ${projectId} AND removed_at IS NULL`;
  if (!row) throw new AppError("not_found", "This model isn't in the registry any more.", { field: "model" });
  return row.model;
}

/**
 * Keeps a path's vector. AppError where the model's vectors so far have another length: it isn't the same model.
 */
export async function writeVector(
  projectId: number,
  { pathId, model, vector }: { pathId: number; model: string; vector: Buffer },
): Promise<void> {
  const [other] = await sql()<{ length: number }[]>`
    SELECT octet_length(vector) AS length FROM path_embedding JOIN path ON path.id = path_id
    WHERE project_id = ${projectId} AND path_embedding.model = ${model} LIMIT 1`;
  if (other && other.length !== vector.length) {
    const message = `${model} gave ${vector.length / 4} numbers for a path, and ${other.length / 4} for others: it isn't the same model any more.`;
    throw new AppError("conflict", message);
  }
  await sql()`
    INSERT INTO path_embedding (path_id, model, vector)
    SELECT id, ${model}, ${vector} FROM path WHERE id = ${pathId} AND project_id = ${projectId}
    ON CONFLICT (path_id, model) DO NOTHING`;
}
