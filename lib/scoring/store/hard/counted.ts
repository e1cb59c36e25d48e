import { sql } from "#lib/db.ts";
import type { HardRule } from "../../contract.ts";

/**
 * For each problem of the project with a sample that counts: how many count and how many fail by the rule. A sample is
 * a whole answer of a model, each copy of it for itself; one counts when its verdict says right or wrong, or when the
 * rule's scorer has graded it.
 */
export function countedSamples(projectId: number, rule: HardRule) {
  const low = sql()`coalesce(critique.value <= ${rule.critiqueAtMost}::float, false)`;
  return sql()`
    SELECT path.problem_id, sum(copies)::int AS counted,
      coalesce(sum(copies) FILTER (WHERE coalesce(verdict IN ('incorrect', 'error'), false) OR ${low}), 0)::int AS failed
    FROM path
    LEFT JOIN score AS critique ON critique.path_id = path.id AND critique.kind = 'critique'
      AND critique.scorer = ${rule.scorer ?? ""}
    WHERE path.project_id = ${projectId} AND path.model IS NOT NULL AND path.flaw IS NULL
      AND (path.verdict <> 'unverifiable' OR critique.value IS NOT NULL)
    GROUP BY path.problem_id`;
}

/** Whether such counts make a hard sample. */
export function isHard(rule: HardRule) {
  return sql()`counted >= ${rule.least} AND failed >= ${rule.share}::float * counted`;
}
