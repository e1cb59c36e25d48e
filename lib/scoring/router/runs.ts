import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { promptSets, saveNextPrompt } from "#lib/models/store/prompt-sets.ts";
import { scoringRunsContract } from "../contract/runs.ts";
import { SCORE_PROMPTS } from "../score-prompts.ts";
import { scoringBasis } from "../store/basis.ts";
import { estimateScoring } from "../store/estimate-scoring.ts";
import { previewScorePrompt } from "../store/score-prompts.ts";
import { startCompare } from "../store/start-compare.ts";
import { startCritique } from "../store/start-critique.ts";
import { startJudged } from "../store/start-judged.ts";
import { startReward } from "../store/start-reward.ts";
import { startApply, startTrain } from "../store/start-train.ts";

const os = implement(scoringRunsContract).$context<Context>().use(inProject);

export const scoringRunsRouter = os.router({
  basis: os.basis.handler(({ context, input }) => scoringBasis(context.scope, input)),
  critique: os.critique.handler(({ context, input }) => startCritique(context.scope, input)),
  reward: os.reward.handler(({ context, input }) => startReward(context.scope, input)),
  estimate: os.estimate.handler(({ context, input }) => estimateScoring(context.scope, input)),
  compare: os.compare.handler(({ context, input }) => startCompare(context.scope, input)),
  judged: os.judged.handler(({ context, input }) => startJudged(context.scope, input)),
  train: os.train.handler(({ context, input }) => startTrain(context.scope, input)),
  apply: os.apply.handler(({ context, input }) => startApply(context.scope, input)),
  prompts: os.prompts.handler(({ context }) => promptSets(context.scope, SCORE_PROMPTS)),
  savePrompt: os.savePrompt.handler(({ context, input }) =>
    saveNextPrompt(context.scope, SCORE_PROMPTS, input),
  ),
  previewPrompt: os.previewPrompt.handler(({ context, input }) => previewScorePrompt(context.scope, input)),
});
