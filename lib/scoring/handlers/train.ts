import { setImmediate } from "node:timers/promises";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { handle, type RunHandle } from "#lib/jobs/job.ts";
import { type TrainParameters, trainJob } from "../jobs.ts";
import { needScorer } from "../store/scorer-rows.ts";
import { readWeights, scoredSoFar, writeWeights } from "../store/training/weights.ts";
import { tooFewLabels } from "../trained/labels.ts";
import { reportOf } from "../trained/report.ts";
import { TRAINING_STEPS, type TrainedModel, trainCritique, trainReward } from "../trained/train.ts";
import { scoreTrained } from "./score-trained.ts";
import { MOST_PATHS, trainingRows } from "./training-rows.ts";

type TrainRun = RunHandle<TrainParameters>;

/**
 * Trains a scorer, measures it on held-out problems, and scores with it. What was learnt is written before the first
 * score, so a run that is killed goes on with the same weights.
 */
export const trainHandler = handle(trainJob, async (run) => {
  const { scorerId, filter, last } = run.parameters;
  const scorer = await needScorer(run.projectId, scorerId);
  const model = (await readWeights(run.projectId, scorerId)) ?? (await learn(run));
  const { last: after, paths: scored } = await scoredSoFar(scorerId);
  const done = await scoreTrained(run, { scorer, model, filter, last }, { after, scored });
  return { scored: done };
});

async function learn(run: TrainRun): Promise<TrainedModel> {
  const { kind, labels, scorerId } = run.parameters;
  const rest = async () => {
    await setImmediate();
    await run.progress({});
  };
  const { train, heldOut, preferred, share } = await trainingRows(run.projectId, run.parameters, rest);
  const labelled = train.filter(({ weight }) => weight > 0);
  const good = labelled.filter(({ label }) => label >= 0.5).length;
  const fault = tooFewLabels(kind, { good, bad: labelled.length - good, pairs: preferred.length });
  if (fault !== null) throw new AppError("conflict", fault);
  if (share < 1) {
    const message = `Of its problems, ${(100 * share).toFixed(1)} % were learnt from, a seeded choice: ${MOST_PATHS.toLocaleString("en")} paths are enough and as many as are held at once.`;
    await run.log([{ level: "info", message }]);
  }
  const training = kind === "critique" ? trainCritique(labelled) : trainReward(train, preferred);
  const model = await rested(training, run);
  const measured = heldOut.filter(({ weight }) => weight > 0);
  const report = reportOf(model, { train: labelled, heldOut: measured }, labels);
  await sql().begin((tx) => writeWeights(tx, scorerId, model, report));
  return model;
}

/** Lets others have their turn between the steps of a training, and hears of it when the run is stopped. */
async function rested(training: Generator<undefined, TrainedModel>, run: TrainRun): Promise<TrainedModel> {
  for (let done = 0; ; done += 1) {
    const step = training.next();
    if (step.done) return step.value;
    await setImmediate();
    await run.progress({ done, total: TRAINING_STEPS });
  }
}
