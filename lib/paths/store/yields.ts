import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { SetupYield } from "../contract/sampling.ts";

/** What sampling came to, by model, kind and temperature: of one run, or of all. */
export async function sampleYields(scope: ProjectScope, run: number | undefined): Promise<SetupYield[]> {
  const ofRun = run === undefined ? sql()`` : sql()`AND sample.run_id = ${run}`;
  return sql()<SetupYield[]>`
    SELECT sample.model, sample.kind, sample.temperature, count(*)::int AS samples,
      (count(*) FILTER (WHERE outcome = 'created'))::int AS created,
      (count(*) FILTER (WHERE outcome = 'merged'))::int AS merged,
      (count(*) FILTER (WHERE outcome = 'truncated'))::int AS truncated,
      (count(*) FILTER (WHERE outcome = 'refused'))::int AS refused,
      (count(*) FILTER (WHERE outcome = 'failed'))::int AS failed,
      (count(*) FILTER (WHERE path.verdict = 'correct'))::int AS correct,
      count(path.verdict)::int AS checked,
      sum(input_tokens)::float AS input_tokens, sum(output_tokens)::float AS output_tokens, sum(cost) AS cost
    FROM sample LEFT JOIN path ON path.id = sample.path_id
    WHERE sample.project_id = ${scope.projectId} ${ofRun}
    GROUP BY sample.model, sample.kind, sample.temperature
    ORDER BY sample.model, sample.kind, sample.temperature NULLS FIRST`;
}
