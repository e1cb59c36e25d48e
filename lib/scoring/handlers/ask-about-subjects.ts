import type { RunHandle } from "#lib/jobs/job.ts";
import { askInOrder } from "#lib/models/ask-in-order.ts";
import type { ModelCaller } from "#lib/models/request.ts";
import type { CritiqueParameters } from "../jobs.ts";
import {
  countScored,
  countSubjects,
  type Subject,
  type SubjectsTask,
  subjectsOf,
} from "../store/subjects.ts";
import { type ScoringCounts, tellScoring } from "./scoring-progress.ts";

/** What a call about a subject can be at most, for budgets: nothing longer is reckoned with. */
export const LONGEST_SUBJECT: Subject = {
  id: 0,
  problem: "x".repeat(20_000),
  reference: null,
  solution: null,
  segments: null,
};

type AboutSubjects = Pick<
  CritiqueParameters,
  "scorerId" | "subject" | "filter" | "problems" | "last" | "budget"
>;

/** Asks a model about each path or problem that a run is about, in order, within its budget; tells how far it is. */
export async function askAboutSubjects(
  run: RunHandle<AboutSubjects>,
  { caller, ceiling }: { caller: ModelCaller; ceiling: number },
  scoreOne: (subject: Subject) => Promise<{ cost: number; scored: boolean }>,
) {
  const { scorerId, subject, filter, problems, last, budget } = run.parameters;
  const task: SubjectsTask = {
    projectId: run.projectId,
    scorerId,
    subject,
    filter,
    problems,
    last,
    // With a budget, what is asked next rests on what all before it cost: their recorded calls are read once more.
    dueOnly: budget === null,
  };
  const total = await countSubjects(task);
  const counts: ScoringCounts = { scored: budget === null ? await countScored(scorerId) : 0, unread: 0 };
  let done = counts.scored;
  await tellScoring(run, { done, total }, counts, caller);
  try {
    const limits = { window: 2 * caller.endpoint.concurrency, budget, ceiling };
    const stopped = await askInOrder(subjectsOf(task), limits, async (one) => {
      const { cost, scored } = await scoreOne(one);
      counts[scored ? "scored" : "unread"] += 1;
      done += 1;
      await tellScoring(run, { done, total: Math.max(total, done) }, counts, caller);
      return cost;
    });
    return { ...counts, stopped };
  } finally {
    await caller.settle();
  }
}
