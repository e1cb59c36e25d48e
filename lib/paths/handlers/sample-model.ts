import { AppError } from "#lib/errors.ts";
import type { RunHandle } from "#lib/jobs/job.ts";
import type { ModelCaller, PromptText } from "#lib/models/request.ts";
import type { PathKind } from "../contract.ts";
import type { SampleParameters } from "../jobs.ts";
import { fitsShare } from "../sample-budget.ts";
import { type SampleSlot, type Setup, slotsOfModel } from "../sample-slots.ts";
import { planOf, type Sampler } from "../store/sample-plan.ts";
import { type SampleCounts, writeSample } from "../store/write-sample.ts";
import { sampleOne } from "./sample-one.ts";
import type { Problems } from "./sample-problems.ts";

export interface ModelTask {
  run: RunHandle<SampleParameters>;
  setups: readonly Setup[];
  prompts: Record<PathKind, PromptText>;
  caller: ModelCaller;
  sampler: Sampler;
  /** Null: as much as it takes. */
  share: { budget: number; ceiling: number } | null;
  /** Costs of slots that earlier attempts have settled. */
  settled: ReadonlyMap<number, number>;
  problems: Problems;
  counts: SampleCounts;
  report: () => Promise<void>;
}

/** After so many samples in a row without any reply, a model is given up. */
const PATIENCE = 20;

/**
 * Samples one model's slots in order, with a window of them out at a time: the n-th is asked for once the one a window
 * before it is settled.
 */
export async function sampleModel(task: ModelTask): Promise<{ model: string; stopped: string }> {
  const { run, setups, caller, sampler, share, settled } = task;
  const { problems } = await planOf(run.projectId, run.id);
  const window = 2 * caller.endpoint.concurrency;
  const out: Promise<number>[] = [];
  let spent = 0;
  let silent = 0;
  const wait = async (): Promise<void> => {
    const next = out.shift();
    if (next !== undefined) spent += await next;
  };
  let stopped = "done";
  let n = 0;
  for (const slot of slotsOfModel(sampler.id, { problems, setups, k: run.parameters.k })) {
    if (out.length >= window) await wait();
    if (share !== null && !fitsShare(n, spent, { ...share, window })) {
      stopped = "budget";
      break;
    }
    if (silent >= PATIENCE) {
      stopped = "failing";
      break;
    }
    n += 1;
    const known = settled.get(slot.slot);
    const cost =
      known === undefined
        ? sampleSlot(task, slot).then((result) => {
            silent = result.replied ? 0 : silent + 1;
            return result.cost;
          })
        : Promise.resolve(known);
    // A failure is met when its turn comes.
    cost.catch(() => {});
    out.push(cost);
  }
  while (out.length > 0) await wait();
  if (stopped === "failing") {
    const message = `${sampler.name} gave no reply ${PATIENCE} times in a row and wasn't asked any more.`;
    await run.log([{ level: "error", message }]);
  }
  return { model: sampler.name, stopped };
}

/** Asks for a slot's path and writes it; its cost, and whether the model said anything. */
async function sampleSlot(
  { run, setups, prompts, caller, sampler, problems, counts, report }: ModelTask,
  { slot, place, setup: at }: SampleSlot,
): Promise<{ cost: number; replied: boolean }> {
  const setup = setups[at];
  const problem = await problems.at(place);
  if (!setup || !problem || problem.text === null) return { cost: 0, replied: true };
  const { turns, seed } = run.parameters;
  const sampled = await sampleOne(caller, {
    slot,
    setup,
    text: problem.text,
    prompt: prompts[setup.kind],
    turns,
    seed,
    signal: run.signal,
  });
  if (sampled.refused !== null) throw new AppError("unavailable", `${sampler.name}: ${sampled.refused}`);
  const { sample } = sampled;
  const owner = { projectId: run.projectId, runId: run.id };
  const { problemId } = problem;
  const { temperature } = setup;
  const whose = { slot, problemId, endpointId: sampler.id, model: sampler.model, temperature };
  const outcome = await writeSample(owner, { ...whose, ...sample });
  if (outcome !== null) {
    counts[outcome] += 1;
    counts.turns += sample.turns;
  }
  await report();
  return { cost: sample.cost, replied: sample.segments.length > 0 || sample.flaw !== null };
}
