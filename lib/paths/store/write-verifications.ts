import { sql } from "#lib/db.ts";
import type { VerificationColumns } from "../checked.ts";
import { type FoundVerdict, foundColumns, foundRow, stillCurrent, verdictFromCurrent } from "./found-rows.ts";

export interface VerifiedPath extends FoundVerdict, VerificationColumns {}

/**
 * Writes what verifying found, and returns the ids it has written. As with verdicts, paths whose problem has changed
 * meanwhile, or is being changed, are left as they are.
 */
export async function writeVerifications(
  projectId: number,
  verified: readonly VerifiedPath[],
): Promise<ReadonlySet<number>> {
  const rows = verified.map((path) => ({
    ...foundRow(path),
    execution: path.execution,
    execution_outcome: path.executionOutcome,
    wrong_steps: path.wrongSteps,
    first_wrong_step: path.firstWrongStep,
  }));
  const written = await sql()<{ id: number }[]>`
    WITH found AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(${foundColumns()},
        execution jsonb, execution_outcome execution_outcome, wrong_steps int, first_wrong_step text)
    ), current AS MATERIALIZED (${stillCurrent(projectId)})
    UPDATE path SET ${verdictFromCurrent()}, execution = current.execution,
      execution_outcome = current.execution_outcome, wrong_steps = current.wrong_steps,
      first_wrong_step = current.first_wrong_step, verified_at = clock_timestamp()
    FROM current
    WHERE path.id = current.id AND path.project_id = ${projectId}
    RETURNING path.id`;
  return new Set(written.map(({ id }) => id));
}
