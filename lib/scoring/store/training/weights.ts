import { type SqlTransaction, sql } from "#lib/db.ts";
import type { TrainedReport } from "../../contract/trained.ts";
import type { TrainedModel } from "../../trained/train.ts";

/** The weights of a trained scorer; null where it hasn't been trained (yet). */
export async function readWeights(projectId: number, scorerId: number): Promise<TrainedModel | null> {
  const [row] = await sql()<{ weights: TrainedModel | null }[]>`
    SELECT weights FROM scorer WHERE id = ${scorerId} AND project_id = ${projectId}`;
  return row?.weights ?? null;
}

export async function writeWeights(
  tx: SqlTransaction,
  scorerId: number,
  model: TrainedModel,
  report: TrainedReport,
): Promise<void> {
  await tx`UPDATE scorer SET weights = ${JSON.stringify(model)}::jsonb, report = ${JSON.stringify(report)}::jsonb
    WHERE id = ${scorerId}`;
}

/** The last problem of which a scorer has scored a path, 0 before the first; and how many it has scored. */
export async function scoredSoFar(scorerId: number): Promise<{ last: number; paths: number }> {
  const [row] = await sql()<[{ last: number; paths: number }]>`
    SELECT coalesce(max(path.problem_id), 0) AS last, count(*)::int AS paths
    FROM score JOIN path ON path.id = score.path_id WHERE score.scorer_id = ${scorerId}`;
  return row;
}
