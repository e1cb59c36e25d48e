import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { inferenceFlops } from "#lib/sizing/flops.ts";
import { billionsFromName } from "#lib/sizing/model-name.ts";
import type { ModelEarning } from "../contract.ts";

type Counted = Omit<ModelEarning, "billions" | "billionsFrom" | "flops"> & {
  saidBillions: number | null;
};

/**
 * What each model cost and what it gave. `selection`: whose kept paths count; the newest that is ready where none is
 * named. Models that were sampled here count their samples, the others their paths, copies included.
 */
export async function modelEarnings(scope: ProjectScope, selection: number | null): Promise<ModelEarning[]> {
  const selectionId = await selectionOf(scope, selection);
  const rows = await sql()<Counted[]>`
    WITH ${sampledModels(scope.projectId)}, ${keptModels(selectionId)}
    SELECT spent.*, coalesce(chosen.kept, 0)::int AS kept, coalesce(chosen.is_unique, 0)::int AS "unique",
      coalesce(chosen.distinct_shapes, 0)::int AS "distinct", model_size.billions AS said_billions
    FROM spent
    LEFT JOIN chosen ON chosen.model = spent.model
    LEFT JOIN model_size ON model_size.project_id = ${scope.projectId} AND model_size.model = spent.model
    ORDER BY spent.model`;
  return rows.map(withSize);
}

/** What was asked for of each model: its samples, and for models without samples their paths. */
function sampledModels(projectId: number) {
  return sql()`
    sampled AS (
      SELECT sample.model, count(*)::int AS sampled, (count(*) FILTER (WHERE path.verdict = 'correct'))::int AS correct,
        count(DISTINCT sample.problem_id)::int AS problems, sum(output_tokens)::float AS tokens,
        false AS tokens_estimated, sum(cost) AS dollars
      FROM sample LEFT JOIN path ON path.id = sample.path_id
      WHERE sample.project_id = ${projectId} GROUP BY sample.model
    ), imported AS (
      SELECT path.model, sum(copies)::int AS sampled,
        coalesce(sum(copies) FILTER (WHERE verdict = 'correct'), 0)::int AS correct,
        count(DISTINCT problem_id)::int AS problems,
        sum(copies * coalesce(tokens, length(segments::text) / 4))::float AS tokens,
        bool_or(tokens IS NULL) AS tokens_estimated, NULL::float AS dollars
      FROM path
      WHERE project_id = ${projectId} AND path.model IS NOT NULL AND path.model NOT IN (SELECT model FROM sampled)
      GROUP BY path.model
    ), spent AS (SELECT * FROM sampled UNION ALL SELECT * FROM imported)`;
}

/** Of the paths that passed the gates: kept ones, those of them whose reasoning no other model has, and different ones. */
function keptModels(selectionId: number | null) {
  return sql()`
    candidate AS (
      SELECT path.model, row.problem_id, row.shape, row.kept FROM selection_path AS row JOIN path ON path.id = row.path_id
      WHERE row.selection_id = ${selectionId} AND path.model IS NOT NULL
        AND (row.kept OR row.reason IN ('duplicate', 'too_near', 'crowded'))
    ), shape AS (
      SELECT problem_id, shape, count(DISTINCT model) AS models FROM candidate GROUP BY problem_id, shape
    ), chosen AS (
      SELECT candidate.model, count(*) FILTER (WHERE kept) AS kept,
        count(*) FILTER (WHERE kept AND shape.models = 1) AS is_unique,
        count(DISTINCT (candidate.problem_id, candidate.shape)) AS distinct_shapes
      FROM candidate JOIN shape ON shape.problem_id = candidate.problem_id AND shape.shape = candidate.shape
      GROUP BY candidate.model
    )`;
}

async function selectionOf(scope: ProjectScope, selection: number | null): Promise<number | null> {
  const which = selection === null ? sql()`AND ready` : sql()`AND id = ${selection}`;
  const [row] = await sql()<{ id: number }[]>`
    SELECT id FROM selection WHERE project_id = ${scope.projectId} ${which} ORDER BY id DESC LIMIT 1`;
  if (!row && selection !== null) throw notFound("selection");
  return row?.id ?? null;
}

function withSize({ saidBillions, ...row }: Counted): ModelEarning {
  const named = billionsFromName(row.model);
  const [billions, billionsFrom] =
    saidBillions !== null
      ? ([saidBillions, "person"] as const)
      : named !== null
        ? ([named, "name"] as const)
        : ([null, null] as const);
  const flops = billions === null || row.tokens === null ? null : inferenceFlops(billions * 1e9, row.tokens);
  return { ...row, billions, billionsFrom, flops };
}

/** Says how many parameters a model has; null takes that back. */
export async function setModelSize(
  scope: ProjectScope,
  { model, billions }: { model: string; billions: number | null },
): Promise<void> {
  const { projectId, actor } = scope;
  await sql().begin(async (tx) => {
    if (billions === null) {
      await tx`DELETE FROM model_size WHERE project_id = ${projectId} AND model = ${model}`;
    } else {
      await tx`INSERT INTO model_size (project_id, model, billions) VALUES (${projectId}, ${model}, ${billions})
        ON CONFLICT (project_id, model) DO UPDATE SET billions = excluded.billions`;
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'model.size', ${model}, ${tx.json({ billions })})`;
  });
}
