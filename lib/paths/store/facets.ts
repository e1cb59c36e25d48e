import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ExecutionOutcome, ModelFacet, PathFacets, PathKind, Verdict } from "../contract.ts";
import { hidesModels } from "../model-names.ts";

/** A list to choose from; beyond this many models it is no longer one. */
const MODELS_LIMIT = 200;

interface Counted extends ModelFacet {
  facet: "model" | "kind" | "verdict" | "execution";
  kind: PathKind | null;
  verdict: Verdict | null;
  execution: ExecutionOutcome | null;
  wrongSteps: number;
}

/** Counts by model, kind, verdict and execution, the most frequent first. No models for those who may not see them. */
export async function facetPaths(scope: ProjectScope): Promise<PathFacets> {
  const hidden = hidesModels(scope.role);
  const model = hidden ? sql()`` : sql()`model,`;
  const isModel = hidden ? sql()`` : sql()`WHEN grouping(model) THEN 'model'`;
  const rows = await sql()<Counted[]>`
    SELECT CASE 0 ${isModel} WHEN grouping(kind) THEN 'kind' WHEN grouping(verdict) THEN 'verdict' ELSE 'execution' END AS facet,
      ${hidden ? sql()`NULL` : sql()`model`} AS model, kind, verdict, execution_outcome AS execution,
      count(*)::int AS paths,
      (count(*) FILTER (WHERE path.verdict = 'correct'))::int AS correct,
      (count(*) FILTER (WHERE path.verdict = 'incorrect'))::int AS incorrect,
      (count(*) FILTER (WHERE path.verdict = 'unverifiable'))::int AS unverifiable,
      (count(*) FILTER (WHERE path.verdict = 'error'))::int AS error,
      (count(*) FILTER (WHERE path.verdict IS NULL))::int AS unchecked,
      (count(*) FILTER (WHERE wrong_steps > 0))::int AS wrong_steps
    FROM path WHERE project_id = ${scope.projectId}
    GROUP BY GROUPING SETS (${model} kind, verdict, execution_outcome)
    ORDER BY facet, paths DESC, model, kind, verdict, execution`;
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
    executions: of("execution").flatMap(({ execution, paths }) =>
      execution === null ? [] : [{ value: execution, count: paths }],
    ),
    wrongSteps: of("verdict").reduce((sum, { wrongSteps }) => sum + wrongSteps, 0),
  };
}
