import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { binContract } from "../contract/bin.ts";
import { listBin } from "../store/bin/list.ts";
import { purgeProblem } from "../store/bin/purge.ts";
import { restoreProblem } from "../store/bin/restore.ts";

const os = implement(binContract).$context<Context>().use(inProject);

export const binRouter = os.router({
  list: os.list.handler(({ context, input }) => listBin(context.scope, input)),
  restore: os.restore.handler(({ context, input }) => restoreProblem(context.scope, input.problem)),
  purge: os.purge.handler(({ context, input }) => purgeProblem(context.scope, input.problem)),
});
