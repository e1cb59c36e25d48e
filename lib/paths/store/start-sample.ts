import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import { newestVersion } from "#lib/models/store/prompt-sets.ts";
import { matching } from "#lib/problems/store/matching.ts";
import type { SampleRequest } from "../contract/sampling.ts";
import { sampleJob } from "../jobs.ts";
import { setupsOf } from "../sample-slots.ts";

/** So many samples and more are no run but a mistake. */
const MOST_SAMPLES = 10_000_000;

/** The problems that a request is about, on `problem`. */
function asked({ projectId }: ProjectScope, { filter, problems }: SampleRequest) {
  const named = problems === null ? sql()`` : sql()`AND problem.id = ANY(${problems}::int[])`;
  return sql()`${matching({ projectId }, filter)} ${named}`;
}

/** How many problems and samples a request comes to. AppError where it can't work. */
export async function measureSample(
  scope: ProjectScope,
  request: SampleRequest,
): Promise<{ problems: number; samples: number }> {
  for (const model of new Set(request.models))
    await needModel(scope, model, { use: "sampler", field: "models" });
  const [{ problems }] = await sql()<[{ problems: number }]>`
    SELECT count(*)::int AS problems FROM problem WHERE ${asked(scope, request)}`;
  return { problems, samples: problems * setupsOf(request).length * request.k };
}

/** Starts a sampling run, with all settled that could change while it goes on. AppError where it can't work. */
export async function startSample(scope: ProjectScope, request: SampleRequest): Promise<Run> {
  const { problems, samples } = await measureSample(scope, request);
  if (problems === 0) {
    throw new AppError("conflict", "No problem matches. Choose others, or clear the filter.", {
      field: "filter",
    });
  }
  if (samples > MOST_SAMPLES) {
    const message = `${samples.toLocaleString("en")} samples are more than one run takes (${MOST_SAMPLES.toLocaleString("en")}). Choose fewer problems or setups, or a smaller k.`;
    throw new AppError("invalid_input", message, { field: "k" });
  }
  const prompts = {
    "sample-cot": await newestVersion(scope.projectId, "sample-cot"),
    "sample-pot": await newestVersion(scope.projectId, "sample-pot"),
    "sample-mixed": await newestVersion(scope.projectId, "sample-mixed"),
  };
  return sql().begin(async (tx) => {
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    const run = await startRun(tx, owner, sampleJob, { ...request, prompts });
    await settleProblems(tx, scope, request, run.id);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'paths.sample', ${`run ${run.id}`},
        ${JSON.stringify({ samples, models: request.models, budget: request.budget })}::jsonb)`;
    return run;
  });
}

async function settleProblems(
  tx: SqlTransaction,
  scope: ProjectScope,
  request: SampleRequest,
  runId: number,
): Promise<void> {
  await tx`
    INSERT INTO run_problem (run_id, place, problem_id)
    SELECT ${runId}, row_number() OVER (ORDER BY problem.id) - 1, problem.id FROM problem
    WHERE ${asked(scope, request)} ORDER BY problem.id`;
}
