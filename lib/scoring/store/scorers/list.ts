import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Scorer } from "../../contract/scorers.ts";

const columns = () => sql()`
  scorer.id, scorer.name, title, version, scorer.kind, source, scorer.run_id, settings, scorer.created_at,
  (SELECT name FROM "user" WHERE "user".id = scorer.created_by_id) AS by,
  (SELECT name FROM model_endpoint WHERE model_endpoint.id = scorer.endpoint_id) AS model`;

/** Scorers, newest first, and after them those whose scores came with files. */
export async function listScorers(scope: ProjectScope): Promise<Scorer[]> {
  const { projectId } = scope;
  const [own, imported] = await Promise.all([
    sql()<Scorer[]>`
      SELECT ${columns()}, coalesce(given.paths, 0)::int AS paths, coalesce(given.problems, 0)::int AS problems
      FROM scorer
      LEFT JOIN (
        SELECT scorer_id, count(path_id) AS paths, count(problem_id) AS problems FROM score
        WHERE project_id = ${projectId} AND scorer_id IS NOT NULL GROUP BY scorer_id
      ) AS given ON given.scorer_id = scorer.id
      WHERE project_id = ${projectId} ORDER BY scorer.id DESC`,
    sql()<Pick<Scorer, "name" | "kind" | "paths" | "problems">[]>`
      SELECT scorer AS name, kind, count(path_id)::int AS paths, count(problem_id)::int AS problems FROM score
      WHERE project_id = ${projectId} AND scorer_id IS NULL GROUP BY scorer, kind ORDER BY scorer, kind`,
  ]);
  return [...own, ...imported.map(fromFile)];
}

function fromFile({
  name,
  kind,
  paths,
  problems,
}: Pick<Scorer, "name" | "kind" | "paths" | "problems">): Scorer {
  const unknown = { id: null, runId: null, model: null, by: null, createdAt: null, settings: {} };
  return { ...unknown, name, title: name, version: 1, kind, source: "imported", paths, problems };
}

/** One scorer with its counts, its report as it was written, and its bare settings; null where the project has none. */
export async function findFullScorer(
  scope: ProjectScope,
  id: number,
): Promise<(Scorer & { report: unknown }) | null> {
  const [row] = await sql()<(Scorer & { report: unknown })[]>`
    SELECT ${columns()}, report,
      (SELECT count(path_id)::int FROM score WHERE scorer_id = scorer.id) AS paths,
      (SELECT count(problem_id)::int FROM score WHERE scorer_id = scorer.id) AS problems
    FROM scorer WHERE id = ${id} AND project_id = ${scope.projectId}`;
  return row ?? null;
}
