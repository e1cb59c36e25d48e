import { AppError } from "#lib/errors.ts";
import type { RunHandle } from "#lib/jobs/job.ts";
import { askInOrder } from "#lib/models/ask-in-order.ts";
import type { ModelCaller, PromptText } from "#lib/models/request.ts";
import type { PathKind } from "../contract.ts";
import type { SampleParameters } from "../jobs.ts";
import type { SampleSlot, Setup } from "../sample-slots.ts";
import type { Sampler } from "../store/sample-plan.ts";
import { type SampleCounts, writeSample } from "../store/write-sample.ts";
import { sampleOne } from "./sample-one.ts";
import type { Problems } from "./sample-problems.ts";

export interface ModelTask {
  run: RunHandle<SampleParameters>;
  setups: readonly Setup[];
  /** The model's own, in their order. */
  slots: Iterable<SampleSlot>;
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

/** Samples one model's slots in order; a model that says nothing any more is given up. */
export async function sampleModel(task: ModelTask): Promise<{ model: string; stopped: string }> {
  const { run, slots, caller, sampler, share, settled } = task;
  let silent = 0;
  const limits = {
    window: 2 * caller.endpoint.concurrency,
    budget: share?.budget ?? null,
    ceiling: share?.ceiling ?? 0,
    isFailing: () => silent >= PATIENCE,
  };
  const stopped = await askInOrder(slots, limits, async (slot) => {
    const known = settled.get(slot.slot);
    if (known !== undefined) return known;
    const { cost, replied } = await sampleSlot(task, slot);
    silent = replied ? 0 : silent + 1;
    return cost;
  });
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
