import { AppError } from "#lib/errors.ts";
import { handle } from "#lib/jobs/job.ts";
import { applyJob } from "../jobs.ts";
import { needScorer } from "../store/scorer-rows.ts";
import { readWeights } from "../store/training/weights.ts";
import { scoreTrained } from "./score-trained.ts";

/** Scores with a trained scorer: from the first problem each time, since giving a score again changes nothing. */
export const applyHandler = handle(applyJob, async (run) => {
  const { scorer: id, filter, last } = run.parameters;
  const scorer = await needScorer(run.projectId, id);
  const model = await readWeights(run.projectId, id);
  if (!model) throw new AppError("not_found", "This scorer has been removed. Train another one.");
  return { scored: await scoreTrained(run, { scorer, model, filter, last }, { after: 0, scored: 0 }) };
});
