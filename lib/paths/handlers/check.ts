import { checkPath } from "#lib/answers/verdict.ts";
import { handle, type LogMessage } from "#lib/jobs/job.ts";
import { verdictColumns, verdictFault, withFlaw } from "../checked.ts";
import type { Verdict } from "../contract.ts";
import { checkJob } from "../jobs.ts";
import { type CheckTask, countDue, type DuePath, nextDue } from "../store/due.ts";
import type { FoundVerdict } from "../store/found-rows.ts";
import { writeVerdicts } from "../store/write-verdicts.ts";

const BATCH = 200;

/**
 * Checks paths in order of id. Each batch is written before the next is read, so a run that is killed goes on
 * where it stopped: what it has written isn't due any more.
 */
export const checkHandler = handle(checkJob, async (run) => {
  const task: CheckTask = { projectId: run.projectId, runId: run.id, scope: run.parameters.scope };
  const start = await countDue(task);
  const counts: Record<Verdict, number> = { correct: 0, incorrect: 0, unverifiable: 0, error: 0 };
  let done = 0;
  // In the first attempt nothing is behind the run, but another check may be at work in the same project.
  if (run.attempt > 1) {
    for (const { verdict, count } of start.checked) {
      counts[verdict] += count;
      done += count;
    }
  }
  const total = done + start.due;
  await run.progress({ done, total, counts });

  let after = 0;
  for (;;) {
    const due = await nextDue(task, after, BATCH);
    const last = due.at(-1);
    if (!last) break;
    const outcomes = due.map(check);
    const written = await writeVerdicts(
      run.projectId,
      outcomes.map(({ checked }) => checked),
    );
    await run.log(outcomes.flatMap(({ fault }) => fault ?? []));
    for (const { checked } of outcomes) if (written.has(checked.id)) counts[checked.verdict] += 1;
    done += due.length;
    after = last.id;
    await run.progress({ done, total: Math.max(total, done), counts });
  }
  return { ...counts };
});

/** One path's verdict. A rule that breaks on one path must not keep the others from being checked. */
function check(path: DuePath): { checked: FoundVerdict; fault?: LogMessage } {
  const { id, problemVersion, flaw } = path;
  try {
    const found = checkPath(path);
    const isOpen = found.verdict === "unverifiable" && found.questions.length > 0;
    const reason = isOpen ? `${found.reason}; verifying asks SymPy` : found.reason;
    return { checked: { id, problemVersion, ...withFlaw(verdictColumns({ ...found, reason }), flaw) } };
  } catch (error) {
    const fault = verdictFault(path.key, "Checking", error);
    return { checked: { id, problemVersion, ...fault.columns }, fault: fault.message };
  }
}
