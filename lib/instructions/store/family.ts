import type { PendingQuery, Row } from "postgres";
import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import type { ProblemRow } from "#lib/problems/contract.ts";
import { hardnessColumns } from "#lib/problems/store/hardness-columns.ts";
import type { Family, lineage } from "../contract/candidates.ts";
import { madeBy } from "./get.ts";

const CHILDREN_SHOWN = 50;

type Lineage = z.infer<typeof lineage>;

/** Where a problem comes from, and what was grown from it. */
export async function familyOf(scope: ProjectScope, id: number): Promise<Family> {
  const { projectId } = scope;
  const [self] = await sql()<{ key: string }[]>`
    SELECT key FROM problem WHERE id = ${id} AND project_id = ${projectId}`;
  if (!self) throw notFound("problem");
  const isChild = sql()`project_id = ${projectId} AND ARRAY[${self.key}]::text[] <@ parents`;
  const [found, children, [counted]] = await Promise.all([
    lineageOf(scope, id),
    problemRows(
      sql()`SELECT *, id AS place FROM problem WHERE ${isChild} ORDER BY id LIMIT ${CHILDREN_SHOWN}`,
    ),
    sql()<[{ count: number }]>`SELECT count(*)::int FROM problem WHERE ${isChild}`,
  ]);
  return { lineage: found, children, childCount: counted.count };
}

async function lineageOf(scope: ProjectScope, id: number): Promise<Lineage | null> {
  const { projectId } = scope;
  const [row] = await sql()<(Omit<Lineage, "run" | "parents"> & { runId: number; keys: string[] })[]>`
    SELECT candidate.id AS candidate, method, candidate.run_id, "values", candidate.parents AS keys, ${madeBy(projectId)}
    FROM candidate
    JOIN run ON run.id = candidate.run_id
    LEFT JOIN generation_slot AS slot ON slot.run_id = candidate.run_id AND slot.slot = candidate.slot
    WHERE candidate.problem_id = ${id} AND candidate.project_id = ${projectId}`;
  if (!row) return null;
  const { runId, keys, ...rest } = row;
  const [run, parents] = await Promise.all([
    getRun(scope, runId),
    problemRows(sql()`
      SELECT problem.*, named.place FROM unnest(${keys}::text[]) WITH ORDINALITY AS named(key, place)
      JOIN problem ON problem.project_id = ${projectId} AND problem.key = named.key`),
  ]);
  return { ...rest, run, parents };
}

/** Problems as rows, in the order of their column `place`. */
function problemRows(problem: PendingQuery<Row[]>) {
  return sql()<ProblemRow[]>`
    SELECT problem.id, key, left(text, 400) AS text, answer, subdomain.name AS subdomain, origin, split, difficulty,
      tags, ${hardnessColumns()}, counted.*
    FROM (${problem}) AS problem
    LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
    LEFT JOIN hardness ON hardness.problem_id = problem.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS paths, (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct
      FROM path WHERE path.problem_id = problem.id
    ) AS counted
    ORDER BY problem.place`;
}
