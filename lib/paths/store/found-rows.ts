import { sql } from "#lib/db.ts";
import type { VerdictColumns } from "../checked.ts";

/** What was found of a path, against the problem's version that it was found with. */
export interface FoundVerdict extends VerdictColumns {
  id: number;
  problemVersion: number;
}

/** The row that `foundColumns` reads. */
export function foundRow(path: FoundVerdict) {
  return {
    id: path.id,
    problem_version: path.problemVersion,
    answer: path.answer,
    answer_rule: path.answerRule,
    verdict: path.verdict,
    verdict_method: path.verdictMethod,
    verdict_reason: path.verdictReason,
  };
}

export function foundColumns() {
  return sql()`id int, problem_version int, answer text, answer_rule text, verdict verdict, verdict_method text,
    verdict_reason text`;
}

/**
 * Of the rows of a query named `found`, those whose problem is still what it was. A problem that is being changed is
 * passed over: whoever changes a problem unchecks its paths.
 */
export function stillCurrent(projectId: number) {
  return sql()`
    SELECT found.* FROM found
    JOIN path ON path.id = found.id AND path.project_id = ${projectId}
    JOIN problem ON problem.id = path.problem_id AND problem.version = found.problem_version
    FOR SHARE OF problem SKIP LOCKED`;
}

/** Takes a verdict over from the row of `current`, as of now. */
export function verdictFromCurrent() {
  return sql()`answer = current.answer, answer_rule = current.answer_rule, verdict = current.verdict,
    verdict_method = current.verdict_method, verdict_reason = current.verdict_reason, checked_at = clock_timestamp()`;
}
