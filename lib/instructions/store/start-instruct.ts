import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { registeredModel } from "#lib/models/store/need-model.ts";
import { newestVersion } from "#lib/models/store/prompt-sets.ts";
import { instructJob, type instructRequest } from "../jobs.ts";
import { lastProblem } from "./known-texts.ts";

/** Requests between the one that is asked and the one that is settled, at most. */
const MOST_OUT = 32;

/** Starts a Self-Instruct run, with all settled that could change while it goes on. AppError where it can't work. */
export async function startInstruct(
  scope: ProjectScope,
  input: z.infer<typeof instructRequest>,
): Promise<Run> {
  const { concurrency } = await generator(scope, input.model, "model");
  if (input.solver !== null) await generator(scope, input.solver, "solver");
  await needSeeds(scope);
  await needSubdomains(scope, input.subdomains);
  const settled = {
    window: Math.min(2 * concurrency, MOST_OUT),
    lastProblem: await lastProblem(scope.projectId),
    prompts: {
      instruct: await newestVersion(scope.projectId, "instruct"),
      solve: await newestVersion(scope.projectId, "solve"),
    },
  };
  return sql().begin(async (tx) => {
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    const run = await startRun(tx, owner, instructJob, { ...input, ...settled });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'instructions.instruct', ${`run ${run.id}`},
        ${tx.json({ model: input.model, solver: input.solver, wanted: input.wanted, budget: input.budget })})`;
    return run;
  });
}

async function generator(scope: ProjectScope, id: number, field: string): Promise<{ concurrency: number }> {
  const model = await registeredModel(scope, id, field);
  if (model.uses.includes("generator")) return model;
  const message = "This model isn't there for writing problems. A lead can give it the use “generator”.";
  throw new AppError("invalid_input", message, { field });
}

async function needSeeds(scope: ProjectScope): Promise<void> {
  const [seed] = await sql()`
    SELECT FROM problem WHERE project_id = ${scope.projectId} AND origin = 'seed' AND split = 'train' LIMIT 1`;
  if (!seed) {
    throw new AppError(
      "conflict",
      "There is no seed of the train split to show the model. Write or import some first.",
    );
  }
}

async function needSubdomains(scope: ProjectScope, names: readonly string[]): Promise<void> {
  const known = await sql()<{ name: string }[]>`
    SELECT name FROM subdomain WHERE project_id = ${scope.projectId} AND name = ANY(${[...names]}::text[])`;
  const missing = names.find((name) => !known.some((row) => row.name === name));
  if (missing !== undefined) {
    const message = `The project has no sub-domain “${missing}”. Make it, or choose another one.`;
    throw new AppError("invalid_input", message, { field: "subdomains" });
  }
}
