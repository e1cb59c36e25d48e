import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { lastProblem } from "#lib/instructions/store/known-texts.ts";
import { matching } from "#lib/paths/store/matching.ts";
import type { ScoringEstimate, ThoughtOfRun } from "../contract/runs.ts";
import { countCompared } from "./comparing.ts";
import { lastPath } from "./last-path.ts";
import { countSubjects } from "./subjects.ts";

/** What a rubric or the words around two paths are at most, in bytes. */
const PROMPT_BYTES = 4000;
/** Paths whose length stands for all. */
const MEASURED = 2000;
const KNOWN_CALLS = 1000;

/** What a run that asks a model would take: a token is reckoned a byte, so the ceiling is a generous one. */
export async function estimateScoring(
  scope: ProjectScope,
  { model, run }: { model: number; run: ThoughtOfRun },
): Promise<ScoringEstimate> {
  const { projectId } = scope;
  const [endpoint] = await sql()<{ inputPrice: number; outputPrice: number; maxTokens: number }[]>`
    SELECT input_price, output_price, coalesce((parameters->>'maxTokens')::int, 2048) AS max_tokens
    FROM model_endpoint WHERE id = ${model} AND project_id = ${projectId} AND removed_at IS NULL`;
  if (!endpoint) throw notFound("model");
  const { subjects, calls } = await extentOf(scope, run);
  const { problem, path } = await lengths(scope, run);
  const inputBytes =
    run.kind === "compare"
      ? PROMPT_BYTES + problem + 2 * path
      : problem + (run.subject === "paths" ? path : 0) + (run.kind === "critique" ? PROMPT_BYTES : 0);
  const outputTokens = run.kind === "reward" ? 0 : endpoint.maxTokens;
  const most = (calls * (inputBytes * endpoint.inputPrice + outputTokens * endpoint.outputPrice)) / 1e6;
  const known = await meanCost(scope, model, run.kind);
  const within = (cost: number) => (run.budget === null ? cost : Math.min(cost, run.budget));
  return { subjects, calls, ceiling: within(most), expected: known === null ? null : within(known * calls) };
}

async function extentOf(
  { projectId }: ProjectScope,
  run: ThoughtOfRun,
): Promise<{ subjects: number; calls: number }> {
  if (run.kind === "compare") {
    const { filter, perProblem } = run;
    const task = { projectId, scorerId: 0, filter, last: await lastPath(projectId), dueOnly: false };
    const { problems, pairs } = await countCompared(task, perProblem);
    return { subjects: problems, calls: 2 * pairs };
  }
  const { subject, filter, problems } = run;
  const last = subject === "paths" ? await lastPath(projectId) : await lastProblem(projectId);
  const task = { projectId, scorerId: 0, subject, filter, problems, last, dueOnly: false };
  const subjects = await countSubjects(task);
  return { subjects, calls: subjects * (run.kind === "critique" ? run.repeats : 1) };
}

/** Mean bytes of a problem, and of a path that is meant. */
async function lengths(
  { projectId }: ProjectScope,
  run: ThoughtOfRun,
): Promise<{ problem: number; path: number }> {
  const [row] = await sql()<[{ problem: number; path: number }]>`
    SELECT
      (SELECT coalesce(avg(octet_length(text)), 0)::float FROM (
        SELECT text FROM problem WHERE project_id = ${projectId} LIMIT ${MEASURED}) AS few) AS problem,
      (SELECT coalesce(avg(octet_length(segments::text)), 0)::float FROM (
        SELECT segments FROM path WHERE ${matching({ projectId }, run.filter)} LIMIT ${MEASURED}) AS few) AS path`;
  return row;
}

/** What a call of this model cost in earlier runs of this kind, on the mean; null where there was none. */
async function meanCost(
  { projectId }: ProjectScope,
  model: number,
  kind: ThoughtOfRun["kind"],
): Promise<number | null> {
  const [row] = await sql()<[{ cost: number | null }]>`
    SELECT avg(cost)::float AS cost FROM (
      SELECT call.cost FROM model_call AS call JOIN run ON run.id = call.run_id
      WHERE call.endpoint_id = ${model} AND run.project_id = ${projectId} AND run.kind = ${kind}
        AND call.state = 'answered'
      ORDER BY call.id DESC LIMIT ${KNOWN_CALLS}) AS latest`;
  return row.cost;
}
