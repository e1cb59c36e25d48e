import { sql } from "#lib/db.ts";
import type { Verdict } from "../contract.ts";

export interface CheckedPath {
  id: number;
  problemVersion: number;
  answer: string | null;
  answerRule: string | null;
  verdict: Verdict;
  verdictMethod: string | null;
  verdictReason: string | null;
}

/**
 * Writes what checking found, and returns the ids it has written. Paths whose problem has changed meanwhile, or is
 * being changed, are left as they are: whoever changes a problem unchecks its paths.
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
    ), unchanged AS MATERIALIZED (
      SELECT id, version FROM problem
      WHERE project_id = ${projectId} AND id IN (SELECT problem_id FROM path JOIN checked USING (id))
      FOR SHARE SKIP LOCKED
    )
    UPDATE path SET answer = checked.answer, answer_rule = checked.answer_rule, verdict = checked.verdict,
      verdict_method = checked.verdict_method, verdict_reason = checked.verdict_reason, checked_at = clock_timestamp()
    FROM checked, unchanged
    WHERE path.id = checked.id AND path.project_id = ${projectId}
      AND unchanged.id = path.problem_id AND unchanged.version = checked.problem_version
    RETURNING path.id`;
  return new Set(written.map(({ id }) => id));
}
