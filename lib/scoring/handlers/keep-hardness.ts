import { sql } from "#lib/db.ts";
import type { Handler } from "#lib/jobs/job.ts";
import { refreshHardness } from "../store/hard/refresh.ts";

/**
 * The same work, and when it is over, stopped or not, the hard samples are counted anew: for runs that bring paths,
 * verdicts or critiques.
 */
export function keepHardness(handler: Handler): Handler {
  return {
    kind: handler.kind,
    async work(run) {
      try {
        return await handler.work(run);
      } finally {
        await sql().begin((tx) => refreshHardness(tx, run.projectId, run.id));
      }
    },
  };
}
