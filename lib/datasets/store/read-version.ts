import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { DatasetKind, DatasetVersion, Manifest } from "../contract.ts";

export interface ReadyVersion {
  id: number;
  kind: DatasetKind;
  dataset: string;
  number: number;
  manifest: Manifest;
}

/** A frozen version that can be read; one that is still freezing, or failed, is a conflict that says so. */
export async function readyVersion(
  scope: ProjectScope,
  dataset: number,
  number: number,
): Promise<ReadyVersion> {
  const [row] = await sql()<(ReadyVersion & { state: DatasetVersion["state"] })[]>`
    SELECT version.id, kind, dataset.name AS dataset, number, manifest, state
    FROM dataset_version AS version JOIN dataset ON dataset.id = dataset_id
    WHERE dataset_id = ${dataset} AND number = ${number} AND project_id = ${scope.projectId}`;
  if (!row) throw notFound("version");
  const { state, ...version } = row;
  if (state === "ready") return version;
  throw new AppError(
    "conflict",
    "This version isn't frozen yet: wait for its run to end, or freeze another one.",
  );
}
