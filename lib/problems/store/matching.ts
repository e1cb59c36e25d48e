import { sql } from "#lib/db.ts";
import { containing } from "../containing.ts";
import type { ProblemFilter } from "../contract.ts";

/** Conditions on `problem`, each starting with AND but the first. */
export function matching({ projectId }: { readonly projectId: number }, filter: ProblemFilter) {
  const conditions = [sql()`problem.project_id = ${projectId}`];
  if (filter.q) conditions.push(sql()`AND problem.text ILIKE ${containing(filter.q)}`);
  if (filter.subdomain !== undefined) {
    conditions.push(sql()`AND problem.subdomain_id = ANY(ARRAY(${withBelow(projectId, filter.subdomain)}))`);
  }
  if (filter.classified === true) conditions.push(sql()`AND problem.subdomain_id IS NOT NULL`);
  if (filter.classified === false) conditions.push(sql()`AND problem.subdomain_id IS NULL`);
  if (filter.origin) conditions.push(sql()`AND problem.origin = ${filter.origin}`);
  if (filter.split) conditions.push(sql()`AND problem.split = ${filter.split}`);
  if (filter.difficulty !== undefined) conditions.push(sql()`AND problem.difficulty = ${filter.difficulty}`);
  if (filter.tag !== undefined) conditions.push(sql()`AND problem.tags @> ARRAY[${filter.tag}]::text[]`);
  if (filter.answered === true) conditions.push(sql()`AND problem.answer IS NOT NULL`);
  if (filter.answered === false) conditions.push(sql()`AND problem.answer IS NULL`);
  if (filter.hard === true) conditions.push(sql()`AND problem.id IN (${hardProblems(projectId)})`);
  if (filter.hard === false) conditions.push(sql()`AND problem.id NOT IN (${hardProblems(projectId)})`);
  return conditions;
}

/** Ids of the hard samples. */
export function hardProblems(projectId: number) {
  return sql()`SELECT hardness.problem_id FROM hardness WHERE hardness.project_id = ${projectId} AND hardness.is_hard`;
}

/** Ids of a sub-domain and of all below it. UNION: the walk ends even where rows are tied into a circle. */
function withBelow(projectId: number, name: string) {
  return sql()`
    WITH RECURSIVE below AS (
      SELECT id FROM subdomain WHERE project_id = ${projectId} AND name = ${name}
      UNION
      SELECT subdomain.id FROM below JOIN subdomain ON subdomain.parent_id = below.id
    )
    SELECT id FROM below`;
}
