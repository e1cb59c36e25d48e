import { sql } from "#lib/db.ts";
import type { VerdictColumns } from "../checked.ts";

export interface CheckedPath extends VerdictColumns {
  id: number;
  problemVersion: number;
}

/**
 * Writes what checking found, and returns the ids it has written. Paths whose problem has changed meanwhile, or is
 * being changed, are left as they are: whoever changes a problem unchecks its paths. So are those that have been
 * verified meanwhile.
 */
export async function writeVerdicts(
  projectId: number,
  checked: readonly CheckedPath[],
): Promise<ReadonlySet<number>> {
  const rows = checked.map((path) => ({
    id: path.id,
    problem_version: path.problemVersion,
    answer: path.answer,
    answer_rule: path.answerRule,
    verdict: path.verdict,
    verdict_method: path.verdictMethod,
    verdict_reason: path.verdictReason,
  }));
  const written = await sql()<{ id: number }[]>`
    WITH checked AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${sql().json(rows)}) AS row(
        id int, problem_version int, answer text, answer_rule text, verdict verdict, verdict_method text,
        verdict_reason text)
    ), current AS MATERIALIZED (
      SELECT checked.* FROM checked
      JOIN path ON path.id = checked.id AND path.project_id = ${projectId}
      JOIN problem ON problem.id = path.problem_id AND problem.version = checked.problem_version
      FOR SHARE OF problem SKIP LOCKED
    )
    UPDATE path SET answer = current.answer, answer_rule = current.answer_rule, verdict = current.verdict,
      verdict_method = current.verdict_method, verdict_reason = current.verdict_reason, checked_at = clock_timestamp()
    FROM current
    WHERE path.id = current.id AND path.project_id = ${projectId} AND path.verified_at IS NULL
    RETURNING path.id`;
  return new Set(written.map(({ id }) => id));
}
