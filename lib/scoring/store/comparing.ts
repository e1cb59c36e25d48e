import { sql } from "#lib/db.ts";
import type { PathFilter, Segment } from "#lib/paths/contract.ts";
import { matching } from "#lib/paths/store/matching.ts";

/** A problem whose paths are compared. */
export interface ComparedProblem {
  id: number;
  problem: string;
  paths: { id: number; segments: Segment[] }[];
}

interface ComparingTask {
  projectId: number;
  scorerId: number;
  filter: PathFilter;
  last: number;
  /** Leaves out problems of which this scorer has scored a path. */
  dueOnly: boolean;
}

const PAGE = 50;

function meant({ projectId, filter, last }: ComparingTask) {
  return sql()`${matching({ projectId }, filter)} AND path.flaw IS NULL AND path.id <= ${last}`;
}

/** Problems with two paths or more that are meant, by id, a page at a time. */
export async function* comparedProblems(
  task: ComparingTask,
): AsyncGenerator<ComparedProblem, void, undefined> {
  for (let after = 0; ; ) {
    const due = task.dueOnly
      ? sql()`AND NOT EXISTS (
          SELECT FROM score JOIN path AS scored ON scored.id = score.path_id
          WHERE scored.problem_id = path.problem_id AND score.scorer_id = ${task.scorerId})`
      : sql()``;
    const page = await sql()<ComparedProblem[]>`
      SELECT problem.id, problem.text AS problem,
        jsonb_agg(jsonb_build_object('id', path.id, 'segments', path.segments) ORDER BY path.id) AS paths
      FROM path JOIN problem ON problem.id = path.problem_id
      WHERE ${meant(task)} AND path.problem_id > ${after} ${due}
      GROUP BY problem.id HAVING count(*) > 1 ORDER BY problem.id LIMIT ${PAGE}`;
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    after = end.id;
  }
}

/** How many problems have something to compare, and how many pairs that is at `perProblem` of each. */
export async function countCompared(
  task: ComparingTask,
  perProblem = 0,
): Promise<{ problems: number; pairs: number }> {
  const [row] = await sql()<[{ problems: number; pairs: number }]>`
    SELECT count(*)::int AS problems, coalesce(sum(least(paths * (paths - 1) / 2, ${perProblem})), 0)::int8 AS pairs
    FROM (SELECT count(*) AS paths FROM path WHERE ${meant(task)} GROUP BY path.problem_id HAVING count(*) > 1) AS problem`;
  return row;
}

/** One pair as it was answered in both orders: 1 the first path, −1 the second, 0 neither; null where it wasn't read. */
export interface ComparedPair {
  first: number;
  second: number;
  firstLeft: number | null;
  firstRight: number | null;
}

export async function writeComparisons(
  owner: { projectId: number; scorerId: number; problemId: number },
  pairs: readonly ComparedPair[],
): Promise<void> {
  const rows = pairs.map(({ first, second, firstLeft, firstRight }) => ({
    first_id: first,
    second_id: second,
    first_left: firstLeft,
    first_right: firstRight,
  }));
  await sql()`
    INSERT INTO comparison (scorer_id, project_id, problem_id, first_id, second_id, first_left, first_right)
    SELECT ${owner.scorerId}, ${owner.projectId}, ${owner.problemId}, row.first_id, row.second_id, row.first_left,
      row.first_right
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row(first_id int, second_id int, first_left int, first_right int)
    ON CONFLICT (scorer_id, first_id, second_id) DO UPDATE
      SET first_left = excluded.first_left, first_right = excluded.first_right`;
}
