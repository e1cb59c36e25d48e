import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { NearProblem, Quality } from "../../contract.ts";
import { CONTAMINATION, type Near } from "../../nearest-texts.ts";
import { solutionAgrees } from "../../solution-agrees.ts";
import { type Compared, findNearest } from "./nearest.ts";

/** What speaks for and against a problem as a seed. `signal` ends the search for near ones when nobody waits any more. */
export async function readQuality(
  scope: ProjectScope,
  id: number,
  signal?: AbortSignal | undefined,
): Promise<Quality> {
  const [problem] = await sql()<(Compared & { answer: string | null; solution: string | null })[]>`
    SELECT id, text, split, version, answer, solution FROM problem
    WHERE id = ${id} AND project_id = ${scope.projectId}`;
  if (!problem) throw notFound("problem");
  const [[paths], search] = await Promise.all([
    sql()<[Pick<Quality, "correctPaths" | "reproducedPaths">]>`
      SELECT count(*)::int AS correct_paths,
        (count(*) FILTER (WHERE execution_outcome = 'reproduced'))::int AS reproduced_paths
      FROM path WHERE problem_id = ${id} AND project_id = ${scope.projectId} AND verdict = 'correct'`,
    findNearest(scope, problem, signal),
  ]);
  const { nearest, across, compared, exact } = search;
  const shown = await readNear(scope, across === null ? nearest : [...nearest, across]);
  return {
    solution: solutionAgrees(problem.solution, problem.answer),
    ...paths,
    nearest: nearest.flatMap((near) => shown(near)),
    compared,
    exact,
    contamination: across === null ? null : (shown(across)[0] ?? null),
    threshold: CONTAMINATION,
  };
}

async function readNear(scope: ProjectScope, near: readonly Near[]) {
  const rows = await sql()<Omit<NearProblem, "score">[]>`
    SELECT id, key, left(text, 400) AS text, split, origin FROM problem
    WHERE project_id = ${scope.projectId} AND id = ANY(${near.map(({ id }) => id)}::int[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  // What was taken away in the meantime isn't shown.
  return ({ id, score }: Near): NearProblem[] => {
    const row = byId.get(id);
    return row ? [{ ...row, score }] : [];
  };
}
