import type { z } from "zod";
import type { SqlTransaction } from "#lib/db.ts";
import type { Run } from "../contract.ts";
import type { Job } from "../job.ts";
import { enqueue } from "../queue.ts";
import { type RunRow, runFromRow } from "../run-row.ts";

/** Makes a run and queues it, inside the caller's transaction. */
export async function startRun<P extends z.ZodType>(
  tx: SqlTransaction,
  owner: { projectId: number; createdById: string | null },
  job: Job<P>,
  parameters: z.input<P>,
): Promise<Run> {
  const parsed = job.parameters.parse(parameters);
  const [row] = await tx<[RunRow]>`
    INSERT INTO run (project_id, kind, parameters, created_by_id)
    VALUES (${owner.projectId}, ${job.kind}, ${JSON.stringify(parsed)}::jsonb, ${owner.createdById})
    RETURNING run.*, (SELECT name FROM "user" WHERE id = run.created_by_id) AS created_by`;
  await enqueue(tx, row.id);
  return runFromRow(row);
}
