import { implement } from "@orpc/server";
import { gradeOf } from "#lib/answers/grade.ts";
import { guard, inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { decideSolutions } from "#lib/python/decide.ts";
import { sandbox } from "#lib/python/process-sandbox.ts";
import { pathsContract } from "./contract.ts";
import { readAgreement } from "./store/agreement.ts";
import { createPath } from "./store/create.ts";
import { facetPaths } from "./store/facets.ts";
import { getPath } from "./store/get.ts";
import { listPaths } from "./store/list.ts";
import { startCheck } from "./store/request-check.ts";
import { startVerify } from "./store/request-verify.ts";

/** A call waits no longer than this for SymPy. */
const GRADE_MILLISECONDS = 60_000;

const os = implement(pathsContract).$context<Context>();
const installation = os.use(guard);
const project = os.use(inProject);

export const pathsRouter = os.router({
  list: project.list.handler(({ context, input }) => listPaths(context.scope, input)),
  facets: project.facets.handler(({ context }) => facetPaths(context.scope)),
  get: project.get.handler(({ context, input }) => getPath(context.scope, input.path)),
  check: project.check.handler(({ context, input }) => startCheck(context.scope, input.scope)),
  verify: project.verify.handler(({ context, input }) => startVerify(context.scope, input)),
  create: project.create.handler(({ context, input }) => createPath(context.scope, input)),
  agreement: project.agreement.handler(({ context, input }) => readAgreement(context.scope, input.problem)),
  grade: installation.grade.handler(async ({ input, signal }) => {
    const pairs = input.pairs.map(({ gold, pred }) => ({ reference: gold, prediction: pred }));
    return (await decideSolutions(sandbox, pairs, signal, GRADE_MILLISECONDS)).map(gradeOf);
  }),
});
