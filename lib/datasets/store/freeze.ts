import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import type { DatasetFilter, Manifest } from "../contract.ts";
import { freezeJob } from "../jobs.ts";

/** Numbers a new version with the filter as it stands, and queues the run that fills it. */
export async function startFreeze(
  scope: ProjectScope,
  datasetId: number,
): Promise<{ number: number; run: Run }> {
  return sql().begin(async (tx) => {
    const [dataset] = await tx<{ name: string; filter: DatasetFilter }[]>`
      SELECT name, filter FROM dataset WHERE id = ${datasetId} AND project_id = ${scope.projectId} FOR UPDATE`;
    if (!dataset) throw notFound("dataset");
    const [version] = await tx<[{ id: number; number: number }]>`
      INSERT INTO dataset_version (dataset_id, number, filter, created_by_id)
      SELECT ${datasetId}, coalesce(max(number), 0) + 1, ${tx.json(dataset.filter)}, ${scope.actor.userId}
      FROM dataset_version WHERE dataset_id = ${datasetId} RETURNING id, number`;
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    const name = `${dataset.name}, version ${version.number}`;
    const run = await startRun(tx, owner, freezeJob, { versionId: version.id, name });
    await tx`UPDATE dataset_version SET run_id = ${run.id} WHERE id = ${version.id}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'dataset.freeze', ${name}, ${tx.json({ run: run.id })})`;
    return { number: version.number, run };
  });
}

export interface FreezingVersion {
  id: number;
  number: number;
  dataset: string;
  project: string;
  filter: DatasetFilter;
}

/** The version that a run freezes. */
export async function freezingVersion(
  tx: SqlTransaction,
  projectId: number,
  versionId: number,
): Promise<FreezingVersion> {
  const [version] = await tx<FreezingVersion[]>`
    SELECT version.id, number, dataset.name AS dataset, project.slug AS project, version.filter
    FROM dataset_version AS version
    JOIN dataset ON dataset.id = dataset_id JOIN project ON project.id = project_id
    WHERE version.id = ${versionId} AND project_id = ${projectId} FOR UPDATE OF version`;
  if (!version) throw notFound("version");
  return version;
}

export async function completeVersion(
  tx: SqlTransaction,
  versionId: number,
  manifest: Manifest,
): Promise<void> {
  await tx`
    UPDATE dataset_version SET state = 'ready', row_count = ${manifest.kept}, manifest = ${tx.json(manifest)}
    WHERE id = ${versionId}`;
}
