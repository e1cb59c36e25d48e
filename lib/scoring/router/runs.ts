import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { scoringRunsContract } from "../contract/runs.ts";
import { scoringBasis } from "../store/basis.ts";
import { startJudged } from "../store/start-judged.ts";
import { startApply, startTrain } from "../store/start-train.ts";

const os = implement(scoringRunsContract).$context<Context>().use(inProject);

export const scoringRunsRouter = os.router({
  basis: os.basis.handler(({ context, input }) => scoringBasis(context.scope, input)),
  judged: os.judged.handler(({ context, input }) => startJudged(context.scope, input)),
  train: os.train.handler(({ context, input }) => startTrain(context.scope, input)),
  apply: os.apply.handler(({ context, input }) => startApply(context.scope, input)),
});
