import { sql } from "#lib/db.ts";
import { containing } from "#lib/problems/containing.ts";
import { hardProblems } from "#lib/problems/store/matching.ts";
import type { PathFilter } from "../contract.ts";

/** Conditions on `path`, each starting with AND but the first. */
export function matching({ projectId }: { readonly projectId: number }, filter: PathFilter) {
  const conditions = [sql()`path.project_id = ${projectId}`];
  if (filter.q) {
    conditions.push(sql()`AND path.problem_id IN (
      SELECT id FROM problem WHERE project_id = ${projectId} AND text ILIKE ${containing(filter.q)})`);
  }
  if (filter.problem !== undefined) conditions.push(sql()`AND path.problem_id = ${filter.problem}`);
  if (filter.model === "") conditions.push(sql()`AND path.model IS NULL`);
  else if (filter.model !== undefined) conditions.push(sql()`AND path.model = ${filter.model}`);
  if (filter.kind) conditions.push(sql()`AND path.kind = ${filter.kind}`);
  if (filter.verdict === "unchecked") conditions.push(sql()`AND path.verdict IS NULL`);
  else if (filter.verdict) conditions.push(sql()`AND path.verdict = ${filter.verdict}`);
  if (filter.execution) conditions.push(sql()`AND path.execution_outcome = ${filter.execution}`);
  if (filter.steps === "wrong") conditions.push(sql()`AND path.wrong_steps > 0`);
  else if (filter.steps === "right") conditions.push(sql()`AND path.wrong_steps = 0`);
  if (filter.flaw === "whole") conditions.push(sql()`AND path.flaw IS NULL`);
  else if (filter.flaw) conditions.push(sql()`AND path.flaw = ${filter.flaw}`);
  if (filter.hard !== undefined) {
    const isHard = filter.hard ? sql()`IN` : sql()`NOT IN`;
    conditions.push(sql()`AND path.problem_id ${isHard} (${hardProblems(projectId)})`);
  }
  if (filter.run !== undefined) {
    conditions.push(sql()`AND path.id IN (SELECT path_id FROM sample WHERE run_id = ${filter.run})`);
  }
  return conditions;
}
