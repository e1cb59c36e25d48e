import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import type { ImportOptions } from "../import-options.ts";
import { planImport } from "../import-plan.ts";
import { importJob } from "../jobs.ts";
import type { StoredFile } from "./chunks.ts";

interface UploadState {
  name: string;
  runId: number | null;
  runState: Run["state"] | null;
}

/** Starts the import of a complete upload. One import at a time reads it, and one that was done has used it up. */
export async function startImport(
  scope: ProjectScope,
  uploadId: number,
  options: ImportOptions,
): Promise<Run> {
  refuseWrongOptions(options);
  return sql().begin(async (tx) => {
    const [upload] = await tx<UploadState[]>`
      SELECT upload.name, run_id, (SELECT state FROM run WHERE run.id = run_id) AS run_state FROM upload
      WHERE upload.id = ${uploadId} AND project_id = ${scope.projectId} AND sha256 IS NOT NULL FOR UPDATE OF upload`;
    if (!upload) throw notFound("upload");
    refuseUsed(upload);
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    return queueImport(tx, owner, { id: uploadId, name: upload.name }, options);
  });
}

/** Makes the run that imports an upload, in the transaction that found or made the upload. */
export async function queueImport(
  tx: SqlTransaction,
  owner: { projectId: number; createdById: string | null },
  upload: { id: number; name: string },
  options: ImportOptions,
): Promise<Run> {
  const run = await startRun(tx, owner, importJob, { uploadId: upload.id, name: upload.name, options });
  await tx`UPDATE upload SET run_id = ${run.id} WHERE id = ${upload.id}`;
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${owner.projectId}, ${owner.createdById}, 'import.start', ${upload.name}, ${tx.json({ run: run.id })})`;
  return run;
}

function refuseUsed({ runId, runState }: UploadState): void {
  if (runState === "done")
    throw new AppError("conflict", `Run ${runId} has imported this file. Upload it again.`);
  if (runState === "queued" || runState === "running") {
    throw new AppError("conflict", `Run ${runId} is importing this file.`);
  }
}

/** A wrong shape or mapping is refused before a run is made; what the file itself says is the run's matter. */
function refuseWrongOptions(options: ImportOptions): void {
  if (options.shape === undefined && options.mapping === undefined) return;
  const planned = planImport(options, []);
  if (!planned.ok)
    throw new AppError("invalid_input", planned.message, { field: `options.${planned.field}` });
}

/** The file that an import reads. */
export async function fileOfImport(projectId: number, uploadId: number): Promise<StoredFile> {
  const [file] = await sql()<StoredFile[]>`
    SELECT id, name, bytes FROM upload WHERE id = ${uploadId} AND project_id = ${projectId} AND sha256 IS NOT NULL`;
  if (!file) throw new AppError("not_found", "The uploaded file isn't there any more. Upload it again.");
  return file;
}

/** Takes away what an import leaves behind once its records are merged. */
export async function dropImported(tx: SqlTransaction, runId: number, uploadId: number): Promise<void> {
  await tx`DELETE FROM import_row WHERE run_id = ${runId}`;
  await tx`DELETE FROM upload_chunk WHERE upload_id = ${uploadId}`;
}
