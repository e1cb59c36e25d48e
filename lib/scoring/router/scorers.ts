import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { scorersContract } from "../contract/scorers.ts";
import { gradePath } from "../store/grade.ts";
import { getScorer } from "../store/scorers/get.ts";
import { listScorers } from "../store/scorers/list.ts";
import { removeScorer } from "../store/scorers/remove.ts";
import { scoresOfPath, scoresOfProblem } from "../store/scores-of.ts";

const os = implement(scorersContract).$context<Context>().use(inProject);

export const scorersRouter = os.router({
  list: os.list.handler(({ context }) => listScorers(context.scope)),
  get: os.get.handler(({ context, input }) => getScorer(context.scope, input.scorer)),
  remove: os.remove.handler(async ({ context, input }) => ({
    scores: await removeScorer(context.scope, input.scorer),
  })),
  ofPath: os.ofPath.handler(({ context, input }) => scoresOfPath(context.scope, input.path)),
  ofProblem: os.ofProblem.handler(({ context, input }) => scoresOfProblem(context.scope, input.problem)),
  grade: os.grade.handler(async ({ context, input }) => {
    await gradePath(context.scope, input);
    return scoresOfPath(context.scope, input.path);
  }),
});
