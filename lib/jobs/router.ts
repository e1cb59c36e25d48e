import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { runsContract } from "./contract.ts";
import { cancelRun } from "./store/cancel.ts";
import { pauseRun, resumeRun } from "./store/pause.ts";
import { getRun, listRuns, readRunLog } from "./store/read.ts";

const os = implement(runsContract).$context<Context>().use(inProject);

export const runsRouter = os.router({
  list: os.list.handler(({ context, input }) => listRuns(context.scope, input)),
  get: os.get.handler(({ context, input }) => getRun(context.scope, input.run)),
  log: os.log.handler(({ context, input }) => readRunLog(context.scope, input)),
  cancel: os.cancel.handler(({ context, input }) => cancelRun(context.scope, input.run)),
  pause: os.pause.handler(({ context, input }) => pauseRun(context.scope, input.run)),
  resume: os.resume.handler(({ context, input }) => resumeRun(context.scope, input.run)),
});
