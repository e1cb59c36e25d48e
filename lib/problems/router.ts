import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { problemsContract } from "./contract.ts";
import { facetProblems } from "./store/facets.ts";
import { getProblem } from "./store/get.ts";
import { listProblems } from "./store/list.ts";

const os = implement(problemsContract).$context<Context>().use(inProject);

export const problemsRouter = os.router({
  list: os.list.handler(({ context, input }) => listProblems(context.scope, input)),
  facets: os.facets.handler(({ context }) => facetProblems(context.scope)),
  get: os.get.handler(({ context, input }) => getProblem(context.scope, input.problem)),
});
