import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { DatasetKind, DatasetVersion, Manifest } from "../contract.ts";
import { formatsOf } from "../formats.ts";

interface VersionRow extends Omit<DatasetVersion, "formats" | "manifest"> {
  datasetId: number;
  kind: DatasetKind;
  manifest: Manifest;
}

/** A version whose run has ended without freezing it has failed, however the run ended. */
function versionRows(scope: ProjectScope) {
  return sql()`
    SELECT version.dataset_id, version.number, dataset.kind, version.row_count AS rows, version.run_id, version.manifest,
      version.created_at, "user".name AS created_by,
      CASE WHEN version.state = 'freezing' AND (run.id IS NULL OR run.state IN ('failed', 'cancelled'))
        THEN 'failed' ELSE version.state END AS state
    FROM dataset_version AS version
    JOIN dataset ON dataset.id = version.dataset_id AND dataset.project_id = ${scope.projectId}
    LEFT JOIN run ON run.id = version.run_id
    LEFT JOIN "user" ON "user".id = version.created_by_id`;
}

function fromRow({ datasetId: _, kind, ...row }: VersionRow): DatasetVersion {
  return { ...row, formats: formatsOf(kind), manifest: row.state === "ready" ? row.manifest : null };
}

/** Newest first. */
export async function listVersions(scope: ProjectScope, datasetId: number): Promise<DatasetVersion[]> {
  const rows = await sql()<VersionRow[]>`
    ${versionRows(scope)} WHERE dataset.id = ${datasetId} ORDER BY version.number DESC`;
  return rows.map(fromRow);
}

/** The newest version of each dataset that has one, by the dataset's id. */
export async function latestVersions(scope: ProjectScope): Promise<Map<number, DatasetVersion>> {
  const rows = await sql()<VersionRow[]>`
    SELECT DISTINCT ON (dataset_id) * FROM (${versionRows(scope)}) AS version ORDER BY dataset_id, number DESC`;
  return new Map(rows.map((row) => [row.datasetId, fromRow(row)]));
}

export async function getVersion(
  scope: ProjectScope,
  datasetId: number,
  number: number,
): Promise<DatasetVersion> {
  const [row] = await sql()<VersionRow[]>`
    ${versionRows(scope)} WHERE dataset.id = ${datasetId} AND version.number = ${number}`;
  if (!row) throw notFound("version");
  return fromRow(row);
}
