import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { reviewContract } from "./contract.ts";
import { judge } from "./store/judge.ts";
import { nextUnits } from "./store/next.ts";
import { readProgress } from "./store/progress.ts";
import { undo } from "./store/undo.ts";

const os = implement(reviewContract).$context<Context>().use(inProject);

export const reviewRouter = os.router({
  next: os.next.handler(({ context, input }) => nextUnits(context.scope, input)),
  judge: os.judge.handler(async ({ context, input }) => ({ progress: await judge(context.scope, input) })),
  undo: os.undo.handler(({ context, input }) => undo(context.scope, input)),
  progress: os.progress.handler(({ context }) => readProgress(context.scope)),
});
