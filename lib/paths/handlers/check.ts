import { checkPath } from "#lib/answers/verdict.ts";
import { handle, type LogMessage } from "#lib/jobs/job.ts";
import type { Verdict } from "../contract.ts";
import { checkJob } from "../jobs.ts";
import { storable } from "../storable.ts";
import { type CheckTask, countDue, type DuePath, nextDue } from "../store/due.ts";
import { type CheckedPath, writeVerdicts } from "../store/write-verdicts.ts";

const BATCH = 200;
const ANSWER_LIMIT = 2000;
const REASON_LIMIT = 1000;

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
function check(path: DuePath): { checked: CheckedPath; fault?: LogMessage } {
  const { id, problemVersion } = path;
  try {
    const found = checkPath({
      reference: path.reference,
      segments: path.segments,
      ...(path.statedAnswer === null ? {} : { statedAnswer: path.statedAnswer }),
    });
    return {
      checked: {
        id,
        problemVersion,
        answer: found.answer === null ? null : storable(found.answer, ANSWER_LIMIT),
        answerRule: found.rule,
        verdict: found.verdict,
        verdictMethod: found.method,
        verdictReason: found.reason === null ? null : storable(found.reason, REASON_LIMIT),
      },
    };
  } catch (error) {
    const reason = "Checking this path failed in a way that nobody expected.";
    const detail = error instanceof Error ? error.message : String(error);
    return {
      checked: {
        id,
        problemVersion,
        answer: null,
        answerRule: null,
        verdict: "error",
        verdictMethod: null,
        verdictReason: reason,
      },
      fault: { level: "error", message: storable(`Path ${path.key}: ${reason} (${detail})`, REASON_LIMIT) },
    };
  }
}
