import type { SqlTransaction } from "#lib/db.ts";
import { lockProject } from "./lock-project.ts";

/**
 * Does the work of a merge alone in its project, with plans for large sets. Writers that only refer to the project
 * don't wait.
 */
export async function merging<T>(tx: SqlTransaction, projectId: number, work: () => Promise<T>): Promise<T> {
  await lockProject(tx, projectId);
  // Nothing is known yet about rows that have just been staged or inserted: the planner takes a million of them for
  // one and walks a table once for each. Hash and merge joins stay linear however wrong it is.
  await tx`SET LOCAL enable_nestloop = off`;
  await tx`SET LOCAL work_mem = '64MB'`;
  const result = await work();
  await tx`SET LOCAL enable_nestloop TO DEFAULT`;
  await tx`SET LOCAL work_mem TO DEFAULT`;
  return result;
}
