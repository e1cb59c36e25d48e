import { sql } from "#lib/db.ts";
import type { VerdictColumns, VerificationColumns } from "../checked.ts";

export interface VerifiedPath extends VerdictColumns, VerificationColumns {
  id: number;
  problemVersion: number;
}

/**
 * Writes what verifying found, and returns the ids it has written. As with verdicts, paths whose problem has changed
 * meanwhile, or is being changed, are left as they are.
 */
export async function writeVerifications(
  projectId: number,
  verified: readonly VerifiedPath[],
): Promise<ReadonlySet<number>> {
  const rows = verified.map((path) => ({
    id: path.id,
    problem_version: path.problemVersion,
    answer: path.answer,
    answer_rule: path.answerRule,
    verdict: path.verdict,
    verdict_method: path.verdictMethod,
    verdict_reason: path.verdictReason,
    execution: path.execution,
    execution_outcome: path.executionOutcome,
    wrong_steps: path.wrongSteps,
    first_wrong_step: path.firstWrongStep,
  }));
  const written = await sql()<{ id: number }[]>`
    WITH verified AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(
        id int, problem_version int, answer text, answer_rule text, verdict verdict, verdict_method text,
        verdict_reason text, execution jsonb, execution_outcome execution_outcome, wrong_steps int,
        first_wrong_step text)
    ), current AS MATERIALIZED (
      SELECT verified.* FROM verified
      JOIN path ON path.id = verified.id AND path.project_id = ${projectId}
      JOIN problem ON problem.id = path.problem_id AND problem.version = verified.problem_version
      FOR SHARE OF problem SKIP LOCKED
    )
    UPDATE path SET answer = current.answer, answer_rule = current.answer_rule, verdict = current.verdict,
      verdict_method = current.verdict_method, verdict_reason = current.verdict_reason, execution = current.execution,
      execution_outcome = current.execution_outcome, wrong_steps = current.wrong_steps,
      first_wrong_step = current.first_wrong_step, checked_at = clock_timestamp(), verified_at = clock_timestamp()
    FROM current
    WHERE path.id = current.id AND path.project_id = ${projectId}
    RETURNING path.id`;
  return new Set(written.map(({ id }) => id));
}
