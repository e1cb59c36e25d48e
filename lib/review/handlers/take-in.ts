import type { Handler } from "#lib/jobs/job.ts";
import { takeIn } from "../store/take-in.ts";

/** The same work, and when it is over, stopped or not, the pairs that it brought go into the queues that take them in. */
export function takesIn(handler: Handler): Handler {
  return {
    kind: handler.kind,
    async work(run) {
      try {
        return await handler.work(run);
      } finally {
        await takeIn(run.projectId, run.createdById);
      }
    },
  };
}
