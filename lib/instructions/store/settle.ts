import type { PendingQuery, Row } from "postgres";
import type { SqlTransaction } from "#lib/db.ts";
import { binOf, binProblems, unbinProblems } from "#lib/problems/store/bin.ts";
import { keyOf, makeInstructions } from "./accept.ts";

/** Who decides, and where. */
export interface Decider {
  projectId: number;
  actorId: string;
}

/**
 * Lets the instructions of candidates follow their states: those of dropped ones go into the bin, those of accepted
 * ones come back out of it or are made. An accepted candidate whose text has become a problem otherwise turns into a
 * dropped duplicate. Safe to repeat. The caller is alone in the project.
 */
export async function settleInstructions(
  tx: SqlTransaction,
  decider: Decider,
  candidateIds: readonly number[],
): Promise<void> {
  const ids = [...candidateIds];
  const of = tx`candidate.project_id = ${decider.projectId} AND candidate.id = ANY(${ids}::int[])`;
  const unwanted = await tx<{ id: number }[]>`
    SELECT problem.id FROM candidate
    JOIN problem ON problem.id = candidate.problem_id AND problem.project_id = ${decider.projectId}
    WHERE ${of} AND candidate.state = 'dropped' ORDER BY problem.id`;
  await binProblems(
    tx,
    decider,
    unwanted.map(({ id }) => id),
  );
  await tx`UPDATE candidate SET problem_id = NULL WHERE ${of} AND state = 'dropped' AND problem_id IS NOT NULL`;
  await restoreInstructions(tx, decider, ids);
  await makeInstructions(tx, decider.projectId, ids);
}

/**
 * Takes the instructions of accepted candidates out of the bin: the one that a candidate is linked to, else that of
 * its key or text, unless it is another candidate's. Where the project has such a text or key by now, the instruction
 * stays in the bin and the candidate is unlinked.
 */
async function restoreInstructions(tx: SqlTransaction, decider: Decider, ids: number[]): Promise<void> {
  const { projectId } = decider;
  const binId = await binOf(tx, projectId);
  if (binId === null) return;
  const of = tx`candidate.project_id = ${projectId} AND candidate.id = ANY(${ids}::int[])
    AND candidate.state = 'accepted'`;
  const binned = (condition: PendingQuery<Row[]>, rank: number) => tx`
    SELECT candidate.id AS candidate_id, problem.id AS problem_id, ${rank}::int AS rank
    FROM candidate JOIN problem ON problem.project_id = ${binId} AND problem.origin = 'generated' AND ${condition}
    WHERE ${of}`;
  const linked = await tx<{ id: number }[]>`
    WITH fitting AS (
      ${binned(tx`problem.id = candidate.problem_id`, 0)}
      UNION ALL ${binned(tx`problem.key = ${keyOf(tx)} AND candidate.problem_id IS NULL`, 1)}
      UNION ALL ${binned(tx`problem.text_hash = candidate.text_hash AND candidate.problem_id IS NULL`, 2)}
    ), best AS (
      SELECT DISTINCT ON (candidate_id) candidate_id, problem_id FROM fitting
      WHERE NOT EXISTS (
        SELECT FROM candidate AS other
        WHERE other.problem_id = fitting.problem_id AND other.id <> fitting.candidate_id)
      ORDER BY candidate_id, rank
    ), chosen AS (
      SELECT problem_id, min(candidate_id) AS candidate_id FROM best GROUP BY problem_id
    )
    UPDATE candidate SET problem_id = chosen.problem_id FROM chosen WHERE candidate.id = chosen.candidate_id
    RETURNING chosen.problem_id AS id`;
  await unbinProblems(
    tx,
    decider,
    linked.map(({ id }) => id),
  );
  await tx`
    UPDATE candidate SET problem_id = NULL
    FROM problem WHERE ${of} AND problem.id = candidate.problem_id AND problem.project_id = ${binId}`;
}
