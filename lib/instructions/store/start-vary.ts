import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { varyJob, type varyRequest } from "../jobs.ts";
import { lastProblem } from "./known-texts.ts";
import { varyingSeeds } from "./seed-programs.ts";

/** Starts a variation run. AppError where no seed can vary, or one that is named isn't a seed of the train split. */
export async function startVary(scope: ProjectScope, input: z.infer<typeof varyRequest>): Promise<Run> {
  const last = await lastProblem(scope.projectId);
  const seeds = await varyingSeeds(scope.projectId, input.problems, last);
  if (input.problems !== null && seeds.length < new Set(input.problems).size)
    throw notFound("seed of the train split");
  if (seeds.length === 0) {
    const message =
      "No seed can vary yet: give one a worked solution with a program in a ```python block, and a reference answer.";
    throw new AppError("conflict", message);
  }
  const parameters = { ...input, lastProblem: last };
  return sql().begin(async (tx) => {
    const run = await startRun(
      tx,
      { projectId: scope.projectId, createdById: scope.actor.userId },
      varyJob,
      parameters,
    );
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'instructions.vary', ${`run ${run.id}`},
        ${tx.json({ seeds: seeds.length, perSeed: input.perSeed })})`;
    return run;
  });
}
