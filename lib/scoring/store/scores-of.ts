import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Score } from "../contract.ts";

type PathScore = Score & { pathId: number };

/** Scores of all paths of a problem, each with its rank among those of the same scorer; newest scorer first. */
async function pathScores(problemId: number): Promise<PathScore[]> {
  return sql()<PathScore[]>`
    SELECT score.id, score.path_id, score.scorer_id, score.scorer, score.kind, value, spread, rationale, detail,
      (rank() OVER (same ORDER BY value DESC))::int AS rank, 0 AS "of", score.created_at
    FROM score JOIN path ON path.id = score.path_id
    WHERE path.problem_id = ${problemId}
    WINDOW same AS (PARTITION BY score.scorer, score.kind)
    ORDER BY score.scorer_id DESC NULLS LAST, score.id`;
}

function withCounts(scores: readonly PathScore[]): PathScore[] {
  const counts = new Map<string, number>();
  const keyOf = ({ scorer, kind }: Score) => `${kind} ${scorer}`;
  for (const score of scores) counts.set(keyOf(score), 1 + (counts.get(keyOf(score)) ?? 0));
  return scores.map((score) => ({ ...score, of: counts.get(keyOf(score)) ?? 0 }));
}

function bare({ pathId: _path, ...score }: PathScore): Score {
  return score;
}

export async function scoresOfPath(scope: ProjectScope, pathId: number): Promise<Score[]> {
  const [path] = await sql()<{ problemId: number }[]>`
    SELECT problem_id FROM path WHERE id = ${pathId} AND project_id = ${scope.projectId}`;
  if (!path) throw notFound("path");
  const scores = withCounts(await pathScores(path.problemId));
  return scores.filter((score) => score.pathId === pathId).map(bare);
}

export async function scoresOfProblem(
  scope: ProjectScope,
  problemId: number,
): Promise<{ problem: Score[]; paths: { pathId: number; scores: Score[] }[] }> {
  const [problem] =
    await sql()`SELECT FROM problem WHERE id = ${problemId} AND project_id = ${scope.projectId}`;
  if (!problem) throw notFound("problem");
  const [own, ofPaths] = await Promise.all([
    sql()<Score[]>`
      SELECT id, scorer_id, scorer, kind, value, spread, rationale, detail, NULL::int AS rank, 0 AS "of", created_at
      FROM score WHERE problem_id = ${problemId} ORDER BY scorer_id DESC NULLS LAST, id`,
    pathScores(problemId),
  ]);
  const scores = withCounts(ofPaths);
  const ids = [...new Set(scores.map(({ pathId }) => pathId))].toSorted((a, b) => a - b);
  const paths = ids.map((pathId) => ({
    pathId,
    scores: scores.filter((score) => score.pathId === pathId).map(bare),
  }));
  return { problem: own, paths };
}
