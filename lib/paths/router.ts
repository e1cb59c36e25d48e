import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { pathsContract } from "./contract.ts";
import { facetPaths } from "./store/facets.ts";
import { getPath } from "./store/get.ts";
import { listPaths } from "./store/list.ts";
import { startCheck } from "./store/request-check.ts";

const os = implement(pathsContract).$context<Context>().use(inProject);

export const pathsRouter = os.router({
  list: os.list.handler(({ context, input }) => listPaths(context.scope, input)),
  facets: os.facets.handler(({ context }) => facetPaths(context.scope)),
  get: os.get.handler(({ context, input }) => getPath(context.scope, input.path)),
  check: os.check.handler(({ context, input }) => startCheck(context.scope, input.scope)),
});
