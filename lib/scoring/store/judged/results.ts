import type { PendingQuery, Row } from "postgres";
import { sql } from "#lib/db.ts";
import type { ModelStrength } from "../../contract/scorers.ts";
import type { Judged } from "../../judged/strengths.ts";

/**
 * The project's judgements as they stood when the run was asked for, with both paths whole: whenever the run is done,
 * and however often it is begun again, it sees the same ones. Skipped and undone ones don't count. A judgement that
 * both are bad prefers neither, so it is a tie.
 */
function standing(projectId: number, runId: number): PendingQuery<Row[]> {
  return sql()`
    SELECT pair.problem_id, pair.first_id, pair.second_id, first.model AS first_model, second.model AS second_model,
      CASE WHEN judgement.answer IN ('first', 'second') THEN judgement.answer::text ELSE 'tie' END AS outcome
    FROM run
    JOIN judgement ON judgement.project_id = run.project_id AND judgement.answer <> 'skip'
      AND judgement.created_at <= run.created_at
      AND (judgement.undone_at IS NULL OR judgement.undone_at > run.created_at)
    JOIN preference_pair AS pair ON pair.id = judgement.pair_id
    JOIN path AS first ON first.id = pair.first_id AND first.flaw IS NULL
    JOIN path AS second ON second.id = pair.second_id AND second.flaw IS NULL
    WHERE run.id = ${runId} AND run.project_id = ${projectId}`;
}

export async function countJudged(
  projectId: number,
  runId: number,
): Promise<{ problems: number; judgements: number }> {
  const [row] = await sql()<[{ problems: number; judgements: number }]>`
    SELECT count(DISTINCT problem_id)::int AS problems, count(*)::int AS judgements
    FROM (${standing(projectId, runId)}) AS judged`;
  return row;
}

export interface JudgedProblem {
  problemId: number;
  results: Judged<number>[];
}

/** The next `size` judged problems after the id `after`, with how often their paths were judged with each outcome. */
export async function nextJudged(
  projectId: number,
  runId: number,
  after: number,
  size: number,
): Promise<JudgedProblem[]> {
  const rows = await sql()<(Judged<number> & { problemId: number })[]>`
    WITH judged AS MATERIALIZED (SELECT * FROM (${standing(projectId, runId)}) AS judged WHERE problem_id > ${after}),
    chosen AS (SELECT DISTINCT problem_id FROM judged ORDER BY problem_id LIMIT ${size})
    SELECT problem_id, first_id AS first, second_id AS second, outcome, count(*)::int AS count
    FROM judged JOIN chosen USING (problem_id)
    GROUP BY problem_id, first_id, second_id, outcome ORDER BY problem_id, first_id, second_id, outcome`;
  const problems: JudgedProblem[] = [];
  for (const { problemId, ...result } of rows) {
    const current = problems.at(-1);
    if (current?.problemId === problemId) current.results.push(result);
    else problems.push({ problemId, results: [result] });
  }
  return problems;
}

/** How often models were judged with each outcome, among the `most` models that were judged most. People's paths are left out. */
export async function judgedModels(
  projectId: number,
  runId: number,
  most: number,
): Promise<Judged<string>[]> {
  return sql()<Judged<string>[]>`
    WITH judged AS MATERIALIZED (
      SELECT first_model, second_model, outcome, count(*)::int AS count
      FROM (${standing(projectId, runId)}) AS judged WHERE first_model <> second_model
      GROUP BY first_model, second_model, outcome
    ), chosen AS (
      SELECT model FROM judged CROSS JOIN LATERAL (VALUES (first_model), (second_model)) AS side (model)
      GROUP BY model ORDER BY sum(count) DESC, model LIMIT ${most}
    )
    SELECT first_model AS first, second_model AS second, outcome, count FROM judged
    WHERE first_model IN (SELECT model FROM chosen) AND second_model IN (SELECT model FROM chosen)
    ORDER BY first_model, second_model, outcome`;
}

export async function writeStrengths(
  projectId: number,
  scorerId: number,
  strengths: readonly ModelStrength[],
): Promise<void> {
  await sql()`UPDATE scorer SET report = ${JSON.stringify({ strengths })}::jsonb
    WHERE id = ${scorerId} AND project_id = ${projectId}`;
}
