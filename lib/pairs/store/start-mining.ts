import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import type { MiningPolicy } from "../contract.ts";
import { mineJob } from "../jobs.ts";

interface MiningRequest {
  policy: MiningPolicy;
  perProblem: number;
  reward?: string | undefined;
  critique?: string | undefined;
  margin?: number | undefined;
}

/** Starts mining. AppError where a policy that compares scores isn't told which ones, or nobody has given them here. */
export async function startMining(scope: ProjectScope, input: MiningRequest): Promise<Run> {
  const { projectId, actor } = scope;
  const parameters = {
    policy: input.policy,
    perProblem: input.perProblem,
    ...(input.policy === "orders-disagree" ? await ordersOf(scope, input) : {}),
  };
  return sql().begin(async (tx) => {
    const run = await startRun(tx, { projectId, createdById: actor.userId }, mineJob, parameters);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'pairs.mine', ${`run ${run.id}`}, ${tx.json(parameters)})`;
    return run;
  });
}

async function ordersOf({ projectId }: ProjectScope, { reward, critique, margin }: MiningRequest) {
  if (reward === undefined) throw missing("reward", "Choose the scorer whose rewards are compared.");
  if (critique === undefined) throw missing("critique", "Choose the scorer whose critiques are compared.");
  if (margin === undefined)
    throw missing("margin", "Say by how much the critiques must differ, from 0 to 9.");
  const scorers = [
    { kind: "reward", name: reward },
    { kind: "critique", name: critique },
  ] as const;
  for (const { kind, name } of scorers) {
    const [given] = await sql()`
      SELECT FROM score WHERE project_id = ${projectId} AND scorer = ${name} AND kind = ${kind} AND path_id IS NOT NULL
      LIMIT 1`;
    if (!given)
      throw missing(kind, `“${name}” has given no path of this project a ${kind}. Choose another scorer.`);
  }
  return { reward, critique, margin };
}

function missing(field: "reward" | "critique" | "margin", message: string): AppError {
  return new AppError("invalid_input", message, { field });
}
