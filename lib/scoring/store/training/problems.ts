import { sql } from "#lib/db.ts";
import type { PathFilter, Segment, Verdict } from "#lib/paths/contract.ts";
import { matching } from "#lib/paths/store/matching.ts";
import type { SeenPath } from "../../trained/path-features.ts";

/** A path with what is known of it: its verdict, and the mean of people's grades. */
export interface KnownPath extends SeenPath {
  verdict: Verdict | null;
  grade: number | null;
  /** Meant by the filter; the others are there to be compared with. */
  meant: boolean;
}

export interface KnownProblem {
  problemId: number;
  text: string;
  paths: KnownPath[];
}

interface Batch {
  projectId: number;
  /** Paths after this one came later and don't count. */
  last: number;
  filter: PathFilter;
  after: number;
  size: number;
}

/** The next problems after the id `after` with a whole path that the filter means, with all their whole paths. */
export async function nextProblems({ projectId, last, filter, after, size }: Batch): Promise<KnownProblem[]> {
  const meant = sql()`${matching({ projectId }, filter)} AND path.flaw IS NULL AND path.id <= ${last}`;
  const rows = await sql()<
    (Omit<KnownPath, "segments"> & { segments: Segment[]; problemId: number; text: string })[]
  >`
    WITH chosen AS MATERIALIZED (
      SELECT DISTINCT path.problem_id FROM path WHERE ${meant} AND path.problem_id > ${after}
      ORDER BY path.problem_id LIMIT ${size}
    ), wanted AS MATERIALIZED (
      SELECT path.id FROM chosen JOIN path ON path.problem_id = chosen.problem_id WHERE ${meant}
    ), graded AS (
      SELECT score.path_id, avg(score.value) AS grade FROM chosen
      JOIN path ON path.problem_id = chosen.problem_id
      JOIN score ON score.path_id = path.id AND score.kind = 'critique'
      JOIN scorer ON scorer.id = score.scorer_id AND scorer.source = 'person'
      GROUP BY score.path_id
    )
    SELECT path.id, path.problem_id, problem.text, path.segments, path.answer, path.answer_rule,
      path.execution_outcome AS execution, path.model IS NOT NULL AS is_models, path.verdict, graded.grade,
      path.id IN (SELECT id FROM wanted) AS meant
    FROM chosen
    JOIN problem ON problem.id = chosen.problem_id
    JOIN path ON path.problem_id = chosen.problem_id AND path.flaw IS NULL AND path.id <= ${last}
    LEFT JOIN graded ON graded.path_id = path.id
    ORDER BY path.problem_id, path.id`;
  const problems: KnownProblem[] = [];
  for (const { problemId, text, ...path } of rows) {
    const current = problems.at(-1);
    if (current?.problemId === problemId) current.paths.push(path);
    else problems.push({ problemId, text, paths: [path] });
  }
  return problems;
}

/** How many problems and paths the filter means. */
export async function countMeant(
  projectId: number,
  filter: PathFilter,
  last: number,
): Promise<{ problems: number; paths: number }> {
  const [row] = await sql()<[{ problems: number; paths: number }]>`
    SELECT count(DISTINCT path.problem_id)::int AS problems, count(*)::int AS paths FROM path
    WHERE ${matching({ projectId }, filter)} AND path.flaw IS NULL AND path.id <= ${last}`;
  return row;
}

/** A judgement with a winner: which of two paths of a problem people prefer. */
export interface Preferred {
  better: number;
  worse: number;
}

export async function preferencesOf(projectId: number, problemIds: readonly number[]): Promise<Preferred[]> {
  return sql()<Preferred[]>`
    SELECT CASE WHEN answer = 'first' THEN first_id ELSE second_id END AS better,
      CASE WHEN answer = 'first' THEN second_id ELSE first_id END AS worse
    FROM judgement JOIN preference_pair AS pair ON pair.id = judgement.pair_id
    WHERE judgement.project_id = ${projectId} AND pair.problem_id = ANY(${[...problemIds]}::int[])
      AND undone_at IS NULL AND answer IN ('first', 'second')
    ORDER BY judgement.created_at, judgement.id`;
}
