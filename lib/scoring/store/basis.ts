import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { PathFilter } from "#lib/paths/contract.ts";
import { matching } from "#lib/paths/store/matching.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { matching as matchingProblems } from "#lib/problems/store/matching.ts";
import type { ScoringBasis } from "../contract/runs.ts";

/** What there is to score, and to learn from. */
export async function scoringBasis(
  scope: ProjectScope,
  { filter, problems }: { filter: PathFilter; problems: ProblemFilter },
): Promise<ScoringBasis> {
  const { projectId } = scope;
  const [row] = await sql()<[ScoringBasis]>`
    SELECT
      (SELECT count(*)::int FROM path WHERE ${matching(scope, filter)} AND path.flaw IS NULL) AS paths,
      (SELECT count(*)::int FROM problem WHERE ${matchingProblems(scope, problems)}) AS problems,
      known.correct, known.incorrect,
      (SELECT count(DISTINCT path_id)::int FROM score JOIN scorer ON scorer.id = score.scorer_id
        WHERE score.project_id = ${projectId} AND scorer.source = 'person') AS graded,
      (SELECT count(*)::int FROM judgement
        WHERE project_id = ${projectId} AND undone_at IS NULL AND answer <> 'skip') AS judgements
    FROM (
      SELECT (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct,
        (count(*) FILTER (WHERE verdict IN ('incorrect', 'error')))::int AS incorrect
      FROM path WHERE project_id = ${projectId} AND model IS NOT NULL AND flaw IS NULL
    ) AS known`;
  return row;
}
