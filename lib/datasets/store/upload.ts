import { createHash, type Hash } from "node:crypto";
import postgres from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Upload } from "../import-options.ts";
import { inChunks } from "../in-chunks.ts";

export const CHUNK_BYTES = 1024 * 1024;

interface NewUpload {
  name: string;
  /** Length that the sender announced, where it did. */
  announcedBytes: number | null;
}

/**
 * Takes a file in, one chunk in memory at a time: the next bytes are asked for once the chunk before is stored.
 * The upload is complete when its SHA-256 stands. If the sender goes away before the end, nothing is kept.
 */
export async function writeUpload(
  scope: ProjectScope,
  input: NewUpload,
  body: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  await sweepUploads(scope);
  const [opened] = await sql()<[{ id: number }]>`
    INSERT INTO upload (project_id, name, created_by_id)
    VALUES (${scope.projectId}, ${input.name}, ${scope.actor.userId}) RETURNING id`;
  try {
    const hash = createHash("sha256");
    const bytes = await writeChunks(opened.id, fromSender(body), hash);
    refuseCutOff(bytes, input.announcedBytes);
    return await completeUpload(opened.id, bytes, hash.digest("hex"));
  } catch (error) {
    await sql()`DELETE FROM upload WHERE id = ${opened.id}`;
    throw isDiskFull(error) ? diskFull(error) : error;
  }
}

/** A sender who goes away half-way is nobody's fault here. */
async function* fromSender(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (cause) {
    throw new AppError(
      "invalid_input",
      "The connection broke before the file was here. Send it again.",
      {},
      { cause },
    );
  }
}

/** PostgreSQL's class 53: insufficient resources. */
function isDiskFull(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "53100";
}

function diskFull(cause: unknown): AppError {
  return new AppError(
    "too_large",
    "The studio's disk has no room for this file. Make room, then send it again.",
    {},
    { cause },
  );
}

async function writeChunks(uploadId: number, body: AsyncIterable<Uint8Array>, hash: Hash): Promise<number> {
  let start = 0;
  for await (const chunk of inChunks(body, CHUNK_BYTES)) {
    hash.update(chunk);
    await sql()`INSERT INTO upload_chunk (upload_id, start, data) VALUES (${uploadId}, ${start}, ${chunk})`;
    start += chunk.length;
  }
  return start;
}

function refuseCutOff(bytes: number, announcedBytes: number | null): void {
  if (bytes === 0) throw new AppError("invalid_input", "The file is empty.");
  if (announcedBytes !== null && announcedBytes !== bytes) {
    throw new AppError(
      "invalid_input",
      `Only ${bytes} of ${announcedBytes} bytes arrived: something between you and the studio cut the file. Send it again.`,
    );
  }
}

async function completeUpload(id: number, bytes: number, sha256: string): Promise<Upload> {
  const [row] = await sql()<[Upload]>`
    UPDATE upload SET bytes = ${bytes}, sha256 = ${sha256} WHERE id = ${id} RETURNING id, name, bytes, sha256`;
  return row;
}

/** Takes away what a killed server left half-way, and files that nobody has imported for a week. */
async function sweepUploads(scope: ProjectScope): Promise<void> {
  await sql()`
    DELETE FROM upload WHERE project_id = ${scope.projectId}
      AND created_at < now() - CASE WHEN sha256 IS NULL THEN interval '1 day' ELSE interval '7 days' END
      AND NOT EXISTS (SELECT FROM run WHERE run.id = run_id AND state IN ('queued', 'running', 'done'))`;
}
