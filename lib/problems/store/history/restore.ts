import type { ProjectScope } from "#lib/auth/scope.ts";
import type { SqlTransaction } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Problem, ProblemFields } from "../../contract.ts";
import { changeProblem } from "../change.ts";
import { fieldsOf } from "../versions.ts";

interface Restoring {
  problem: number;
  restored: number;
  /** The version that the caller saw. */
  version: number;
}

/** Makes the problem what it was, as a new version. The current version again changes nothing. */
export async function restoreVersion(scope: ProjectScope, input: Restoring): Promise<Problem> {
  const { problem, restored, version } = input;
  return changeProblem(scope, { problem, version, cause: "restore" }, (tx) =>
    fieldsThen(tx, problem, restored),
  );
}

async function fieldsThen(tx: SqlTransaction, problem: number, version: number): Promise<ProblemFields> {
  const [row] = await tx<{ fields: ProblemFields }[]>`
    SELECT fields FROM problem_version WHERE problem_id = ${problem} AND version = ${version}
    UNION ALL
    SELECT ${fieldsOf(tx)} FROM problem WHERE id = ${problem} AND version = ${version}`;
  if (!row) throw notFound("version");
  return row.fields;
}
