import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { problemsContract } from "./contract.ts";
import { createProblem } from "./store/create.ts";
import { facetProblems } from "./store/facets.ts";
import { getProblem } from "./store/get.ts";
import { listProblems } from "./store/list.ts";
import { readQuality } from "./store/quality/read.ts";
import { removeProblem } from "./store/remove.ts";
import { suggestSubdomains } from "./store/suggest.ts";
import { updateProblem } from "./store/update.ts";

const os = implement(problemsContract).$context<Context>().use(inProject);

export const problemsRouter = os.router({
  list: os.list.handler(({ context, input }) => listProblems(context.scope, input)),
  facets: os.facets.handler(({ context }) => facetProblems(context.scope)),
  get: os.get.handler(({ context, input }) => getProblem(context.scope, input.problem)),
  create: os.create.handler(({ context, input }) => createProblem(context.scope, input)),
  update: os.update.handler(({ context, input }) => updateProblem(context.scope, input)),
  remove: os.remove.handler(({ context, input }) => removeProblem(context.scope, input.problem)),
  quality: os.quality.handler(({ context, input, signal }) =>
    readQuality(context.scope, input.problem, signal),
  ),
  suggest: os.suggest.handler(({ context, input }) => suggestSubdomains(context.scope, input.text)),
});
