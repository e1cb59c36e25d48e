import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ModelFacet, PathFacets, PathKind, Verdict } from "../contract.ts";
import { hidesModels } from "../model-names.ts";

/** A list to choose from; beyond this many models it is no longer one. */
const MODELS_LIMIT = 200;

interface Counted extends ModelFacet {
  facet: "model" | "kind" | "verdict";
  kind: PathKind | null;
  verdict: Verdict | null;
}

/** Counts by model, kind and verdict, the most frequent first. No models for those who may not see them. */
export async function facetPaths(scope: ProjectScope): Promise<PathFacets> {
  const hidden = hidesModels(scope.role);
  const sets = hidden ? sql()`kind, verdict` : sql()`model, kind, verdict`;
  const facet = hidden
    ? sql()`CASE 0 WHEN grouping(kind) THEN 'kind' ELSE 'verdict' END`
    : sql()`CASE 0 WHEN grouping(model) THEN 'model' WHEN grouping(kind) THEN 'kind' ELSE 'verdict' END`;
  const rows = await sql()<Counted[]>`
    SELECT ${facet} AS facet, ${hidden ? sql()`NULL` : sql()`model`} AS model, kind, verdict,
      count(*)::int AS paths,
      (count(*) FILTER (WHERE path.verdict = 'correct'))::int AS correct,
      (count(*) FILTER (WHERE path.verdict = 'incorrect'))::int AS incorrect,
      (count(*) FILTER (WHERE path.verdict = 'unverifiable'))::int AS unverifiable,
      (count(*) FILTER (WHERE path.verdict = 'error'))::int AS error,
      (count(*) FILTER (WHERE path.verdict IS NULL))::int AS unchecked
    FROM path WHERE project_id = ${scope.projectId}
    GROUP BY GROUPING SETS (${sets})
    ORDER BY facet, paths DESC, model, kind, verdict`;
  const of = (wanted: Counted["facet"]) => rows.filter((row) => row.facet === wanted);
  return {
    models: of("model")
      .slice(0, MODELS_LIMIT)
      .map(({ model, paths, correct, incorrect, unverifiable, error, unchecked }) => ({
        model,
        paths,
        correct,
        incorrect,
        unverifiable,
        error,
        unchecked,
      })),
    kinds: of("kind").flatMap(({ kind, paths }) => (kind === null ? [] : [{ value: kind, count: paths }])),
    verdicts: of("verdict").map(({ verdict, paths }) => ({ value: verdict ?? "unchecked", count: paths })),
  };
}
