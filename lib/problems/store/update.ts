import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Problem, ProblemFields } from "../contract.ts";
import { trimmedEdit } from "../trimmed-edit.ts";
import { changeProblem } from "./change.ts";

/** Saves an edit. A conflict when somebody changed the problem since `version`, or another one has its statement. */
export async function updateProblem(
  scope: ProjectScope,
  { problem, version, fields }: { problem: number; version: number; fields: ProblemFields },
): Promise<Problem> {
  return changeProblem(scope, { problem, version, cause: "edit" }, async (_, before) =>
    trimmedEdit(before, fields),
  );
}
