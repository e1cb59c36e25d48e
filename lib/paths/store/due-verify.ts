import { sql } from "#lib/db.ts";
import type { ExecutionOutcome, PathFilter, Verdict } from "../contract.ts";
import type { VerifyParameters } from "../jobs.ts";
import { type DuePath, started, withProblems } from "./due.ts";
import { matching } from "./matching.ts";

/** What a verify run has to do; `runId` says since when paths count as verified by it, through all its attempts. */
export interface VerifyTask extends VerifyParameters {
  projectId: number;
  runId: number;
}

/** What earlier attempts of the run wrote. */
export interface VerifiedCount {
  verdict: Verdict;
  execution: ExecutionOutcome | null;
  wrong: boolean;
  count: number;
}

function isDue(task: VerifyTask) {
  const again = task.again ? sql()`OR path.verified_at < ${started(task)}` : sql()``;
  return sql()`${matching(task, task.filter)} AND (path.verified_at IS NULL ${again})`;
}

/** The parts of a filter that verifying a path doesn't change. */
function lasting({ q, problem, model, kind, run }: PathFilter): PathFilter {
  return { q, problem, model, kind, run };
}

export async function countVerifyDue(task: VerifyTask): Promise<number> {
  const [counted] = await sql()<[{ due: number }]>`
    SELECT count(*)::int AS due FROM path WHERE ${isDue(task)}`;
  return counted.due;
}

/** What was verified since the run's start of the paths that it may have meant. */
export async function countVerified(task: VerifyTask): Promise<VerifiedCount[]> {
  return sql()<VerifiedCount[]>`
    SELECT verdict, execution_outcome AS execution, wrong_steps > 0 AS wrong, count(*)::int AS count FROM path
    WHERE ${matching(task, lasting(task.filter))} AND verified_at >= ${started(task)} AND verdict IS NOT NULL
    GROUP BY verdict, execution_outcome, wrong`;
}

/** The next due paths by id, with their problems' reference answers. */
export async function nextVerifyDue(task: VerifyTask, after: number, limit: number): Promise<DuePath[]> {
  return withProblems(sql()`${isDue(task)} AND path.id > ${after}`, limit);
}
