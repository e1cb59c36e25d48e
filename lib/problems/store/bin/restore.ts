import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Problem } from "../../contract.ts";
import { type Blocked, unbinProblems } from "../bin.ts";
import { getProblem } from "../get.ts";

/** Takes a problem out of the bin. A conflict where another problem has its statement or its id meanwhile. */
export async function restoreProblem(scope: ProjectScope, id: number): Promise<Problem> {
  await sql().begin(async (tx) => {
    const owner = { projectId: scope.projectId, actorId: scope.actor.userId };
    const { restored, blocked } = await unbinProblems(tx, owner, [id]);
    if (blocked[0]) throw inTheWay(blocked[0]);
    if (restored.length === 0) throw notFound("problem");
  });
  return getProblem(scope, id);
}

function inTheWay({ by, key, otherKey }: Blocked): AppError {
  const message =
    by === "text"
      ? `Problem ${otherKey} has exactly this statement by now. Edit or delete that one first.`
      : `Another problem has the id ${key} by now. Delete that one first.`;
  return new AppError("conflict", message, { field: "problem" });
}
