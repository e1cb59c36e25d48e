import { sql } from "#lib/db.ts";

/** A problem of a sampling run, as it is asked. */
export interface SampledProblem {
  place: number;
  problemId: number;
  /** Null where it isn't in the project any more. */
  text: string | null;
}

/** Problems of a run from a place on, in order. */
export async function sampledProblems(
  projectId: number,
  runId: number,
  { from, size }: { from: number; size: number },
): Promise<SampledProblem[]> {
  return sql()<SampledProblem[]>`
    SELECT run_problem.place, run_problem.problem_id, problem.text
    FROM run_problem
    LEFT JOIN problem ON problem.id = run_problem.problem_id AND problem.project_id = ${projectId}
    WHERE run_id = ${runId} AND place >= ${from} AND place < ${from + size}
    ORDER BY place`;
}

/** How many problems a run has, and the bytes of the longest. */
export async function planOf(
  projectId: number,
  runId: number,
): Promise<{ problems: number; longest: number }> {
  const [row] = await sql()<[{ problems: number; longest: number }]>`
    SELECT count(*)::int AS problems, coalesce(max(octet_length(problem.text)), 0)::int AS longest
    FROM run_problem
    LEFT JOIN problem ON problem.id = run_problem.problem_id AND problem.project_id = ${projectId}
    WHERE run_id = ${runId}`;
  return row;
}

/** An endpoint that samples. */
export interface Sampler {
  id: number;
  name: string;
  model: string;
}

/** Endpoints by id; those that are gone are missing. */
export async function samplersOf(projectId: number, ids: readonly number[]): Promise<Map<number, Sampler>> {
  const rows = await sql()<Sampler[]>`
    SELECT id, name, model FROM model_endpoint
    WHERE project_id = ${projectId} AND id = ANY(${[...ids]}::int[]) AND removed_at IS NULL`;
  return new Map(rows.map((row) => [row.id, row]));
}
