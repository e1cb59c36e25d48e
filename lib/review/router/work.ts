import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { workContract } from "../contract/work.ts";
import { answerUnit } from "../store/answer.ts";
import { keepDraft, releaseUnits } from "../store/draft.ts";
import { findQueue } from "../store/find-queue.ts";
import { readProgress } from "../store/progress.ts";
import { problemRemarks } from "../store/remarks.ts";
import { nextUnits } from "../store/take.ts";
import { undo } from "../store/undo.ts";
import { workQueues } from "../store/work-queues.ts";

const os = implement(workContract).$context<Context>().use(inProject);

export const workRouter = os.router({
  queues: os.queues.handler(({ context }) => workQueues(context.scope)),
  next: os.next.handler(({ context, input }) => nextUnits(context.scope, input)),
  answer: os.answer.handler(({ context, input }) => answerUnit(context.scope, input)),
  undo: os.undo.handler(({ context, input }) => undo(context.scope, input)),
  draft: os.draft.handler(({ context, input }) => keepDraft(context.scope, input)),
  release: os.release.handler(({ context, input }) => releaseUnits(context.scope, input.queue)),
  progress: os.progress.handler(async ({ context, input }) =>
    readProgress(context.scope, await findQueue(context.scope, input.queue)),
  ),
  remarks: os.remarks.handler(({ context, input }) => problemRemarks(context.scope, input.problem)),
});
