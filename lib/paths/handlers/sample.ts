import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { handle, type RunHandle } from "#lib/jobs/job.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { openCaller } from "#lib/models/caller.ts";
import type { ModelCaller, PromptText } from "#lib/models/request.ts";
import { promptOf } from "#lib/models/store/prompt-sets.ts";
import type { SamplePurpose } from "../contract/sampling.ts";
import type { PathKind } from "../contract.ts";
import { type SampleParameters, sampleJob, verifyJob } from "../jobs.ts";
import { sharesOf } from "../sample-budget.ts";
import { SAMPLE_PROMPTS } from "../sample-prompts.ts";
import { type Setup, setupsOf, slotsOfModel } from "../sample-slots.ts";
import { planOf, samplersOf } from "../store/sample-plan.ts";
import { type SampleCounts, sampleCounts, settledSlots } from "../store/write-sample.ts";
import { sampleModel } from "./sample-model.ts";
import { ceilingOfSample } from "./sample-one.ts";
import { openProblems } from "./sample-problems.ts";

type SampleRun = RunHandle<SampleParameters>;

/**
 * Samples paths: each model goes through its own samples in order, at its own pace. A sample is written with its path in
 * one transaction and its calls are recorded before they are made, so a run that is killed goes on with what is
 * missing and pays for nothing twice.
 */
export const sampleHandler = handle(sampleJob, async (run) => {
  const setups = setupsOf(run.parameters);
  const plan = await planOf(run.projectId, run.id);
  const samplers = await samplersOf(run.projectId, run.parameters.models);
  const prompts = await promptsOf(run);
  const callers = new Map<number, ModelCaller>();
  for (const { model } of setups) {
    if (!callers.has(model)) callers.set(model, await openCaller(run, model));
  }
  const shares = sharesOfRun(run, setups, callers, prompts, plan);
  const settled = await settledSlots(run.id);
  const counts = await sampleCounts(run.id);
  const total = plan.problems * setups.length * run.parameters.k;
  const report = () => progress(run, { done: doneOf(counts), total }, counts, [...callers.values()]);
  await report();

  const problems = openProblems(run.projectId, run.id);
  try {
    const ends = await Promise.all(
      [...callers].map(([model, caller]) => {
        const sampler = samplers.get(model);
        if (!sampler) throw new AppError("not_found", "A model of this run has been removed.");
        const share = shares?.get(model) ?? null;
        const slots = slotsOfModel(model, { problems: plan.problems, setups, k: run.parameters.k });
        return sampleModel({
          run,
          setups,
          slots,
          prompts,
          caller,
          sampler,
          share,
          settled,
          problems,
          counts,
          report,
        });
      }),
    );
    await report();
    return await finish(run, counts, ends, [...callers.values()]);
  } finally {
    await Promise.all([...callers.values()].map((caller) => caller.settle()));
  }
});

/** Ends the run, and in the same transaction starts the verifying of what it brought. */
async function finish(
  run: SampleRun,
  counts: SampleCounts,
  ends: readonly { model: string; stopped: string }[],
  callers: readonly ModelCaller[],
): Promise<undefined> {
  const stopped = Object.fromEntries(ends.map(({ model, stopped }) => [model, stopped]));
  const cost = callers.reduce((sum, caller) => sum + caller.spent().cost, 0);
  await sql().begin(async (tx) => {
    await run.commit(tx, { ...counts, costMicros: Math.round(cost * 1e6), stopped });
    if (!run.parameters.verify) return;
    const owner = { projectId: run.projectId, createdById: run.createdById };
    await startRun(tx, owner, verifyJob, { filter: { run: run.id }, again: false });
  });
  return undefined;
}

async function promptsOf(run: SampleRun): Promise<Record<PathKind, PromptText>> {
  const of = (purpose: SamplePurpose) =>
    promptOf(run.projectId, SAMPLE_PROMPTS, purpose, run.parameters.prompts[purpose]);
  return { cot: await of("sample-cot"), pot: await of("sample-pot"), mixed: await of("sample-mixed") };
}

/** Each model's part of the budget, with what a sample of it can cost; null where there is no budget. */
function sharesOfRun(
  { parameters }: SampleRun,
  setups: readonly Setup[],
  callers: ReadonlyMap<number, ModelCaller>,
  prompts: Record<PathKind, PromptText>,
  { problems, longest }: { problems: number; longest: number },
) {
  if (parameters.budget === null) return null;
  const models = [...callers].map(([id, caller]) => {
    const own = setups.filter(({ model }) => model === id);
    const ceilings = own.map(({ kind }) =>
      ceilingOfSample(caller, prompts[kind], kind, longest, parameters.turns),
    );
    return { id, ceiling: Math.max(...ceilings), samples: problems * own.length * parameters.k };
  });
  const budgets = sharesOf(parameters.budget, models);
  return new Map(models.map(({ id, ceiling }) => [id, { budget: budgets.get(id) ?? 0, ceiling }]));
}

function doneOf({ created, merged, truncated, refused, failed }: SampleCounts): number {
  return created + merged + truncated + refused + failed;
}

async function progress(
  run: SampleRun,
  far: { done: number; total: number },
  counts: SampleCounts,
  callers: readonly ModelCaller[],
): Promise<void> {
  const spent = callers.map((caller) => caller.spent());
  const sum = (of: (one: (typeof spent)[number]) => number) => spent.reduce((all, one) => all + of(one), 0);
  await run.progress({
    ...far,
    counts: {
      ...counts,
      requests: sum(({ calls }) => calls),
      inputTokens: sum(({ inputTokens }) => inputTokens),
      outputTokens: sum(({ outputTokens }) => outputTokens),
      costMicros: Math.round(sum(({ cost }) => cost) * 1e6),
      lost: sum(({ lost }) => lost),
    },
  });
}
