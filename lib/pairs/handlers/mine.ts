import { handle } from "#lib/jobs/job.ts";
import { mineJob } from "../jobs.ts";
import { analysePairs, countMinable, mineBatch } from "../store/mine.ts";

const BATCH_PROBLEMS = 500;

/**
 * Each batch of problems is one statement, and mining a problem again adds nothing, so a run that is cancelled or
 * killed keeps the pairs that it has made and its next try goes over them quickly. `present` counts candidates
 * that were there already.
 */
export const mineHandler = handle(mineJob, async (run) => {
  await run.progress({ done: 0, total: await countMinable(run.projectId) });
  const counts = { problems: 0, created: 0, present: 0 };
  let after = 0;
  for (;;) {
    const batch = await mineBatch(run.projectId, after, BATCH_PROBLEMS, run.parameters);
    if (!batch) break;
    after = batch.through;
    counts.problems += batch.problems;
    counts.created += batch.created;
    counts.present += batch.present;
    await run.progress({ done: counts.problems, counts });
  }
  if (counts.created > 0) await analysePairs();
  return counts;
});
