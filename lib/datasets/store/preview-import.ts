import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { ImportChoices, ImportPreview, Upload } from "../import-options.ts";
import { SAMPLE_ROWS } from "../import-plan.ts";
import { previewImport } from "../import-preview.ts";
import { peek } from "../peek.ts";
import { readRows } from "./read-rows.ts";

/** However long the first rows are, no more of the file than this is read to show them: Parquet's first row group. */
const LOOK_BYTES = 256 * 1024 * 1024;

/** What an uploaded file holds, and how it would be imported. */
export async function previewUpload(
  scope: ProjectScope,
  uploadId: number,
  options: ImportChoices,
): Promise<ImportPreview> {
  const upload = await unusedUpload(scope, uploadId);
  const { type, rows } = await readRows(upload, async (bytes) => {
    if (bytes > LOOK_BYTES) throw new TooLong();
  });
  try {
    const { first, all } = await peek(rows, SAMPLE_ROWS);
    await all.return();
    return { upload, ...previewImport(type, options, first) };
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    throw new AppError(
      "too_large",
      "The first rows of this file are too long to show. It can be imported without a look.",
    );
  }
}

class TooLong extends Error {}

async function unusedUpload(scope: ProjectScope, id: number): Promise<Upload> {
  const [row] = await sql()<(Upload & { used: number | null })[]>`
    SELECT upload.id, name, bytes, sha256, (SELECT run.id FROM run WHERE run.id = run_id AND state = 'done') AS used
    FROM upload WHERE upload.id = ${id} AND upload.project_id = ${scope.projectId} AND sha256 IS NOT NULL`;
  if (!row) throw notFound("upload");
  const { used, ...upload } = row;
  if (used !== null) throw new AppError("conflict", `Run ${used} has imported this file. Upload it again.`);
  return upload;
}
